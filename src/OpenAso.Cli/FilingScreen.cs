using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using Spectre.Console;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>Stop-loss filings on one screen.</summary>
internal static class FilingScreen
{
    public static void Write(FilingDesk desk, Terminal terminal)
    {
        terminal.Output.WriteLine($"Stop-loss policy {desk.Policy}, {desk.Carrier}, {desk.AsOf:yyyy-MM-dd}");
        terminal.Output.WriteLine(new string('─', 78));
        if (desk.Filings.Count > 0)
            WriteFilings(desk, terminal);
        terminal.Output.WriteLine(
            $"filed {Dollars(desk.Filed)}, received {Dollars(desk.Received)}, outstanding {Dollars(desk.Outstanding)}"
            + $" (0-30 days {Dollars(desk.Ageing.Through30)}, 31-60 {Dollars(desk.Ageing.Through60)}, 61-90"
            + $" {Dollars(desk.Ageing.Through90)}, beyond {Dollars(desk.Ageing.Beyond90)})");
        if (desk.PayableToCarrier.IsPositive)
            terminal.Output.WriteLine(
                $"payable to the carrier, because claims were taken back: {Dollars(desk.PayableToCarrier)}");
        terminal.Output.WriteLine(desk.NotFiled.IsPositive || desk.Due.Count > 0
            ? $"not filed yet {Dollars(desk.NotFiled)}"
            : "nothing is left to file");
        foreach (var due in desk.Due)
            terminal.Output.WriteLine(
                $"  {due.DueOn:yyyy-MM-dd}  {due.Claimant}: {Words.Of(due.Kind.ToString())} filing,"
                + $" {Dollars(due.Excess)} beyond the deductible"
                + (due.IsLate ? string.Create(CultureInfo.InvariantCulture, $", {due.DaysLate} DAYS LATE") : ""));
    }

    public static void Write(FilingRun run, DirectoryInfo? folder, Terminal terminal)
    {
        foreach (var written in run.Written)
        {
            var filing = written.Filing;
            terminal.Output.WriteLine(
                $"{filing.Name}: {Words.Of(filing.Kind.ToString())} filing for {Who(filing)},"
                + $" {Dollars(filing.Recovery.Requested)} asked for, due {filing.DueOn:yyyy-MM-dd}");
            foreach (var row in written.Checklist)
                terminal.Output.WriteLine(
                    $"  {Words.Of(row.Item.ToString()),-24}{Words.Of(row.State.ToString()),-16}{row.Detail}");
            foreach (var finding in written.Findings.Items
                .Where(one => one.Code != StopLoss.StopLossCodes.ChecklistOpen))
                terminal.Output.WriteLine($"  {finding.Code} {finding.Message}");
        }
        foreach (var finding in run.Findings)
            terminal.Say($"not filed: {finding.Code} {finding.Message}");
        var total = run.Written.Items.Total(written => written.Filing.Recovery.Requested);
        terminal.Output.WriteLine(
            run.Written.Count == 0 ? "Nothing is to be filed."
            : folder is null
                ? $"Would file {Counted(run.Written.Count)} for {Dollars(total)}; nothing was kept."
                : $"{Counted(run.Written.Count)} for {Dollars(total)} in {folder}.");
    }

    private static void WriteFilings(FilingDesk desk, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Filing").AddColumn("For").AddColumn("Kind")
            .AddColumn("Filed on").AddColumn(Right("Asked for")).AddColumn(Right("Received"))
            .AddColumn(Right("Outstanding")).AddColumn("State");
        foreach (var filing in desk.Filings)
        {
            var recovery = filing.Recovery;
            var reason = recovery.Steps[^1].Reason;
            table.AddRow(
                Markup.Escape(filing.Name), Markup.Escape(Who(filing)), Words.Of(filing.Kind.ToString()),
                filing.FiledOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Dollars(recovery.Requested),
                Dollars(recovery.Received), Dollars(recovery.Outstanding),
                Markup.Escape(Words.Of(recovery.State.ToString()) + (reason.Length > 0 ? $": {reason}" : "")));
        }
        terminal.Write(table);
    }

    private static string Who(KeptFiling filing) =>
        filing.Recovery.Claimant.Length > 0 ? filing.Recovery.Claimant : "the aggregate";

    private static string Counted(int count) => Operations.Counted.Of(count, "filing", "filings");

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();
}
