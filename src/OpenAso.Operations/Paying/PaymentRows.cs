using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Keeps payment runs, their payments and what each payment is for.</summary>
internal static class PaymentRows
{
    private static readonly
        BulkInsert<(EmployerScope Scope, string Payment, int Run, DateOnly Day, PayeeId Payee, Money Amount)>
        InsertPayment = new(
        "payment",
        ["tenant", "employer", "payment", "run", "day", "payee_key", "amount"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Payment);
            binder.Bind(4, (long)row.Run);
            binder.Bind(5, row.Day);
            binder.Bind(6, row.Payee.ToString());
            binder.Bind(7, row.Amount.Cents);
        });

    private static readonly
        BulkInsert<(EmployerScope Scope, string Payment, FamilyId Family, ClaimId Claim, PayeeId Payee, Money Amount)>
        InsertItem = new(
        "payment_item",
        ["tenant", "employer", "payment", "family", "claim", "payee_key", "amount", "live"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Payment);
            binder.Bind(4, row.Family.Value);
            binder.Bind(5, row.Claim.ToString());
            binder.Bind(6, row.Payee.ToString());
            binder.Bind(7, row.Amount.Cents);
            binder.Bind(8, 1L);
        });

    /// <summary>Begins a run: its number is one more than the last.</summary>
    public static int BeginRun(WriteSession session, EmployerScope scope, DateOnly day, ContentHash hash)
    {
        var number = checked((int)Numbering.Next(session, scope, "payment_run"));
        session.Connection.Execute(
            "insert into payment_run (tenant, employer, number, day, hash) "
                + "values (@tenant, @employer, @number, @day, @hash)",
            scope.Bound(new { number, day = Days.Text(day), hash = hash.ToString() }));
        return number;
    }

    /// <summary>Keeps the payments of a run with what they are for.</summary>
    /// <returns>The number of each payee's payment.</returns>
    public static Dictionary<PayeeId, string> Keep(
        WriteSession session, EmployerScope scope, int run, ValueList<Payment> payments,
        Dictionary<PaymentKey, FamilyId> families)
    {
        session.Insert(InsertPayment, payments.Items.Select(payment =>
            (scope, payment.Id.ToString(), run, payment.Date, payment.Payee, payment.Amount)));
        session.Insert(InsertItem, payments.Items.SelectMany(payment => payment.Obligations.Items.Select(obligation =>
            (scope, payment.Id.ToString(), families[obligation.Key], obligation.Key.Claim, payment.Payee,
                obligation.Amount))));
        return payments.Items.ToDictionary(payment => payment.Payee, payment => payment.Id.ToString());
    }

    /// <summary>Attaches the claims of which providers are told without money, to their payment of the run or to one of
    /// nothing.</summary>
    /// <returns>How many.</returns>
    public static int Tell(
        WriteSession session, EmployerScope scope, int run, DateOnly day, Dictionary<PayeeId, string> payments)
    {
        var untold = ObligationRows.Untold(session.Connection, scope, day);
        foreach (var provider in untold.Select(one => one.Provider).Distinct().Order())
        {
            if (payments.ContainsKey(provider))
                continue;
            payments[provider] = ContentHash.Of($"{scope.Tenant}|{scope.Employer}|{run}|{provider}|notice").ToString();
            session.Insert(InsertPayment, [(scope, payments[provider], run, day, provider, Money.Zero)]);
        }
        session.Insert(InsertItem,
            untold.Select(one => (scope, payments[one.Provider], one.Family, one.Claim, one.Provider, Money.Zero)));
        return untold.Count;
    }
}
