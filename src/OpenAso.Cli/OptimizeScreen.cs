using System.Globalization;
using OpenAso.Decision.Optimizing;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>Stop-loss options side by side on one screen.</summary>
internal static class OptimizeScreen
{
    private const int BeatenShown = 8;

    public static void Write(OptionStudy study, OptionsDocument asked, Terminal terminal)
    {
        var output = terminal.Output;
        var hasBudget = asked.Budget is not null;
        output.WriteLine(
            $"{study.Options.Count} options; {study.Frontier.Count} are on the frontier: no other costs less both as "
            + "expected and in the worst years");
        terminal.Write(Table(study.Frontier.Items, study, hasBudget));
        var beaten = study.Options.Items.Where(one => one.BeatenBy is not null)
            .OrderBy(one => one.Expected).ToList();
        if (beaten.Count > 0)
        {
            output.WriteLine(beaten.Count > BeatenShown
                ? $"Beaten by one of them, the {BeatenShown} with the least expected cost of {beaten.Count}:"
                : "Beaten by one of them:");
            terminal.Write(Table(beaten.Take(BeatenShown), study, hasBudget));
        }
        terminal.Write(new Text(study.Recommended is { } recommended
            ? $"Recommended (*): {recommended.Option}. {recommended.Reason}\n\n"
            : "Nothing is recommended, since 'tolerance' does not say how much risk may be borne.\n\n"));
        terminal.Write(new Text(Disclosed(study, asked)));
    }

    private static Table Table(IEnumerable<OptionResult> options, OptionStudy study, bool hasBudget)
    {
        var level = $"{study.Level * 100:0.####} %";
        var table = new Table().Border(TableBorder.Simple).AddColumn("Option");
        string[] columns = ["Premium", "Expected", "Deviation", $"Not passed, {level}", "Mean beyond", "Maximum"];
        foreach (var column in hasBudget ? [.. columns, "Above budget"] : columns)
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var one in options)
        {
            var mark = one.Option.Name == study.Recommended?.Option ? " *" : "";
            List<string> cells =
            [
                Markup.Escape(one.Option.Name) + mark, Dollars(one.Premium.Total), Dollars(one.Expected),
                Dollars(one.Deviation), Dollars(one.Quantile), Dollars(one.Tail),
                double.IsFinite(one.Most) ? Dollars(one.Most) : "no end",
            ];
            if (hasBudget)
                cells.Add($"{(one.AboveBudget ?? 0) * 100:0.00} %");
            table.AddRow([.. cells]);
        }
        return table;
    }

    private static string Disclosed(OptionStudy study, OptionsDocument asked)
    {
        var words = $"All in: fixed cost of {Dollars(asked.Fixed)}, premium, claims up to specific and aggregate; "
            + "lasers and the aggregating specific lie outside the aggregate.\n";
        if (study.Premium is { } model)
            words += "Premiums that nobody quoted are modelled: expected payment over "
                + $"{Number(model.SpecificLossRatio)} for the specific and {Number(model.AggregateLossRatio)} for the "
                + $"aggregate, and {Number(model.RiskLoad)} deviations of the excess for the risk.\n";
        return words + (study.GroupSigma == 0
            ? "The level of the whole group is taken as known (group-sigma 0): years will be less certain than this.\n"
            : "The level of the whole group is uncertain: "
                + $"group-sigma {Number(study.GroupSigma)} is part of this.\n");
    }

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Dollars(double amount) => amount.ToString("N0", CultureInfo.InvariantCulture);
}
