using System.Data.Common;
using System.Text;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Premium that is due to a carrier.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Month">The month that was billed.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="DueOn">The day on which it is due.</param>
/// <param name="GraceThrough">The last day on which it may still be paid.</param>
internal sealed record PremiumDue(
    StopLossPolicy Policy, Month Month, Money Amount, DateOnly DueOn, DateOnly GraceThrough);

/// <summary>Bills stop-loss premium month by month with a bordereau, corrects months whose enrolment has changed since,
/// and pays it from the employer's money.</summary>
internal static class PremiumBilling
{
    /// <summary>Bills every month of each policy that has begun and is not billed yet.</summary>
    public static void BillThrough(WriteSession session, EmployerTerms terms, DateOnly day)
    {
        foreach (var policy in terms.Policies.Items.Where(policy => policy.Premium is not null))
        {
            var billed = PremiumRows.Billed(session.Connection, terms.Scope, policy);
            var last = Month.Of(policy.Period.Last < day ? policy.Period.Last : day);
            for (var month = Month.Of(policy.Period.First); month <= last; month = month.Next)
            {
                if (!billed.ContainsKey(month))
                    Bill(session, terms, policy, month, day);
            }
        }
    }

    /// <summary>What is billed and not paid, oldest first; a credit lowers what came before or comes next.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">As it was at the end of this day; null for now.</param>
    public static IReadOnlyList<PremiumDue> Unpaid(
        DbConnection connection, EmployerTerms terms, DateOnly? day = null)
    {
        var paid = connection.Query<string>(
                "select key from transfer "
                    + "where tenant = @tenant and employer = @employer and key like 'stop-loss-paid:%' "
                    + "and (@day is null or day <= @day)",
                terms.Scope.Bound(new { day = day is { } last ? Days.Text(last) : null }))
            .Select(key => key.Split(':')[1]).ToHashSet(StringComparer.Ordinal);
        List<PremiumDue> due = [];
        foreach (var policy in terms.Policies.Items.Where(policy => policy.Premium is not null))
        {
            var forward = Money.Zero;
            foreach (var (month, amount) in PremiumRows.Billed(connection, terms.Scope, policy)
                .Where(bill => day is null || bill.Key.First <= day)
                .OrderBy(bill => bill.Key))
            {
                var total = amount + forward;
                forward = total.IsNegative ? total : Money.Zero;
                if (!total.IsPositive || paid.Contains(KeyOf(policy, month)))
                    continue;
                var dueOn = month.First.AddDays(policy.Premium!.DueDay - 1);
                due.Add(new PremiumDue(policy, month, total, dueOn, dueOn.AddDays(policy.Premium.GraceDays)));
            }
        }
        return [.. due.OrderBy(one => one.DueOn).ThenBy(one => one.Policy.Number, StringComparer.Ordinal)];
    }

    /// <summary>Pays what is due, each bill in full, as far as the employer's own money reaches.</summary>
    /// <returns>What was paid.</returns>
    public static Money Pay(WriteSession session, EmployerTerms terms, DateOnly day)
    {
        var paid = Money.Zero;
        var beyondFunds = terms.Agreement.PayingOn(day)?.Funding.PayBeyondFunds is true;
        foreach (var due in Unpaid(session.Connection, terms).Where(due => due.DueOn <= day))
        {
            var available = FundPosition.Of(AccountRows.Read(session.Connection, terms.Scope)).Available.Employer;
            if (!beyondFunds && available < due.Amount)
                break;
            var key = new TransferKey(TransferReason.StopLossPremiumPaid, KeyOf(due.Policy, due.Month));
            TransferRows.Post(session, terms.Scope, [new Transfer(key, FundSource.Employer, 0, due.Amount, day)]);
            paid += due.Amount;
        }
        return paid;
    }

    private static void Bill(
        WriteSession session, EmployerTerms terms, StopLossPolicy policy, Month month, DateOnly day)
    {
        var scope = terms.Scope;
        var census = InsuredUnits.Count(session.Connection, terms, policy, month.First);
        if (PremiumBill.Of(policy, month, census, PremiumRows.Units(session.Connection, scope, policy)) is not { } bill)
            return;
        PremiumRows.Keep(session, scope, bill);
        var on = bill.DueOn > day ? day : bill.DueOn;
        var (reason, amount) = bill.Total.IsNegative
            ? (TransferReason.StopLossPremiumCredited, -bill.Total)
            : (TransferReason.StopLossPremiumIncurred, bill.Total);
        if (amount.IsPositive)
            TransferRows.Post(session, scope,
                [new Transfer(new TransferKey(reason, KeyOf(policy, month)), FundSource.Employer, 0, amount, on)]);
        SentFiles.Keep(
            session, scope, $"{KeyOf(policy, month)}-bordereau.csv", "bordereau", 0,
            Encoding.UTF8.GetBytes(Bordereau.Of(bill)));
    }

    /// <summary>A bill in the key of a transfer.</summary>
    internal static string KeyOf(string policy, string month) => $"{RecoverableBooking.KeyOf(policy)}-{month}";

    private static string KeyOf(StopLossPolicy policy, Month month) => KeyOf(policy.Number, month.ToString());
}
