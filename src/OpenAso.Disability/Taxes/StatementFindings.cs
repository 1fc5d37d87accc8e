using System.Globalization;
using OpenAso.Disability.Law;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>What is not settled in a statement of sick pay.</summary>
internal static class StatementFindings
{
    public static ValueList<Finding> Of(SickPayStatement statement, FicaFigures? rates)
    {
        var (figures, findings) = (statement.Figures, new List<Finding>());
        var place = new Place("", 0, 0,
            $"claimant {statement.Payee.Id}, {figures.Year.ToString(CultureInfo.InvariantCulture)}");
        if (rates is null)
            Warn(TaxCodes.RatesUnknown, "The figures of law hold no rates of social security and Medicare tax for "
                + $"{figures.Year}. Add them to 'payroll-tax'.");
        if (figures.FicaWages.IsPositive)
            Unknown();
        var all = figures.FicaWages + (statement.Besides?.SocialSecurity ?? Money.Zero);
        if (rates is not null && !rates.Settles(all))
            Warn(TaxCodes.WageBaseUnknown, $"The wage base of {figures.Year} is not among the figures of law, and "
                + "wages are above the last that is: all of them stand as wages for social security. Add it to "
                + "'wage-bases'.");
        if (statement.EmployeeTax is { } due && figures.Fica is { } withheld)
            Differs(due, withheld);
        foreach (var correction in figures.Corrections.Items.Where(one => !one.FicaWages.IsZero))
            Warn(TaxCodes.YearCorrected, $"{correction.Amount} came back on {Day(correction.Day)}: wages for social "
                + $"security and Medicare of {figures.Year} are less by {correction.FicaWages}, the employee's tax by "
                + $"{correction.Employee.Total}, the employer's by {correction.Employer.Total}. Correct boxes 3 to 6 "
                + "(Form W-2c) and the return (Form 941-X), and give the employee's tax back; box 1 stays.");
        return findings.ToValueList();

        void Warn(string code, string message) => findings.Add(new Finding(code, Severity.Warning, place, message));

        void Unknown()
        {
            if (statement.Besides is null)
                Warn(TaxCodes.WagesUnknown, $"What the employer paid besides in {figures.Year} is not known: wage base "
                    + "and additional Medicare tax count the benefits alone. Write it into the claim: wages: [{year: "
                    + $"{figures.Year}, social-security: …, medicare: …, unemployment: …}}].");
            else if (statement.Besides.Unemployment is null)
                Warn(TaxCodes.UnemploymentUnknown, "Wages for unemployment tax that the employer paid besides in "
                    + $"{figures.Year} are not known: its base counts the benefits alone. Write 'unemployment' beside "
                    + "the other wages of the year.");
        }

        void Differs(FicaTax due, FicaTax withheld)
        {
            // Each claim is rounded by itself: two taxes of several claims may be off by a cent each.
            var rounding = 2 * Math.Max(0, statement.Payee.Claims.Count - 1);
            var more = withheld.Total - due.Total;
            if (Math.Abs(more.Cents) > rounding)
                Warn(TaxCodes.WithheldDiffers, $"{withheld.Total} of social security and Medicare tax were withheld, "
                    + $"and the wages of the year come to {due.Total}. "
                    + (more.IsPositive ? $"Give {more} back to the claimant." : $"Collect {-more} from the claimant."));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
