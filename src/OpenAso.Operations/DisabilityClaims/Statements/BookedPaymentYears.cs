using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>Benefits of one claimant that were paid in another calendar year than their periods ended in.</summary>
/// <param name="Member">The claimant's family.</param>
/// <param name="Ended">The year in which the periods ended.</param>
/// <param name="Paid">The year of the payment; null where they are not paid.</param>
/// <param name="Amount">Before tax.</param>
internal sealed record BookedPaymentYears(string Member, int Ended, int? Paid, Money Amount)
{
    /// <summary>Those of which one of both years is the one asked for.</summary>
    public static IEnumerable<BookedPaymentYears> Of(DbConnection connection, EmployerScope scope, int year)
    {
        var paid = connection.Query<(string Obligation, string Day)>(
                """
                select i.claim, min(p.day) from payment_item i
                join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
                join disability_period b on b.tenant = i.tenant and b.employer = i.employer and b.obligation = i.claim
                where i.tenant = @tenant and i.employer = @employer and i.live = 1 group by i.claim
                """, scope.Bound())
            .ToDictionary(row => row.Obligation, row => Days.Parse(row.Day).Year);
        return BookedBenefitRows.Read(connection, scope).Select(one => one.Row)
            .Where(row => row.Key.Kind == BenefitKind.Benefit)
            .Select(row => (
                Row: row, Ended: row.Through.Year,
                Paid: paid.TryGetValue(row.Obligation(scope).ToString(), out var one) ? one : (int?)null))
            .Where(one => one.Ended != one.Paid && (one.Ended == year || one.Paid == year))
            .GroupBy(one => (Member: one.Row.Family.Value, one.Ended, one.Paid))
            .Select(group => new BookedPaymentYears(
                group.Key.Member, group.Key.Ended, group.Key.Paid,
                group.Total(one => one.Row.Amounts.Owed + one.Row.Amounts.Found - one.Row.Amounts.Recovery)))
            .Where(one => !one.Amount.IsZero)
            .OrderBy(one => one.Member, StringComparer.Ordinal).ThenBy(one => one.Ended).ThenBy(one => one.Paid);
    }
}
