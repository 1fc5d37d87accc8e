using System.Globalization;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Reporting;
using Spectre.Console;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>An employer's position on one screen.</summary>
internal static class PositionScreen
{
    public static void Write(EmployerPosition position, Terminal terminal)
    {
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"{position.Employer}, {position.AsOf:yyyy-MM-dd}");
        terminal.Output.WriteLine(new string('─', 78));
        foreach (var lives in position.Lives)
            terminal.Output.WriteLine(
                $"{Name(lives.Line),-12}{Count(lives.Employees),10} employees {Count(lives.Members),10} members "
                    + "covered");
        WriteClaims(position.Claims, terminal);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(
            $"billed {Dollars(position.Money.Billed)} → allowed {Dollars(position.Money.Allowed)} → plan pays "
            + $"{Dollars(position.Money.PlanPaid)} → members owe {Dollars(position.Money.MemberOwes)}");
        terminal.Output.WriteLine("(what members owe includes what the plan does not cover)");
        WriteBudget(position.Budget, terminal);
        WriteCostliest(position, terminal);
        if (position.StopLoss is { } stopLoss)
            WriteStopLoss(stopLoss, terminal);
        WriteDisability(position, terminal);
        WriteFund(position, terminal);
    }

    private static void WriteDisability(EmployerPosition position, Terminal terminal)
    {
        foreach (var line in position.Disability)
        {
            terminal.Output.WriteLine(
                $"{Name(line.Line)}: {Dollars(line.Paid)} paid; {Count(line.Approved)} claims "
                    + $"approved ({Count(line.Open)} open), {Count(line.Denied)} denied, {Count(line.Pended)} pended");
            terminal.Output.WriteLine(line is { Reserve: { } reserve, ExpectedClosures: { } closures }
                ? $"  reserve of open claims {Dollars(reserve)}; "
                    + $"{(closures / 100m).ToString("0.0", CultureInfo.InvariantCulture)} of them are expected to end "
                    + "within a year"
                : "  no reserve: there is no table of terminations");
            if (!line.Overpaid.IsZero)
                terminal.Output.WriteLine($"  claimants owe {Dollars(line.Overpaid)} of overpayments");
            WriteBeside(line.Beside, terminal);
        }
        if (position.Disability.Count > 0)
            terminal.Output.WriteLine();
    }

    private static void WriteBeside(DisabilityBeside beside, Terminal terminal)
    {
        if (!beside.OwedByOthers.IsZero)
            terminal.Output.WriteLine(
                $"  other carriers and settlements owe {Dollars(beside.OwedByOthers)} that they agreed to pay back");
        if (!beside.Advised.IsZero)
            terminal.Output.WriteLine($"  payroll was advised to pay {Dollars(beside.Advised)}, and told that "
                + $"{Dollars(beside.PaidByPayroll)} of it is paid; it is in no funding request");
        if (beside.Insured > 0)
            terminal.Output.WriteLine($"  {Counted.Of(beside.Insured, "claim is", "claims are")} decided for an "
                + "insurer: nothing of them is the employer's money");
    }

    private static void WriteStopLoss(StopLossSummary stopLoss, Terminal terminal)
    {
        terminal.Output.WriteLine($"stop-loss   policy {stopLoss.Policy}, {stopLoss.Carrier}");
        foreach (var member in stopLoss.Watched)
            terminal.Output.WriteLine(
                $"  {member.Pseudonym,-20}{Dollars(member.Eligible),16} of {Dollars(member.Deductible)}"
                + $"{(member.IsLasered ? " (laser)" : "")} used: {Share(member.Used)}"
                + (member.Excess.IsPositive ? $", {Dollars(member.Excess)} beyond" : ""));
        if (stopLoss.Watched.Count == 0)
            terminal.Output.WriteLine("  nobody has used half of a specific deductible");
        if (stopLoss.Aggregating.IsPositive)
            terminal.Output.WriteLine(
                $"  aggregating specific deductible: {Dollars(stopLoss.AggregatingUsed)} of"
                + $" {Dollars(stopLoss.Aggregating)} used");
        if (stopLoss.Aggregate is { } aggregate)
            terminal.Output.WriteLine(
                $"  aggregate: {Dollars(aggregate.Eligible)} count against {Dollars(aggregate.Attachment)} so far"
                + $" ({Share(aggregate.Used)}), {Dollars(aggregate.AttachmentProjected)} for the period");
        terminal.Output.WriteLine(
            $"  recoverable {Dollars(stopLoss.Recoverable)}; premium billed {Dollars(stopLoss.PremiumBilled)};"
            + $" {Count(stopLoss.Notices)} notices to the carrier");
        terminal.Output.WriteLine(
            $"  filed {Dollars(stopLoss.Filed)}: received {Dollars(stopLoss.Received)}, outstanding"
            + $" {Dollars(stopLoss.Outstanding)}"
            + (stopLoss.NotFiled.IsPositive ? $"; not filed yet {Dollars(stopLoss.NotFiled)}" : "")
            + (stopLoss.PayableToCarrier.IsPositive
                ? $"; payable to the carrier {Dollars(stopLoss.PayableToCarrier)}" : ""));
        terminal.Output.WriteLine();
    }

    private static void WriteClaims(ClaimCounts claims, Terminal terminal)
    {
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(
            $"claims      {Count(claims.Received),10} received: {Count(claims.Payable)} payable, "
                + $"{Count(claims.Denied)} denied, "
            + $"{Count(claims.Pended)} pended, {Count(claims.Void)} void, {Count(claims.Rejected)} rejected");
        terminal.Output.WriteLine($"            {Share(claims.DecidedAlone),10} decided without a person");
        if (claims.PendedFor.Count > 0)
            terminal.Output.WriteLine("            pended for "
                + string.Join(", ",
                    claims.PendedFor.Items.Select(pair =>
                        $"{ClaimWords.Of(pair.Reason).First().Replace('-', ' ')} {Count(pair.Claims)}")));
    }

    private static void WriteBudget(BudgetByMonth budget, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Month")
            .AddColumn(Right("Paid")).AddColumn(Right("Budget")).AddColumn(Right("Left")).AddColumn("");
        var largest = Math.Max(1,
            budget.Rows.Items.GroupBy(row => row.Month).Select(month => month.Total(row => row.Paid).Cents)
            .DefaultIfEmpty(1).Max());
        foreach (var month in budget.Rows.Items.GroupBy(row => row.Month))
        {
            var (paid, expected) = (month.Total(row => row.Paid), month.Total(row => row.Expected));
            var bar = new string('▪', (int)Math.Clamp(paid.Cents * 24 / largest, 0, 24));
            table.AddRow(month.Key.ToString(), Dollars(paid), Dollars(expected), Dollars(expected - paid), bar);
        }
        table.AddRow("in all", Dollars(budget.Paid), Dollars(budget.Expected), Dollars(budget.Left), "");
        terminal.Write(table);
    }

    private static void WriteCostliest(EmployerPosition position, Terminal terminal)
    {
        if (position.Costliest.Count == 0)
            return;
        terminal.Output.WriteLine("the costliest members");
        foreach (var member in position.Costliest)
            terminal.Output.WriteLine(
                $"  {member.Pseudonym,-20}{Count(member.Claims),6} claims {Dollars(member.PlanPaid),18}");
        terminal.Output.WriteLine();
    }

    private static void WriteFund(EmployerPosition position, Terminal terminal)
    {
        terminal.Output.WriteLine($"fees billed {Dollars(position.FeesBilled),18}");
        terminal.Output.WriteLine(
            $"fund        {Dollars(position.Fund.BookBalance),18}   ({Dollars(position.Fund.Bank)} in the bank, "
            + $"{Dollars(position.Fund.Outstanding)} of payments not cleared)");
        terminal.Output.WriteLine(
            $"still to pay{Dollars(position.Fund.ClaimsPayable),18}   for claims decided; "
                + $"{Dollars(position.Fund.Requested)} asked for and on its way");
        terminal.Output.WriteLine(position.Reserve is { Statement: { } reserve, Through: { } through }
            ? $"reserve     {Dollars(reserve.Net),18}   at {through:yyyy-MM-dd}: "
                + $"{Dollars(reserve.ReportedNotPaid)} reported and not paid, {Dollars(reserve.Ibnr)} not reported yet"
                + (reserve.StopLossCredit.IsZero ? "" : $", {Dollars(reserve.StopLossCredit)} from stop-loss")
            : $"reserve     {"none",18}   {position.Reserve.Why}");
        var outlook = position.Outlook;
        terminal.Output.WriteLine(
            $"plan year   {Dollars(outlook.Expected),18}   expected, {Dollars(outlook.Fixed)} of it fixed; "
            + (outlook.Maximum is { } most ? $"{Dollars(most)} at most" : "no aggregate ends it"));
        var result = position.Surplus.Result;
        terminal.Output.WriteLine(
            $"{(result.IsNegative ? "deficit" : "surplus"),-12}{Dollars(result.IsNegative ? -result : result),18}   "
                + "so far, against the budget");
    }

    private static string Name(LineOfCoverage line) => Documents.Words.Of(line.ToString());

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static string Share(Percent share) =>
        (share.Millionths / 10_000m).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
