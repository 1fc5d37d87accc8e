using System.Globalization;
using OpenAso.Decision.Distributions;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>How a year may come out, on one screen.</summary>
internal static class DistributionScreen
{
    private const double Worrying = 1e-6;

    public static void Write(YearOutlook outlook, Terminal terminal)
    {
        var output = terminal.Output;
        output.WriteLine("What the year may cost");
        output.WriteLine(new string('─', 64));
        WriteAmount(output, "expected before the specific", outlook.Moments.ExpectedGross);
        WriteAmount(output, "expected to be borne by the specific", outlook.Moments.ExpectedSpecific);
        WriteAmount(output, "expected to be retained", outlook.Moments.ExpectedRetained);
        WriteAmount(output, "standard deviation of what is retained", outlook.Moments.RetainedDeviation);
        output.WriteLine();
        var attachments = Columns("of expected", "attachment", "probability", "expected above it");
        foreach (var row in outlook.Exceedances.Items)
            attachments.AddRow(
                Share(row.Multiple, 1), Dollars(row.Attachment), Share(row.Probability, 4), Dollars(row.Cost));
        terminal.Write(attachments);
        var quantiles = Columns("not passed with", "amount", "mean of the years beyond");
        foreach (var row in outlook.Quantiles.Items)
            quantiles.AddRow(Share(row.Probability, 2), Dollars(row.Value), Dollars(row.TailMean));
        terminal.Write(quantiles);
        if (outlook.Grid.Count > 0)
            WriteGrid(outlook, terminal);
        output.WriteLine(outlook.GroupSigma == 0
            ? "The level of the whole group is taken as known (group-sigma 0): years will be more uncertain than this."
            : string.Create(CultureInfo.InvariantCulture,
                $"The level of the whole group is uncertain: group-sigma {outlook.GroupSigma:0.###} is part of this."));
        if (outlook.NumericalError > Worrying)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Computed to within {outlook.NumericalError:0.0e+0} of mean and deviation."));
    }

    private static void WriteGrid(YearOutlook outlook, Terminal terminal)
    {
        var grid = Columns("specific", "aggregate", "specific bears", "aggregate bears", "expected to be kept");
        foreach (var cell in outlook.Grid.Items)
            grid.AddRow(
                Dollars(cell.Specific), Share(cell.Multiple, 1), Dollars(cell.SpecificCost),
                Dollars(cell.AggregateCost), Dollars(cell.ExpectedKept));
        terminal.Write(grid);
    }

    private static Table Columns(params string[] names)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in names)
            table.AddColumn(new TableColumn(name).RightAligned());
        return table;
    }

    private static void WriteAmount(TextWriter output, string name, double amount) =>
        output.WriteLine($"{name,-46}{Dollars(amount),18}");

    private static string Dollars(double amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Share(double share, int digits) =>
        (share * 100).ToString("F" + digits, CultureInfo.InvariantCulture) + " %";
}
