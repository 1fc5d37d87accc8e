using System.Globalization;
using OpenAso.Disability.Taxes;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.DisabilityClaims.Statements;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>Statements of sick pay on one screen.</summary>
internal static class SickPayScreen
{
    public static void Write(SickPayReport report, Terminal terminal)
    {
        var output = terminal.Output;
        output.WriteLine($"Sick pay of {report.Name} in {Text(report.Year)}: "
            + $"{Counted.Of(report.Statements.Count, "statement", "statements")}"
            + (report.Statements.Items.Select(one => one.Due).OfType<DateOnly>().FirstOrDefault() is var due
                && due != default ? $", due to the employer by {Day(due)}" : ""));
        if (report.Statements.Count == 0)
            return;
        output.WriteLine($"  {"claimant",-26}{"sick pay",12}{"1 wages",12}{"2 income",11}{"3 soc.sec.",12}"
            + $"{"4 tax",10}{"5 Medicare",12}{"6 tax",10}{"12J",11}");
        foreach (var one in report.Statements)
            output.WriteLine(Row($"{one.Payee.Name.First} {one.Payee.Name.Last}", one.Figures.Paid, one.Boxes));
        foreach (var totals in report.Totals)
        {
            output.WriteLine(Row("all, " + Words.Of(totals.Terms.Arrangement.ToString()), totals.Paid, totals.Boxes));
            WriteTotals(totals, output);
        }
    }

    /// <summary>One statement, as it stands below a claim.</summary>
    public static void Write(SickPayStatement statement, TextWriter output)
    {
        var (figures, boxes) = (statement.Figures, statement.Boxes);
        output.WriteLine();
        output.WriteLine($"Sick pay of {Text(figures.Year)} for {statement.Payee.Name.First} "
            + $"{statement.Payee.Name.Last} ({statement.Payee.Id}; add the social security number)"
            + (statement.Due is { } due ? $", due to the employer by {Day(due)}" : ""));
        Line("total sick pay, before tax", figures.Paid);
        Line("W-2 box 1   wages for income tax", boxes.Wages);
        Line("W-2 box 2   income tax withheld", boxes.IncomeTax);
        Line("W-2 box 3   social security wages", boxes.SocialSecurityWages);
        Line("W-2 box 4   social security tax withheld", boxes.SocialSecurityTax);
        Line("W-2 box 5   Medicare wages", boxes.MedicareWages);
        Line("W-2 box 6   Medicare tax withheld", boxes.MedicareTax);
        Line("W-2 box 12J sick pay that is no income", boxes.NotTaxable);
        output.WriteLine($"  {"W-2 box 13  third-party sick pay",-48}{(boxes.IsThirdParty ? "yes" : "no"),14}");
        Line($"employer's part, owed by the {Words.Of(statement.Terms.EmployerTaxes.ToString())}",
            statement.EmployerTax?.Total);
        Line("wages for unemployment tax", statement.UnemploymentWages);
        if (!figures.Survivor.IsZero)
        {
            Line("survivor benefit (Form 1099-MISC, no wage)", figures.Survivor);
            Line("  of which income", figures.SurvivorTaxable);
        }
        foreach (var finding in statement.Findings)
            output.WriteLine($"  {finding.Code}: {finding.Message}");

        void Line(string what, Money? amount) =>
            output.WriteLine($"  {what,-48}{(amount is { } known ? Dollars(known) : "payroll"),14}");
    }

    private static void WriteTotals(SickPayRecap totals, TextWriter output)
    {
        output.WriteLine($"  Form W-2 by: {Words.Of(SickPayFilingRules.WageStatement(totals.Terms).ToString())}. "
            + $"Form 8922 by: {Words.Of(SickPayFilingRules.Recap(totals.Terms).ToString())}. Employer's part "
            + $"{Dollars(totals.EmployerTax)}, owed by: {Words.Of(totals.Terms.EmployerTaxes.ToString())}. "
            + $"Wages for unemployment tax {Dollars(totals.UnemploymentWages)}.");
        if (!totals.Survivor.IsZero)
            output.WriteLine($"  Survivor benefits {Dollars(totals.Survivor)}, of which income "
                + $"{Dollars(totals.SurvivorTaxable)}: on Form 1099-MISC, not on Form W-2.");
    }

    private static string Row(string who, Money paid, WageStatementBoxes boxes) =>
        $"  {(who.Length > 25 ? who[..25] : who),-26}{Dollars(paid),12}{Dollars(boxes.Wages),12}"
        + $"{Known(boxes.IncomeTax),11}{Dollars(boxes.SocialSecurityWages),12}{Known(boxes.SocialSecurityTax),10}"
        + $"{Dollars(boxes.MedicareWages),12}{Known(boxes.MedicareTax),10}{Dollars(boxes.NotTaxable),11}";

    private static string Known(Money? amount) => amount is { } known ? Dollars(known) : "payroll";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
