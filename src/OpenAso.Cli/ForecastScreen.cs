using System.Globalization;
using OpenAso.Decision.Forecasting;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Forecasting;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>A cash forecast on one screen.</summary>
internal static class ForecastScreen
{
    public static void Write(CashOutlook outlook, EmployerId employer, Terminal terminal)
    {
        var output = terminal.Output;
        output.WriteLine(
            $"{employer}: cash from {outlook.AsOf.AddDays(1):yyyy-MM-dd}, of "
            + $"{Counted.Of(outlook.KnownWeeks, "week", "weeks")} known through {outlook.AsOf:yyyy-MM-dd}");
        output.WriteLine(new string('─', 78));
        output.WriteLine($"decided and not paid: {Dollars(outlook.Schedule.Unpaid)}");
        if (outlook.Claims is not null)
            WriteHorizons(outlook, terminal);
        WriteWeeks(outlook, terminal);
        WriteFund(outlook, output);
        if (outlook.BackTests.Count > 0)
            WriteTests(outlook.BackTests, terminal);
        foreach (var finding in outlook.Findings)
            output.WriteLine($"note: {finding.Message} ({finding.Code})");
    }

    private static void WriteHorizons(CashOutlook outlook, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("In all").AddColumn(Right("Expected"));
        foreach (var probability in CashOutlookJson.Probabilities)
            table.AddColumn(Right(Percent(probability)));
        foreach (var weeks in CashOutlookJson.HorizonsOf(outlook))
        {
            var claims = outlook.Claims!.Between(0, weeks);
            var other = outlook.Schedule.Fixed(weeks).Cents / 100.0;
            Row($"{Counted.Of(weeks, "week", "weeks")}, claims", claims, 0);
            Row("  with all else", claims, other);
        }
        terminal.Write(table);
        terminal.Output.WriteLine(
            "A column in percent is not passed with that probability. All else is"
            + " fees, premium and certified disability, less recoveries that are expected.");

        void Row(string name, CashDistribution amount, double more) => table.AddRow([
            name, Dollars(amount.Mean + more),
            .. CashOutlookJson.Probabilities.Items.Select(probability => Dollars(amount.Quantile(probability) + more)),
        ]);
    }

    private static void WriteWeeks(CashOutlook outlook, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Week to").AddColumn(Right("Claims"))
            .AddColumn(Right("5 %")).AddColumn(Right("95 %")).AddColumn(Right("Fees")).AddColumn(Right("Premium"))
            .AddColumn(Right("Disability")).AddColumn(Right("Recoveries")).AddColumn(Right("Call"));
        for (var week = 0; week < outlook.Schedule.Fees.Count; week++)
        {
            var claims = outlook.Claims?.Between(week, 1);
            table.AddRow(
                outlook.AsOf.AddDays(7 * (week + 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                claims is null ? "" : Dollars(claims.Mean), claims is null ? "" : Dollars(claims.Quantile(0.05)),
                claims is null ? "" : Dollars(claims.Quantile(0.95)), Dollars(outlook.Schedule.Fees[week]),
                Dollars(outlook.Schedule.Premium[week]), Dollars(outlook.Schedule.Disability[week]),
                Dollars(outlook.Schedule.Recoveries[week]),
                outlook.Fund?.Weeks[week].Call is { } call ? Dollars(call.Mean) : "");
        }
        terminal.Write(table);
    }

    private static void WriteFund(CashOutlook outlook, TextWriter output)
    {
        var schedule = outlook.Schedule;
        output.WriteLine(
            $"fund        {Dollars(schedule.Available)} available, {Dollars(schedule.Outstanding)} asked for and on its"
            + $" way; it should hold {Dollars(schedule.Target)}");
        if (outlook.Fund is not { } fund)
            return;
        output.WriteLine(
            $"            without further calls it is below that {Day(fund.BelowTargetIn)}, and empty "
            + Day(fund.EmptyIn));
        if (fund.NextCallIn is { } next && fund.Weeks[next].Call is { } call)
            output.WriteLine(
                $"next call   in the week to {outlook.AsOf.AddDays(7 * (next + 1)):yyyy-MM-dd}: {Dollars(call.Mean)}"
                + $" expected, from {Dollars(call.Quantile(0.05))} to {Dollars(call.Quantile(0.95))} with 90 %");

        string Day(int? week) => week is { } known
            ? $"by {outlook.AsOf.AddDays(7 * (known + 1)):yyyy-MM-dd}"
            : $"not within {Counted.Of(schedule.Fees.Count, "week", "weeks")}";
    }

    private static void WriteTests(ValueList<BackTest> tests, Terminal terminal)
    {
        terminal.Output.WriteLine();
        terminal.Output.WriteLine("Past forecasts, each from what was known then, a week apart:");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Ahead").AddColumn(Right("Forecasts"))
            .AddColumn(Right("Within 5–95 %")).AddColumn(Right("Within 25–75 %")).AddColumn(Right("Paid, mean"))
            .AddColumn(Right("Error")).AddColumn(Right("Bias")).AddColumn(Right("13-week mean: error"))
            .AddColumn(Right("Bias"));
        foreach (var test in tests)
            table.AddRow(
                Counted.Of(test.Horizon, "week", "weeks"), test.Forecasts.ToString(CultureInfo.InvariantCulture),
                Percent(test.Within90), Percent(test.Within50), Dollars(test.Outcome), Dollars(test.Error),
                Dollars(test.Bias), Dollars(test.PlainError), Dollars(test.PlainBias));
        terminal.Write(table);
    }

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Dollars(double amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Dollars(Money amount) => Dollars(amount.Cents / 100.0);
}
