using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Reserving;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>A reserve of the books on one screen: what must be set aside, then the triangle behind it.</summary>
internal static class BooksReserveScreen
{
    public static void Write(BooksReserve reserve, EmployerId employer, Terminal terminal)
    {
        var (lag, statement, output) = (reserve.Lag, reserve.Statement, terminal.Output);
        var line = lag.Question.Line is { } one ? Words.Of(one.ToString()) : "all lines of coverage";
        output.WriteLine(
            $"{employer}, {line}: {Counted.Of(lag.Months, "month", "months")} of service through "
            + $"{lag.Triangle.Through:yyyy-MM-dd}, by the day {Word(lag.Triangle.Basis)}");
        output.WriteLine(new string('─', 78));
        Say("decided and not paid", reserve.Reported.Decided, "");
        Say("pended", reserve.Reported.Pended,
            $"{Counted.Of(lag.Pended.Claims, "claim", "claims")} that bill {Dollars(lag.Pended.Billed)}");
        Say("incurred, not reported", statement.Ibnr, "");
        Say("gross reserve", statement.Gross, "");
        Say("stop-loss credit", -statement.StopLossCredit, "of payments within the policies' windows");
        Say("net reserve", statement.Net, "");
        if (!statement.RunOutFees.IsZero)
            Say("run-out fees", statement.RunOutFees, "");
        if (!statement.Margin.IsZero)
            Say("margin", statement.Margin, "");
        Say("to be set aside", statement.Total, "");
        if (!lag.Since.IsZero)
            output.WriteLine(
                $"from then to {lag.AsOf:yyyy-MM-dd} {Dollars(lag.Since)} was paid, which is not taken off");
        foreach (var finding in reserve.Findings)
            output.WriteLine($"note: {finding.Message} ({finding.Code})");
        output.WriteLine();
        ReserveScreen.Write(reserve.Report, terminal);

        void Say(string name, Money amount, string words) =>
            output.WriteLine($"  {name,-24}{Dollars(amount),18}   {words}".TrimEnd());
    }

    private static string Word(TriangleBasis basis) => basis == TriangleBasis.Paid ? "of payment" : "of receipt";
}
