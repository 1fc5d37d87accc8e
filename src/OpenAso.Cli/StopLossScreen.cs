using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Positions;
using Spectre.Console;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>A stop-loss position on one screen.</summary>
internal static class StopLossScreen
{
    private static readonly Percent Watched = Percent.Of(50);

    public static void Write(
        StopLossPosition position, IReadOnlyCollection<PolicyWarning> warnings, Terminal terminal)
    {
        terminal.Output.WriteLine($"Stop-loss policy {position.Policy}, {position.AsOf:yyyy-MM-dd}");
        terminal.Output.WriteLine(new string('─', 78));
        WriteSpecific(position, terminal);
        if (position.Aggregate is { } aggregate)
            WriteAggregate(aggregate, terminal);
        WriteBearers(position, terminal);
        WriteNotices(position, terminal);
        foreach (var warning in warnings)
            terminal.Output.WriteLine($"look at this: {warning.Message} ({warning.Rule}: {warning.Source})");
    }

    private static void WriteNotices(StopLossPosition position, Terminal terminal)
    {
        if (position.Notices.Count > 0)
            terminal.Output.WriteLine("notices to the carrier");
        foreach (var notice in position.Notices)
            terminal.Output.WriteLine($"  {notice.DueOn:yyyy-MM-dd}  {notice.Claimant}: {notice.Because}");
        if (position.Excluded.Count > 0)
            terminal.Output.WriteLine(
                $"{Count(position.Excluded.Count)} amounts do not count; --json names each with its reason");
    }

    private static void WriteSpecific(StopLossPosition position, Terminal terminal)
    {
        var watched = position.Specific.Where(claimant => claimant.Used >= Watched)
            .OrderByDescending(claimant => claimant.Used).ToList();
        terminal.Output.WriteLine(
            $"{Count(position.Specific.Count)} claimants, {Count(watched.Count)} of them beyond half of the deductible;"
            + $" the carrier owes {Dollars(position.SpecificTotal)} under the specific");
        if (watched.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple).AddColumn("Claimant").AddColumn(Right("Counts"))
            .AddColumn(Right("Deductible")).AddColumn(Right("Used")).AddColumn(Right("Beyond"))
            .AddColumn(Right("Aggregating")).AddColumn(Right("Reimbursable"));
        foreach (var claimant in watched)
        {
            table.AddRow(
                Markup.Escape(claimant.Claimant), Dollars(claimant.Eligible),
                (claimant.Deductible is { } deductible ? Dollars(deductible) : "none")
                    + (claimant.IsLasered ? " laser" : ""),
                claimant.Used.ToString(), Dollars(claimant.Excess), Dollars(claimant.AggregatingApplied),
                Dollars(claimant.Reimbursable));
        }
        terminal.Write(table);
    }

    private static void WriteAggregate(AggregatePosition aggregate, Terminal terminal)
    {
        terminal.Output.WriteLine(
            $"aggregate: {Dollars(aggregate.Eligible)} count against an attachment of {Dollars(aggregate.Attachment)}"
            + $" so far ({aggregate.Used}), {Dollars(aggregate.AttachmentProjected)} for the period;"
            + $" the carrier owes {Dollars(aggregate.Reimbursable)}");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Month").AddColumn(Right("Attachment"))
            .AddColumn(Right("Cumulative")).AddColumn(Right("Counts")).AddColumn(Right("Cumulative"))
            .AddColumn(Right("Advanced")).AddColumn(Right("Repayable"));
        foreach (var month in aggregate.Months)
        {
            table.AddRow(
                month.Month.ToString(), Dollars(month.Attachment), Dollars(month.CumulativeAttachment),
                Dollars(month.Eligible), Dollars(month.CumulativeEligible), Dollars(month.Accommodation),
                Dollars(month.Repayable));
        }
        terminal.Write(table);
    }

    private static void WriteBearers(StopLossPosition position, Terminal terminal)
    {
        var bearers = position.Bearers;
        terminal.Output.WriteLine($"of {Dollars(bearers.Total)} paid, the plan bears {Dollars(bearers.Plan)}:");
        (string Layer, Money Amount)[] layers =
        [
            ("below the specific deductible", bearers.BelowSpecific),
            ("between expected claims and the attachment", bearers.Corridor),
            ("between the policy's deductible and a laser", bearers.LaserLayer),
            ("by the aggregating specific deductible", bearers.AggregatingSpecific),
            ("the share that the carrier does not pay", bearers.KeptShare),
            ("above a maximum", bearers.BeyondMaximum),
            ("what the policy does not count", bearers.Ineligible),
        ];
        foreach (var (layer, amount) in layers.Where(layer => !layer.Amount.IsZero))
            terminal.Output.WriteLine($"  {layer,-46}{Dollars(amount),18}");
    }

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
