using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>A payment run that was executed.</summary>
/// <param name="Number">1 for the employer's first.</param>
/// <param name="Day">On which the payments were issued.</param>
/// <param name="Plan">The plan that was executed.</param>
/// <param name="Payments">What was issued.</param>
/// <param name="FeesPaid">What the administrator took for its bills.</param>
/// <param name="PremiumPaid">What went to stop-loss carriers.</param>
/// <param name="Told">Claims of which providers are told without a payment.</param>
public sealed record ExecutedRun(
    int Number, DateOnly Day, ContentHash Plan, ValueList<Payment> Payments, Money FeesPaid, Money PremiumPaid,
    int Told)
{
    /// <summary>All payments together.</summary>
    public Money Total => Payments.Items.Total(payment => payment.Amount);
}

/// <summary>The run was not executed: something has changed since the plan was looked at, or would be paid
/// twice.</summary>
/// <param name="sentence">Says what, and how to go on.</param>
public sealed class PaymentRunRefusedException(Sentence sentence) : WorkRefusedException(sentence);

/// <summary>Pays what is open: plan, look, execute.</summary>
/// <remarks>Not for several threads at once.</remarks>
/// <param name="books">Open for writing to execute, for reading to plan.</param>
public sealed class PaymentUseCase(Books books)
{
    private (EmployerTerms Terms, StopLossProjection Projection)? _stopLoss;

    /// <summary>What a run would do.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">The day on which payments would be issued; claims received up to it count.</param>
    public PaymentRunPlan Plan(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => Plan(connection, terms, day).Plan);
    }

    /// <summary>The day of the last run; null where there was none.</summary>
    /// <param name="terms">Of the employer.</param>
    public DateOnly? LastRun(EmployerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var day = books.Database.Read(connection => connection.ExecuteScalar<string?>(
            "select max(day) from payment_run where tenant = @tenant and employer = @employer",
            terms.Scope.Bound()));
        return day is null ? null : Days.Parse(day);
    }

    /// <summary>Executes the plan that was looked at: payments, their transfers, fees that are due and remittances, in
    /// one transaction; then brings up to date where stop-loss policies stand.</summary>
    /// <remarks>Stopped between the two, the next run or import brings them up to date.</remarks>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">As planned.</param>
    /// <param name="lookedAt">The plan's hash.</param>
    /// <param name="alone">Who executes it without a second person, which is kept beside the run; null for
    /// nobody.</param>
    /// <exception cref="PaymentRunRefusedException">Nothing was done.</exception>
    public async Task<ExecutedRun> ExecuteAsync(
        EmployerTerms terms, DateOnly day, ContentHash lookedAt, Examiner? alone = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var run = await books.Database.WriteAsync(
            session => alone is null
                ? Execute(session, terms, day, lookedAt)
                : ExecuteAlone(session, terms, day, lookedAt, alone),
            size: int.MaxValue).ConfigureAwait(false);
        await CatchUpAsync(terms, day).ConfigureAwait(false);
        return run;
    }

    /// <summary>Brings up to date where stop-loss policies stand.</summary>
    internal Task CatchUpAsync(EmployerTerms terms, DateOnly day) => StopLossOf(terms).CatchUpAsync(day);

    // What it has counted serves the next run too.
    private StopLossProjection StopLossOf(EmployerTerms terms)
    {
        if (_stopLoss is not { } kept || !ReferenceEquals(kept.Terms, terms))
            _stopLoss = kept = (terms, new StopLossProjection(books, terms));
        return kept.Projection;
    }

    /// <summary>What <see cref="ExecuteAsync"/> would do, by the same path, with nothing kept.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">As planned.</param>
    /// <param name="lookedAt">The plan's hash.</param>
    /// <exception cref="PaymentRunRefusedException">It would be refused.</exception>
    public Task<ExecutedRun> PreviewAsync(EmployerTerms terms, DateOnly day, ContentHash lookedAt)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Preview.OfAsync(books, session => Execute(session, terms, day, lookedAt));
    }

    internal static (PaymentRunPlan Plan, Dictionary<PaymentKey, FamilyId> Families) Plan(
        System.Data.Common.DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var open = ObligationRows.Open(connection, terms.Scope, day);
        var available = FundPosition.Of(AccountRows.Read(connection, terms.Scope)).Available;
        var families = open.ToDictionary(one => one.Obligation.Key, one => one.Family);
        return (PaymentRunPlan.From(open.Select(one => one.Obligation), available, terms.Agreement, day), families);
    }

    private static ExecutedRun ExecuteAlone(
        WriteSession session, EmployerTerms terms, DateOnly day, ContentHash lookedAt, Examiner by)
    {
        var prepared = PreparedRunUseCase.Of(
            session.Connection, terms, day, PreparedRunUseCase.UsualPointOut, by);
        var run = Execute(session, terms, day, lookedAt);
        PreparedRunRows.Add(session, terms.Scope,
            prepared with { State = PreparedState.Executed, Ended = by, Run = run.Number });
        return run;
    }

    internal static ExecutedRun Execute(WriteSession session, EmployerTerms terms, DateOnly day, ContentHash lookedAt)
    {
        var (plan, families) = Plan(session.Connection, terms, day);
        var executed = PaymentRun.Execute(plan, lookedAt, PaymentChains.Read(session.Connection, terms.Scope)) switch
        {
            RunExecuted run => run,
            RunOutdated => throw new PaymentRunRefusedException(RefusalTexts.Room["payments.plan-changed"]),
            RunWouldPayTwice twice => throw new PaymentRunRefusedException(
                RefusalTexts.Room["payments.paid-twice", twice.Live.Count, $"{twice.Live[0].Claim}"]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var number = PaymentRows.BeginRun(session, terms.Scope, day, plan.Hash);
        TransferRows.Post(session, terms.Scope, executed.Transfers.Items);
        var issued = PaymentRows.Keep(session, terms.Scope, number, executed.Payments, families);
        var told = PaymentRows.Tell(session, terms.Scope, number, day, issued);
        Outbox.Append(session, terms.Scope, default,
            executed.Payments.Items.Select(payment => (OutboxEvent.PaymentIssued, payment.Id.ToString())));
        var fees = PayFees(session, terms, day);
        var premium = PremiumBilling.Pay(session, terms, day);
        RunRemittances.Keep(session, terms, number, day);
        return new ExecutedRun(number, day, plan.Hash, executed.Payments, fees, premium, told);
    }

    // The administrator's own money comes last: claims are paid before fees.
    private static Money PayFees(WriteSession session, EmployerTerms terms, DateOnly day)
    {
        var paid = Money.Zero;
        foreach (var bill in FeeBilling.Unpaid(session.Connection, terms))
        {
            var available = FundPosition.Of(AccountRows.Read(session.Connection, terms.Scope)).Available;
            var beyondFunds = terms.Agreement.PayingOn(day)?.Funding.PayBeyondFunds is true;
            var transfers = beyondFunds ? bill.Paid(day) : bill.PaidFrom(day, available);
            if (transfers.Count == 0)
                break;
            TransferRows.Post(session, terms.Scope, transfers.Items);
            paid += transfers.Items.Total(transfer => transfer.Amount);
        }
        return paid;
    }
}
