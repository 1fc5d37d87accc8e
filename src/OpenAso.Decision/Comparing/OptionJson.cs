using System.Text.Json;
using OpenAso.Documents;

namespace OpenAso.Decision.Comparing;

/// <summary>Writes one option of a comparison.</summary>
internal static class OptionJson
{
    public static void Write(Utf8JsonWriter writer, OptionResult option)
    {
        var quoted = option.Priced.Option;
        writer.WriteString("name"u8, quoted.Name);
        writer.WriteString("arrangement"u8, Words.Of(quoted.Arrangement.ToString()));
        ComparisonJson.Number(writer, "specific", quoted.StopLoss.Specific);
        ComparisonJson.Number(writer, "attachment", option.Priced.Rule.Attachment);
        writer.WriteStartObject("firstYear"u8);
        WriteFirst(writer, option.FirstYear);
        writer.WriteEndObject();
        writer.WriteStartObject("allYears"u8);
        ComparisonJson.WriteYears(writer, option.Years);
        ComparisonJson.List(writer, "fixed", option.Fixed.Items, costs => WriteFixed(writer, costs));
        writer.WriteNumber("saving"u8, option.Saving);
        writer.WriteNumber("savingStandardError"u8, option.SavingError);
        writer.WriteNumber("probabilityDearer"u8, option.Dearer);
        writer.WriteEndObject();
        writer.WriteStartObject("cash"u8);
        WriteCash(writer, option.Cash);
        writer.WriteEndObject();
    }

    private static void WriteFirst(Utf8JsonWriter writer, FirstYear year)
    {
        var option = year.Option;
        writer.WriteBoolean("exact"u8, option.IsExact);
        writer.WriteNumber("standardError"u8, option.Year.MeanError);
        writer.WriteStartObject("fixed"u8);
        WriteFixed(writer, option.Fixed);
        writer.WriteEndObject();
        writer.WriteNumber("expectedGross"u8, option.Expected.Gross);
        writer.WriteNumber("expectedSpecific"u8, option.Expected.Specific);
        writer.WriteNumber("expectedRetained"u8, option.Expected.Kept);
        writer.WriteNumber("expectedAggregate"u8, option.Expected.Aggregate);
        writer.WriteNumber("expected"u8, year.Expected);
        writer.WriteNumber("expectedSaving"u8, year.Saving);
        ComparisonJson.Number(writer, "maximum", option.Maximum);
        ComparisonJson.Number(writer, "worstCase", year.WorstCase);
        ComparisonJson.Number(writer, "breakEvenClaims", year.BreakEven);
        writer.WriteNumber("breakEvenPremium"u8, year.Expected);
        writer.WriteNumber("probabilityDearer"u8, year.Dearer);
        writer.WriteNumber("expectedDearer"u8, year.ExpectedDearer);
        ComparisonJson.List(writer, "exceededBy", year.ExceededBy.Items, exceeded =>
        {
            writer.WriteNumber("amount"u8, exceeded.Amount);
            writer.WriteNumber("probability"u8, exceeded.Probability);
        });
        ComparisonJson.List(writer, "quantiles", year.Quantiles.Items, quantile =>
        {
            writer.WriteNumber("p"u8, quantile.Probability);
            writer.WriteNumber("value"u8, quantile.Value);
            writer.WriteNumber("tailMean"u8, quantile.TailMean);
        });
        writer.WriteNumber("budget"u8, year.Budget);
        writer.WriteNumber("probabilityDeficit"u8, year.Deficit);
    }

    private static void WriteFixed(Utf8JsonWriter writer, FixedCosts costs)
    {
        writer.WriteNumber("administration"u8, costs.Administration);
        writer.WriteNumber("otherFees"u8, costs.OtherFees);
        writer.WriteNumber("specificPremium"u8, costs.SpecificPremium);
        writer.WriteNumber("aggregatePremium"u8, costs.AggregatePremium);
        writer.WriteNumber("total"u8, costs.Total);
    }

    private static void WriteCash(Utf8JsonWriter writer, CashView cash)
    {
        writer.WriteNumber("paidInYear"u8, cash.PaidInYear);
        writer.WriteStartArray("byYear"u8);
        foreach (var amount in cash.ByYear)
            writer.WriteNumberValue(amount);
        writer.WriteEndArray();
        writer.WriteNumber("firstYearRelief"u8, cash.FirstYearRelief);
        writer.WriteNumber("reserve"u8, cash.Reserve);
        writer.WriteNumber("afterExit"u8, cash.AfterExit);
        writer.WriteNumber("exitFees"u8, cash.ExitFees);
    }
}
