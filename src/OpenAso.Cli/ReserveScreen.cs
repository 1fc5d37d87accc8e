using System.Globalization;
using OpenAso.Actuarial.Reserving;
using OpenAso.Documents;
using OpenAso.Operations.Reserving;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>A reserve on one screen.</summary>
internal static class ReserveScreen
{
    // Of monthly triangles only the youngest origins have a reserve; the others fill screens.
    private const int OriginsShown = 24;

    public static void Write(ReserveReport report, Terminal terminal)
    {
        var estimate = report.Estimate;
        var output = terminal.Output;
        output.WriteLine(
            $"Reserve by {Words.Of(estimate.Method.ToString())}: {Dollars(estimate.Ibnr)} still to come; "
            + $"{Dollars(estimate.Latest)} came, {Dollars(estimate.Ultimate)} in the end");
        output.WriteLine(new string('─', 78));
        WriteErrors(estimate, output);
        WriteOrigins(estimate, terminal);
        WriteFactors(report, terminal);
        WriteNewestDiagonal(report, output);
        foreach (var finding in estimate.Diagnostics)
            output.WriteLine($"note: {finding.Message} ({finding.Code})");
    }

    private static void WriteErrors(ReserveEstimate estimate, TextWriter output)
    {
        if (estimate.Errors is { } errors)
        {
            output.WriteLine(
                $"standard error {Dollars(errors.Standard)} ({Share(errors.Standard, estimate.Ibnr)}): process "
                + $"{Dollars(errors.Process)}, parameter {Dollars(errors.Parameter)}"
                + (errors.OneYear is { } oneYear ? $"; within the next diagonal {Dollars(oneYear)}" : ""));
        }
        if (estimate.Quantiles.Count > 0)
            output.WriteLine("not above, with probability: " + string.Join(
                ", ", estimate.Quantiles.Items.Select(one => $"{Percent(one.Probability)} {Dollars(one.Value)}")));
    }

    private static void WriteOrigins(ReserveEstimate estimate, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Origin").AddColumn(Right("Came"))
            .AddColumn(Right("In the end")).AddColumn(Right("Still to come"));
        var hasErrors = estimate.Errors is not null;
        if (hasErrors)
            table.AddColumn(Right("Standard error"));
        var hidden = Math.Max(0, estimate.Origins.Count - OriginsShown);
        if (hidden > 0)
            AddRow($"{hidden} earlier", [.. estimate.Origins.Items.Take(hidden)], null);
        foreach (var origin in estimate.Origins.Items.Skip(hidden))
            AddRow(origin.Origin, [origin], origin.StandardError);
        AddRow("Total", [.. estimate.Origins.Items], estimate.Errors?.Standard);
        terminal.Write(table);

        void AddRow(string name, OriginReserve[] origins, double? error)
        {
            List<string> cells =
            [
                Markup.Escape(name), Dollars(origins.Sum(one => one.Latest)), Dollars(origins.Sum(one => one.Ultimate)),
                Dollars(origins.Sum(one => one.Ibnr)),
            ];
            if (hasErrors)
                cells.Add(error is { } known ? Dollars(known) : "");
            table.AddRow([.. cells]);
        }
    }

    private static void WriteFactors(ReserveReport report, Terminal terminal)
    {
        var pattern = report.Estimate.Pattern;
        var table = new Table().Border(TableBorder.Simple).AddColumn("Age").AddColumn(Right("Factor to the next"))
            .AddColumn(Right("Ratios")).AddColumn(Right("Complete"));
        for (var age = 0; age < report.Triangle.Ages.Count; age++)
        {
            var isLast = age == pattern.Steps.Count;
            var step = isLast ? pattern.Tail : pattern.Steps[age];
            // Beyond this age nothing develops any more.
            if (age > 0 && !isLast && pattern.ToUltimate(age) == 1 && pattern.ToUltimate(age - 1) == 1)
                continue;
            table.AddRow(
                Markup.Escape(report.Triangle.Ages[age]), Number(step.Factor) + (isLast ? " tail" : ""),
                step.Ratios.ToString(CultureInfo.InvariantCulture), Percent(pattern.Completion(age)));
        }
        terminal.Write(table);
    }

    private static void WriteNewestDiagonal(ReserveReport report, TextWriter output)
    {
        if (report.NewestDiagonal.Count == 0)
            return;
        var actual = report.NewestDiagonal.Items.Sum(gap => gap.Actual);
        var expected = report.NewestDiagonal.Items.Sum(gap => gap.Expected);
        output.WriteLine(
            $"the newest diagonal brought {Dollars(actual)} where {Dollars(expected)} was expected "
            + $"({Share(actual - expected, expected)} off)");
    }

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static string Share(double part, double whole) => whole == 0 ? "no share" : Percent(part / whole);

    private static string Percent(double share) => double.IsFinite(share)
        ? (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %"
        : "none";

    private static string Number(double factor) => factor.ToString("0.000000", CultureInfo.InvariantCulture);

    private static string Dollars(double amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
