using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Payment runs with two approvals: one person prepares a run, another one approves it, and only then is it
/// executed, as <see cref="PaymentUseCase"/> executes every run.</summary>
/// <remarks>One run of an employer waits at a time. It is executed if the books still give the plan that was prepared:
/// otherwise it is refused with what has changed, and prepared anew.</remarks>
/// <param name="books">Open for writing where something is done.</param>
public sealed class PreparedRunUseCase(Books books)
{
    private const int LongestReason = 2_000;

    /// <summary>Payments above it are pointed out, where the preparer names no other amount: 25,000.</summary>
    public static readonly Money UsualPointOut = Money.Of(25_000);

    /// <summary>What a run would do, with nothing kept.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">On which the payments would be issued.</param>
    /// <param name="pointOut">Payments above it are pointed out.</param>
    /// <param name="by">Who looks.</param>
    public PreparedRun Preview(EmployerTerms terms, DateOnly day, Money pointOut, Examiner by)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(by);
        return books.Database.Read(connection => Of(connection, terms, day, pointOut, by));
    }

    /// <summary>The run that waits for approval; null where none does.</summary>
    /// <param name="scope">Whose.</param>
    public PreparedRun? Waiting(EmployerScope scope) =>
        books.Database.Read(connection => PreparedRunRows.Waiting(connection, scope));

    /// <summary>A run that was prepared; null where there is none of the number.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="number">Of the preparation.</param>
    public PreparedRun? Find(EmployerScope scope, int number) =>
        books.Database.Read(connection => PreparedRunRows.Find(connection, scope, number));

    /// <summary>The newest runs that were prepared, whatever became of them, newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<PreparedRun> Newest(EmployerScope scope, int most) =>
        books.Database.Read(connection => PreparedRunRows.Newest(connection, scope, most));

    /// <summary>In what a run that waits would differ, if it were prepared now; nothing where it can be
    /// approved.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="run">As prepared.</param>
    public IReadOnlyList<RunChange> Changes(EmployerTerms terms, PreparedRun run)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(run);
        return RunChange.Between(run, Preview(terms, run.Day, run.PointOut, run.Prepared));
    }

    /// <summary>Prepares the run that was looked at. The same once more is the same run.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="lookedAt">By <see cref="Preview"/>.</param>
    /// <param name="replaces">The run that waits and is given up for this one; 0 where none waited.</param>
    /// <exception cref="PreparedRunRefusedException">Nothing was done.</exception>
    public Task<PreparedRun> PrepareAsync(EmployerTerms terms, PreparedRun lookedAt, int replaces = 0)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(lookedAt);
        return books.Database.WriteAsync(session =>
        {
            var waiting = PreparedRunRows.Waiting(session.Connection, terms.Scope);
            if (waiting is not null && waiting.Plan == lookedAt.Plan && waiting.Day == lookedAt.Day
                && waiting.Number != replaces)
                return waiting;
            if ((waiting?.Number ?? 0) != replaces)
                throw Refused(PreparedRunRefusal.AnotherWaits, waiting is null
                    ? RefusalTexts.Room["payments.waits-no-longer", $"{replaces}"]
                    : RefusalTexts.Room["payments.another-waits", $"{waiting.Number}", waiting.Prepared.Account]);
            var now = Of(session.Connection, terms, lookedAt.Day, lookedAt.PointOut, lookedAt.Prepared);
            if (now.Plan != lookedAt.Plan)
                throw Outdated(lookedAt, now);
            if (now.Payments.Count == 0)
                throw Refused(PreparedRunRefusal.Empty, RefusalTexts.Room["payments.empty", now.Day]);
            if (waiting is not null)
                PreparedRunRows.End(
                    session, terms.Scope, waiting.Number, (PreparedState.Replaced, ""), lookedAt.Prepared);
            return PreparedRunRows.Add(session, terms.Scope, now);
        }, size: int.MaxValue);
    }

    /// <summary>Approves a run that another person prepared, and executes it.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="request">The run, as it was looked at.</param>
    /// <returns>What was paid.</returns>
    /// <exception cref="PreparedRunRefusedException">Nothing was done.</exception>
    public async Task<ExecutedRun> ApproveAsync(EmployerTerms terms, PreparedRunRequest request)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(request);
        var run = await books.Database.WriteAsync(
            session => Approve(session, terms, request), size: int.MaxValue).ConfigureAwait(false);
        await new PaymentUseCase(books).CatchUpAsync(terms, run.Day).ConfigureAwait(false);
        return run;
    }

    /// <summary>Takes a run back that waits.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="request">The run, as it was looked at.</param>
    /// <param name="reason">Why, in 1 to 2,000 characters.</param>
    /// <exception cref="PreparedRunRefusedException">Nothing was done.</exception>
    public Task<PreparedRun> WithdrawAsync(EmployerTerms terms, PreparedRunRequest request, string reason)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reason);
        var why = reason.Trim();
        if (why.Length is 0 or > LongestReason)
            throw Refused(PreparedRunRefusal.NoReason, RefusalTexts.Room["payments.no-reason", LongestReason]);
        return books.Database.WriteAsync(session =>
        {
            var waiting = Demand(session.Connection, terms, request);
            PreparedRunRows.End(session, terms.Scope, waiting.Number, (PreparedState.Withdrawn, why), request.By);
            return PreparedRunRows.Find(session.Connection, terms.Scope, waiting.Number)!;
        });
    }

    /// <summary>A run as it would be now.</summary>
    internal static PreparedRun Of(
        DbConnection connection, EmployerTerms terms, DateOnly day, Money pointOut, Examiner by)
    {
        var plan = PaymentUseCase.Plan(connection, terms, day).Plan;
        var known = PreparedRunRows.KnownPayees(connection, terms.Scope);
        var names = PayeeNames.OfClaims(connection, terms.Scope, plan.Payments.Items.Select(payment =>
            (payment.Payee, payment.Obligations.Items.Select(one => one.Key.Claim.ToString()).FirstOrDefault(""))));
        return new PreparedRun
        {
            Number = 0,
            Day = day,
            Plan = plan.Hash,
            Available = plan.Available.Total,
            BeyondFunds = plan.BeyondFunds,
            PointOut = pointOut,
            Payments = [.. plan.Payments.Items.Select(payment => new PreparedPayment(
                payment.Payee, payment.Obligations.Count, payment.Amount, !known.Contains(payment.Payee.ToString()))
            {
                Name = names.GetValueOrDefault(payment.Payee, ""),
            })],
            Holds = [.. plan.Held.Items.GroupBy(held => held.Reason).OrderBy(group => group.Key).Select(group =>
                new PreparedHold(group.Key, group.Count(), group.Total(held => held.Obligation.Amount)))],
            Prepared = by,
        };
    }

    private static ExecutedRun Approve(WriteSession session, EmployerTerms terms, PreparedRunRequest request)
    {
        var waiting = Demand(session.Connection, terms, request);
        if (waiting.Prepared.Account == request.By.Account)
            throw Refused(PreparedRunRefusal.SamePerson,
                RefusalTexts.Room["payments.same-person", $"{waiting.Number}", waiting.Prepared.Account]);
        if (DateOnly.FromDateTime(request.By.Moment.UtcDateTime) > waiting.Day)
            throw Refused(PreparedRunRefusal.DayPassed,
                RefusalTexts.Room["payments.day-passed", $"{waiting.Number}", waiting.Day]);
        var now = Of(session.Connection, terms, waiting.Day, waiting.PointOut, waiting.Prepared);
        if (now.Plan != waiting.Plan)
            throw Outdated(waiting, now);
        // The row is taken first: of two who approve at once, the second finds that it waits no longer.
        if (!PreparedRunRows.End(session, terms.Scope, waiting.Number, (PreparedState.Executed, ""), request.By))
            throw NotWaiting(request.Number);
        var run = PaymentUseCase.Execute(session, terms, waiting.Day, waiting.Plan);
        PreparedRunRows.Executed(session, terms.Scope, waiting.Number, run.Number);
        return run;
    }

    private static PreparedRun Demand(DbConnection connection, EmployerTerms terms, PreparedRunRequest request)
    {
        var found = PreparedRunRows.Find(connection, terms.Scope, request.Number);
        return found is { State: PreparedState.Waiting } && found.Plan == request.Plan
            ? found
            : throw NotWaiting(request.Number);
    }

    private static PreparedRunRefusedException NotWaiting(int number) => Refused(PreparedRunRefusal.NotWaiting,
        RefusalTexts.Room["payments.not-waiting", $"{number}"]);

    private static PreparedRunRefusedException Outdated(PreparedRun before, PreparedRun now)
    {
        var changes = RunChange.Between(before, now);
        return new PreparedRunRefusedException(PreparedRunRefusal.Outdated, RefusalTexts.Room[
            "payments.outdated", now.Total, before.Total, now.Available, before.Available])
        {
            Changes = changes,
        };
    }

    private static PreparedRunRefusedException Refused(PreparedRunRefusal refusal, Sentence sentence) =>
        new(refusal, sentence);
}
