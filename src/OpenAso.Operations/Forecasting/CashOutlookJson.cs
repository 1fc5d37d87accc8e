using System.Text.Json;
using OpenAso.Decision.Forecasting;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Forecasting;

/// <summary>Writes a cash forecast as one JSON document; its amounts are plain numbers with all their digits.</summary>
/// <remarks>Described by <c>docs/schemas/forecast.json</c>.</remarks>
public static class CashOutlookJson
{
    /// <summary>The probabilities of which quantiles are told.</summary>
    public static ValueList<double> Probabilities { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The document, in one line.</summary>
    /// <param name="outlook">The forecast.</param>
    /// <param name="employer">Whose.</param>
    public static string Of(CashOutlook outlook, EmployerId employer)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, employer.Value);
            writer.WriteDay("asOf"u8, outlook.AsOf);
            writer.WriteNumber("knownWeeks"u8, outlook.KnownWeeks);
            Amount(writer, "unpaid", outlook.Schedule.Unpaid);
            writer.WriteNumber("pendedClaims"u8, outlook.Pended.Claims);
            Amount(writer, "pendedBilled", outlook.Pended.Billed);
            if (outlook.Claims is { } claims)
                writer.WriteNumber("weeklyGrowth"u8, claims.Growth);
            else
                writer.WriteNull("weeklyGrowth"u8);
            writer.WriteList("weeks", Enumerable.Range(0, outlook.Schedule.Fees.Count),
                week => WriteWeek(writer, outlook, week));
            writer.WriteList("horizons", HorizonsOf(outlook), weeks => WriteHorizon(writer, outlook, weeks));
            WriteFund(writer, outlook);
            writer.WriteList("backTest", outlook.BackTests.Items, test => WriteTest(writer, test));
            writer.WriteList("findings", outlook.Findings.Items, finding =>
            {
                writer.WriteString("code"u8, finding.Code);
                writer.WriteString("severity"u8, Words.Of(finding.Severity.ToString()));
                writer.WriteString("message"u8, finding.Message);
            });
        });
    }

    /// <summary>The weeks ahead that are told together: the usual ones as far as the forecast reaches.</summary>
    /// <param name="outlook">The forecast.</param>
    public static IEnumerable<int> HorizonsOf(CashOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var weeks = outlook.Schedule.Fees.Count;
        return CashForecastUseCase.Horizons.Items.Append(weeks).Where(horizon => horizon <= weeks).Distinct().Order();
    }

    private static void WriteWeek(Utf8JsonWriter writer, CashOutlook outlook, int week)
    {
        writer.WriteDay("first"u8, outlook.AsOf.AddDays((7 * week) + 1));
        writer.WriteDay("last"u8, outlook.AsOf.AddDays(7 * (week + 1)));
        Write(writer, "claims", outlook.Claims?.Between(week, 1), Money.Zero);
        Amount(writer, "fees", outlook.Schedule.Fees[week]);
        Amount(writer, "premium", outlook.Schedule.Premium[week]);
        Amount(writer, "disability", outlook.Schedule.Disability[week]);
        Amount(writer, "recoveries", outlook.Schedule.Recoveries[week]);
    }

    private static void WriteHorizon(Utf8JsonWriter writer, CashOutlook outlook, int weeks)
    {
        writer.WriteNumber("weeks"u8, weeks);
        var fixedCost = outlook.Schedule.Fixed(weeks);
        Write(writer, "claims", outlook.Claims?.Between(0, weeks), Money.Zero);
        Amount(writer, "other", fixedCost);
        Write(writer, "cash", outlook.Claims?.Between(0, weeks), fixedCost);
    }

    private static void WriteFund(Utf8JsonWriter writer, CashOutlook outlook)
    {
        var schedule = outlook.Schedule;
        writer.WriteStartObject("fund"u8);
        Amount(writer, "available", schedule.Available);
        Amount(writer, "outstanding", schedule.Outstanding);
        Amount(writer, "target", schedule.Target);
        Week("belowTargetIn", outlook.Fund?.BelowTargetIn);
        Week("emptyIn", outlook.Fund?.EmptyIn);
        Week("nextCallIn", outlook.Fund?.NextCallIn);
        writer.WriteList("weeks", outlook.Fund?.Weeks.Items ?? [], week =>
        {
            writer.WriteNumber("belowTarget"u8, week.BelowTarget);
            writer.WriteNumber("empty"u8, week.Empty);
            Write(writer, "call", week.Call, Money.Zero);
        });
        writer.WriteEndObject();

        void Week(string name, int? week)
        {
            if (week is { } known)
                writer.WriteNumber(name, known + 1);
            else
                writer.WriteNull(name);
        }
    }

    private static void WriteTest(Utf8JsonWriter writer, BackTest test)
    {
        writer.WriteNumber("weeks"u8, test.Horizon);
        writer.WriteNumber("forecasts"u8, test.Forecasts);
        writer.WriteNumber("within90"u8, test.Within90);
        writer.WriteNumber("within50"u8, test.Within50);
        writer.WriteNumber("outcome"u8, test.Outcome);
        writer.WriteNumber("error"u8, test.Error);
        writer.WriteNumber("bias"u8, test.Bias);
        writer.WriteNumber("plainError"u8, test.PlainError);
        writer.WriteNumber("plainBias"u8, test.PlainBias);
    }

    private static void Write(Utf8JsonWriter writer, string name, CashDistribution? amount, Money more)
    {
        if (amount is null)
        {
            writer.WriteNull(name);
            return;
        }
        var shift = more.Cents / 100.0;
        writer.WriteStartObject(name);
        writer.WriteNumber("expected"u8, amount.Mean + shift);
        writer.WriteList("quantiles", Probabilities.Items, probability =>
        {
            writer.WriteNumber("p"u8, probability);
            writer.WriteNumber("value"u8, amount.Quantile(probability) + shift);
        });
        writer.WriteEndObject();
    }

    private static void Amount(Utf8JsonWriter writer, string name, Money amount) =>
        writer.WriteNumber(name, amount.Cents / 100m);
}
