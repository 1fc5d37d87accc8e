using System.Globalization;
using OpenAso.Decision.Stressing;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>A plan under stress, on one screen: what it costs, what cash it takes and when.</summary>
internal static class StressScreen
{
    public static void Write(StressReport report, Terminal terminal)
    {
        var output = terminal.Output;
        var years = report.Terms.Years;
        output.WriteLine(years == 1 ? "The plan year under stress" : $"{years} plan years under stress");
        output.WriteLine(new string('─', 64));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Means of {report.Settings.Runs:N0} runs; every scenario happens to the same people as the base."));
        output.WriteLine($"Stop-loss contract: {report.Terms.First.Text}"
            + (years > 1 ? $", then {report.Terms.Renewal.Text}." : "."));
        terminal.Write(Costs(report));
        terminal.Write(Cash(report));
        if (report.Base.Profit is not null)
            terminal.Write(Profits(report));
        terminal.Write(Months(report));
        WriteLater(report, output);
        foreach (var finding in report.Findings.Items)
            output.WriteLine($"Note {finding.Code}: {finding.Message}");
        WriteSources(report, output);
    }

    private static Table Costs(StressReport report)
    {
        var table = Columns("claims and who bears them", "claims", "specific", "aggregate", "you keep", "more", "±",
            "a year as dear");
        foreach (var (number, outcome) in All(report).Index())
            table.AddRow(
                Name(outcome, number), Dollars(outcome.Cost.Gross), Dollars(outcome.Cost.Specific),
                Dollars(outcome.Cost.Aggregate), Dollars(outcome.Cost.Retained),
                outcome.Scenario is null ? "" : More(outcome.Cost.RetainedMore),
                outcome.Scenario is null ? "" : Dollars(outcome.Cost.RetainedMoreError), Rare(outcome));
        return table;
    }

    private static Table Cash(StressReport report)
    {
        var table = Columns("cash you must have", "peak beyond the base", "by month", "largest call", "in 1 of 20 runs",
            "calls", "lowest fund");
        foreach (var (number, outcome) in All(report).Index())
            table.AddRow(
                Name(outcome, number), outcome.Scenario is null ? "" : Dollars(outcome.Cash.PeakNeed),
                outcome.Cash.PeakMonth == 0 ? "" : outcome.Cash.PeakMonth.ToString(CultureInfo.InvariantCulture),
                Dollars(outcome.Cash.LargestCall), Dollars(outcome.Cash.LargestCall95),
                outcome.Cash.Calls.ToString("F1", CultureInfo.InvariantCulture), Dollars(outcome.Cash.LowestBalance));
        return table;
    }

    private static Table Profits(StressReport report)
    {
        var table = Columns("operating profit", "expected", "effect", "probability of a loss");
        foreach (var (number, outcome) in All(report).Index())
            table.AddRow(
                Name(outcome, number), Dollars(outcome.Profit!.Expected),
                outcome.Scenario is null ? "" : More(outcome.Profit.Effect), Percent(outcome.Profit.LossProbability));
        return table;
    }

    // By quarter where there are several years.
    private static Table Months(StressReport report)
    {
        var width = report.Terms.Years == 1 ? 1 : 3;
        var table = Columns([
            width == 1 ? "month" : "months", "claims paid", "carrier pays", "you pay in",
            .. report.Scenarios.Items.Select((_, index) => $"({index + 1})")]);
        for (var month = 0; month < report.Base.Months.Count; month += width)
        {
            var first = month;
            table.AddRow([
                width == 1 ? $"{month + 1}" : $"{month + 1}–{month + width}",
                Dollars(Sum(report.Base, one => one.Paid)), Dollars(Sum(report.Base, one => one.Received)),
                Dollars(Sum(report.Base, one => one.Cash)),
                .. report.Scenarios.Items.Select(outcome => More(Sum(outcome, one => one.CashMore)))]);

            double Sum(StressOutcome outcome, Func<StressMonth, double> of) =>
                outcome.Months.Items.Skip(first).Take(width).Sum(of);
        }
        return table;
    }

    private static void WriteLater(StressReport report, TextWriter output)
    {
        output.WriteLine("The base by month; under each scenario, what you pay in more or less than in the base.");
        output.WriteLine($"Of these claims {Dollars(report.Base.Cost.PaidAfter)} are paid after the last month, and"
            + $" {Dollars(report.Base.Cost.ReceivedAfter)} are then received from the carrier (base).");
    }

    private static void WriteSources(StressReport report, TextWriter output)
    {
        foreach (var (index, scenario) in report.Scenarios.Items.Select(outcome => outcome.Scenario!).Index())
            output.WriteLine($"({index + 1}) {scenario.Id}: {scenario.Source.TrimEnd('.')}."
                + $" Assumed: {scenario.Assumed}.");
    }

    private static IEnumerable<StressOutcome> All(StressReport report) => [report.Base, .. report.Scenarios.Items];

    private static string Name(StressOutcome outcome, int number) =>
        outcome.Scenario is { } scenario ? $"({number}) {scenario.Name}" : "base";

    private static string Rare(StressOutcome outcome) => outcome.Rarity switch
    {
        null => "",
        0 => "hardly ever",
        { } share => $"1 in {(1 / share).ToString(share > 0.1 ? "F1" : "N0", CultureInfo.InvariantCulture)}",
    };

    private static Table Columns(params string[] names)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(names[0]));
        foreach (var name in names.Skip(1))
            table.AddColumn(new TableColumn(name).RightAligned());
        return table;
    }

    private static string Dollars(double amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string More(double amount) => Math.Abs(amount) < 0.5
        ? "·"
        : amount.ToString("+#,0;-#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
