using System.Data.Common;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Reserving;

/// <summary>Works out what the specific of each policy will pay back of a reserve.</summary>
/// <remarks>Credit is given only where the policy's windows hold the service and the payment, so that 12/12 gives none
/// for what is paid after its year. No credit is given for an aggregate, of which nothing is certain before the period
/// has ended.</remarks>
internal static class StopLossCredits
{
    /// <summary>The credit of all policies.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="lag">What the books tell.</param>
    /// <param name="uncertain">Pended claims and those that have not come, as reserved.</param>
    public static StopLossCredit Of(DbConnection connection, EmployerTerms terms, BooksLag lag, Money uncertain)
    {
        var through = lag.Triangle.Through;
        var policies = terms.Policies.Items
            .Where(policy => policy.Period.First <= through && policy.Specific is { } specific
                && specific.Basis.Paid.Last > through
                && (lag.Question.Line is not { } line || specific.Lines.Items.Contains(line)))
            .ToList();
        if (policies.Count == 0)
            return StopLossCredit.None;
        var paid = PaidClaimRows.All(connection, terms.Scope);
        var unpaid = paid.Where(claim => claim.Issued > through && claim.Decided <= through)
            .Concat(PaidClaimRows.Unpaid(connection, terms.Scope, through))
            .Where(claim => lag.Question.Line is not { } line || claim.Line == line)
            .Select(claim => claim with { Issued = through.AddDays(1) }).ToList();
        var schedule = Schedule(lag.Paid);
        var credit = StopLossCredit.None;
        foreach (var policy in policies)
        {
            var before = Reimbursable(policy, through, paid.Where(claim => claim.Issued <= through));
            var after = Reimbursable(policy, through.AddDays(1),
                paid.Where(claim => claim.Issued <= through).Concat(unpaid));
            credit = new StopLossCredit(
                credit.Decided + Money.Max(after - before, Money.Zero),
                credit.Expected + Expected(policy, lag, schedule, before, uncertain));
        }
        return credit;
    }

    private static Money Reimbursable(StopLossPolicy policy, DateOnly day, IEnumerable<PaidClaim> paid)
    {
        var book = new StopLossBook(policy, day);
        foreach (var payment in paid.SelectMany(claim => ClaimPayments.Of(claim, policy, claim.Issued)))
            book.Add(payment);
        return book.Position().SpecificTotal;
    }

    private static ValueList<RunOutPayment> Schedule(BooksTriangle paid)
    {
        var (report, _) = ReserveUseCase.Estimate(paid.Table, AmountKind.Incremental, new ReserveTerms());
        return report is null
            ? []
            : RunOutSchedule.Of(
                report.Triangle, report.Estimate, Month.Of(paid.First), Percent.Whole, Rounding.HalfUp);
    }

    private static Money Expected(
        StopLossPolicy policy, BooksLag lag, ValueList<RunOutPayment> schedule, Money reimbursable, Money uncertain)
    {
        var basis = policy.Specific!.Basis;
        var whole = schedule.Items.Total(payment => payment.Amount);
        var seen = PaidWithin(lag.Paid, basis);
        if (!whole.IsPositive || !seen.IsPositive || !uncertain.IsPositive)
            return Money.Zero;
        var within = RunOutCredit.Of(schedule, new CreditWindows(basis.Incurred, basis.Paid));
        var share = (Int128)reimbursable.Cents * 1_000_000 / seen.Cents;
        return uncertain.Ratio(within.Cents, whole.Cents, Rounding.Down)
            .Times(new Percent((int)Int128.Min(share, Percent.Whole.Millionths)), Rounding.Down);
    }

    // What the plan has paid within the windows: what its share paid back is a share of.
    private static Money PaidWithin(BooksTriangle paid, ContractBasis basis)
    {
        var sum = 0m;
        for (var origin = 0; origin < paid.Table.Origins.Count; origin++)
        {
            for (var age = 0; origin + age < paid.Table.Origins.Count; age++)
            {
                if (basis.Incurred.Contains(paid.First.AddMonths(origin))
                    && basis.Paid.Contains(paid.First.AddMonths(origin + age)))
                    sum += paid.Table.Amounts[origin][age] ?? 0;
            }
        }
        return Money.Exactly(sum);
    }
}
