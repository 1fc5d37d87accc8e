using System.Data.Common;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Forecasting;

/// <summary>Reads the disability benefits of the weeks to come, as far as they are certified.</summary>
internal static class DisabilityCash
{
    /// <summary>What is to be paid in each week: in the first what is booked and not paid, then each certified period
    /// in the week in which it ends.</summary>
    /// <returns>Before tax is withheld, which is paid too; nothing where the employer's payroll or an insurer
    /// pays.</returns>
    public static Money[] Weeks(DbConnection connection, EmployerTerms terms, DateOnly day, int weeks)
    {
        var due = new Money[weeks];
        if (terms.Disability is null)
            return due;
        due[0] = BookedBenefitRows.Open(connection, terms.Scope, day).Select(one => one.Obligation.Amount).Total();
        foreach (var claim in ClaimDecisions.On(connection, terms, day, through: null))
        {
            if (claim.Assessment is not { } assessment)
                continue;
            foreach (var (ends, amount) in ToCome(assessment, claim.Booked, day))
            {
                var week = Math.Max(0, (ends.DayNumber - day.DayNumber - 1) / 7);
                if (week < weeks)
                    due[week] += amount;
            }
        }
        return due;
    }

    private static IEnumerable<(DateOnly Ends, Money Amount)> ToCome(
        DisabilityAssessment assessment, IReadOnlyList<BookedBenefit> booked, DateOnly day)
    {
        if (assessment is not { Schedule: { } schedule, Terms.Arrangement: PaymentArrangement.EmployersAgent })
            return [];
        var known = booked.Where(row => row.Day <= day).Select(row => row.Key).ToHashSet();
        return schedule.Payments.Items
            .Where(payment => payment.Period.IsCertified && !known.Contains(
                new BenefitKey(BenefitKind.Benefit, payment.Period.Disability, payment.Period.From)))
            .Select(payment => (payment.Day, payment.Paid));
    }
}
