using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Writes a comparison as the members of one JSON object: what is estimated as plain numbers with all their
/// digits, what past years really cost as money, a string with two decimals.</summary>
/// <remarks>Described by <c>docs/schemas/comparison.json</c>. What nothing ends is null.</remarks>
public static class ComparisonJson
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="comparison">What to write.</param>
    /// <param name="past">Past years; null where none were asked for.</param>
    public static void Write(Utf8JsonWriter writer, FundingComparison comparison, PastComparison? past)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(comparison);
        writer.WriteNumber("year"u8, comparison.Quotes.Employer.Year);
        writer.WriteNumber("years"u8, comparison.Terms.Years);
        writer.WriteNumber("runs"u8, comparison.Terms.Runs);
        writer.WriteNumber("seed"u8, comparison.Terms.Seed);
        writer.WriteNumber("employees"u8, comparison.Quotes.Employer.Employees);
        writer.WriteNumber("people"u8, comparison.Risk.Group.People);
        writer.WriteString("state"u8, comparison.Quotes.Employer.State);
        writer.WriteBoolean("smallGroupMarket"u8, comparison.SmallGroup is not null);
        writer.WriteNumber("trend"u8, comparison.Quotes.Trend);
        writer.WriteNumber("groupSigma"u8, comparison.Risk.GroupSigma);
        WriteInsured(writer, comparison);
        List(writer, "options", comparison.Options.Items, option => OptionJson.Write(writer, option));
        WriteTornado(writer, comparison.Tornado);
        WriteAdvice(writer, comparison);
        WriteShare(writer, comparison);
        WritePast(writer, past);
    }

    internal static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    internal static void WriteYears(Utf8JsonWriter writer, PathSummary years)
    {
        List(writer, "byYear", years.ByYear.Items, year => WriteCost(writer, year));
        writer.WriteStartObject("total"u8);
        WriteCost(writer, years.Total);
        writer.WriteEndObject();
    }

    internal static void Number(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } known && double.IsFinite(known))
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    private static void WriteCost(Utf8JsonWriter writer, CostSummary cost)
    {
        writer.WriteNumber("mean"u8, cost.Mean);
        writer.WriteNumber("standardError"u8, cost.Error);
        writer.WriteNumber("sd"u8, cost.Deviation);
        writer.WriteNumber("good"u8, cost.Good);
        writer.WriteNumber("bad"u8, cost.Bad);
        List(writer, "quantiles", cost.Quantiles.Items, quantile =>
        {
            writer.WriteNumber("p"u8, quantile.Probability);
            writer.WriteNumber("value"u8, quantile.Value);
            writer.WriteNumber("tailMean"u8, quantile.TailMean);
        });
    }

    private static void WriteInsured(Utf8JsonWriter writer, FundingComparison comparison)
    {
        var insured = comparison.Insured;
        writer.WriteStartObject("insured"u8);
        writer.WriteNumber("premium"u8, insured.First);
        writer.WriteNumber("expectedClaims"u8, insured.ExpectedClaims);
        writer.WriteBoolean("experienceRated"u8, insured.IsExperienceRated);
        Number(writer, "pooling", insured.Pooling);
        writer.WriteNumber("poolingCharge"u8, insured.PoolingCharge);
        writer.WriteNumber("manual"u8, insured.Manual);
        writer.WriteNumber("retention"u8, insured.Retention);
        writer.WriteNumber("trend"u8, insured.Trend);
        writer.WriteNumber("credibility"u8, insured.Credibility(insured.People));
        WriteYears(writer, comparison.InsuredYears);
        writer.WriteStartArray("insurerResult"u8);
        foreach (var result in comparison.InsurerResult)
            writer.WriteNumberValue(result);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTornado(Utf8JsonWriter writer, Tornado tornado)
    {
        writer.WriteStartObject("tornado"u8);
        writer.WriteNumber("runs"u8, tornado.Runs);
        writer.WriteStartObject("base"u8);
        WriteEnd(writer, tornado.Base, hasInput: false);
        writer.WriteEndObject();
        List(writer, "bars", tornado.Bars.Items, bar =>
        {
            writer.WriteString("driver"u8, Words.Of(bar.Driver.ToString()));
            writer.WriteNumber("width"u8, bar.Width);
            writer.WriteStartObject("low"u8);
            WriteEnd(writer, bar.Low);
            writer.WriteEndObject();
            writer.WriteStartObject("high"u8);
            WriteEnd(writer, bar.High);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter writer, TornadoEnd end, bool hasInput = true)
    {
        if (hasInput)
            writer.WriteNumber("input"u8, end.Input);
        writer.WriteNumber("saving"u8, end.Saving);
        writer.WriteNumber("probabilityDearer"u8, end.Dearer);
        writer.WriteNumber("firstYearCash"u8, end.FirstYearCash);
    }

    private static void WriteAdvice(Utf8JsonWriter writer, FundingComparison comparison)
    {
        writer.WriteStartObject("advice"u8);
        writer.WriteString("option"u8, comparison.Options[0].Priced.Option.Name);
        writer.WriteString("verdict"u8, Words.Of(comparison.Advice.Verdict.ToString()));
        writer.WriteBoolean("tooSmallForRisk"u8, comparison.Advice.IsTooSmall);
        List(writer, "reasons", comparison.Advice.Reasons.Items, reason =>
        {
            writer.WriteString("topic"u8, Words.Of(reason.Topic.ToString()));
            writer.WriteString("side"u8, Words.Of(reason.Side.ToString()));
            writer.WriteString("text"u8, $"{reason.Text}");
        });
        List(writer, "staffSaved", comparison.Quotes.StaffSaved.Items, position =>
        {
            writer.WriteString("position"u8, position.Position);
            writer.WriteNumber("count"u8, position.Count);
            writer.WriteNumber("saved"u8, position.Saved);
        });
        writer.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter writer, FundingComparison comparison)
    {
        if (comparison.Share is not { } share)
        {
            writer.WriteNull("selfFundedShare"u8);
            return;
        }
        writer.WriteStartObject("selfFundedShare"u8);
        writer.WriteNumber("year"u8, share.Year);
        writer.WriteNumber("all"u8, share.All);
        Number(writer, "small", share.Small);
        Number(writer, "large", share.Large);
        writer.WriteString("status"u8, Words.Of(share.Status.ToString()));
        writer.WriteString("source"u8, share.Source);
        writer.WriteEndObject();
    }

    private static void WritePast(Utf8JsonWriter writer, PastComparison? past)
    {
        if (past is null)
        {
            writer.WriteNull("past"u8);
            return;
        }
        writer.WriteStartObject("past"u8);
        List(writer, "years", past.Years.Items, year =>
        {
            writer.WriteNumber("year"u8, year.Year.Year);
            writer.WriteBoolean("complete"u8, year.Year.IsComplete);
            writer.WriteNumber("memberMonths"u8, year.Year.MemberMonths);
            Money(writer, "claims", year.Year.Claims);
            Money(writer, "pooled", year.Year.Pooled);
            Money(writer, "fees", year.Year.Fees);
            Money(writer, "stopLossPremium", year.Year.StopLossPremium);
            Money(writer, "recoveries", year.Year.Recoveries);
            Money(writer, "ownCost", year.Year.OwnCost);
            Money(writer, "insuredPremium", year.Premium);
            writer.WriteNumber("credibility"u8, year.Credibility);
            Money(writer, "saving", year.Saving);
        });
        Money(writer, "saving", past.Saving);
        writer.WriteEndObject();
    }

    private static void Money(Utf8JsonWriter writer, string name, Money? amount)
    {
        if (amount is { } known)
            writer.WriteString(name, known.ToString());
        else
            writer.WriteNull(name);
    }
}
