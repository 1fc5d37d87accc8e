using OpenAso.Disability.Claims;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>What was booked for a claim in a calendar year; as it is decided where payroll or an insurer pays, of which
/// nothing is booked.</summary>
/// <param name="Claim">Its newest version.</param>
/// <param name="Terms">Who pays, and who owes the employer's part.</param>
/// <param name="Figures">Of the year.</param>
internal sealed record BookedSickPay(DisabilityClaim Claim, SickPayTerms Terms, SickPayFigures Figures)
{
    /// <summary>Null where nothing was paid in the year.</summary>
    public static BookedSickPay? Of(DecidedDisability decided, DisabilityBasis basis, int year)
    {
        if (decided.Assessment is { Terms.Arrangement: not PaymentArrangement.EmployersAgent } assessment)
            return AssessedSickPay.Statement(assessment, year, basis.Law) is { } statement
                ? new BookedSickPay(assessment.Claim, statement.Terms, statement.Figures) : null;
        var rows = decided.Booked.Where(row => row.Through.Year == year
            && row.Key.Kind is BenefitKind.Benefit or BenefitKind.Survivor).ToList();
        if (rows.Count == 0)
            return null;
        var claim = decided.Assessment?.Claim ?? decided.Kept.Read();
        var terms = decided.Assessment?.Terms
            ?? basis.Plan(decided.Kept.Plan.Value)?.AsOf(claim.DisabledFrom);
        if (terms is null)
            return null;
        return new BookedSickPay(
            claim,
            new SickPayTerms(terms.Arrangement, terms.EmployerTaxes),
            Booked(rows, decided.Assessment?.Schedule, year));
    }

    private static SickPayFigures Booked(List<BookedBenefit> rows, PaymentSchedule? schedule, int year)
    {
        var benefits = rows.Where(row => row.Key.Kind == BenefitKind.Benefit).ToList();
        var survivors = rows.Where(row => row.Key.Kind == BenefitKind.Survivor).ToList();
        var keys = benefits.Select(row => row.Key).ToHashSet();
        var taken = (schedule?.Payments.Items ?? []).Where(payment => keys.Contains(
            new BenefitKey(BenefitKind.Benefit, payment.Period.Disability, payment.Period.From))).ToList();
        var back = (schedule?.RepaidOfYear.Items ?? []).Where(one => one.Year == year).ToList();
        return new SickPayFigures(year)
        {
            Paid = benefits.Total(row => row.Amounts.Owed + row.Amounts.Found)
                - taken.Total(payment => payment.RecoveryOfYear) - back.Total(one => one.Amount),
            Taxable = benefits.Total(row => row.Amounts.Taxable) - back.Total(one => one.Taxable),
            FicaWages = benefits.Total(row => row.Amounts.Fica.Wages) - back.Total(one => one.FicaWages),
            IncomeTax = benefits.Total(row => row.Amounts.Withheld),
            Fica = new FicaTax(
                benefits.Total(row => row.Amounts.Fica.SocialSecurity),
                benefits.Total(row => row.Amounts.Fica.Medicare), Money.Zero),
            Survivor = survivors.Total(row => row.Amounts.Owed),
            SurvivorTaxable = survivors.Total(row => row.Amounts.Taxable),
            Corrections = (schedule?.Corrections.Items ?? []).Where(one => one.Year == year).ToValueList(),
        };
    }
}
