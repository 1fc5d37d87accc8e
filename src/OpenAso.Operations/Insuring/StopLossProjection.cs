using System.Data.Common;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Keeps where an employer's stop-loss policies stand: the one reader of the outbox that projects
/// them.</summary>
/// <remarks>
/// <para>It reads on from where it was, in each shard, and counts only those anew for whom something was paid; what the
/// carrier owes is booked as it changes. Built from scratch it comes to the same, which <c>verify</c> proves.</para>
/// <para>Not for several threads at once.</para>
/// </remarks>
/// <param name="books">Open for writing.</param>
/// <param name="terms">Of the employer.</param>
public sealed class StopLossProjection(Books books, EmployerTerms terms)
{
    internal const string Reader = "stop-loss";

    private readonly Dictionary<string, StopLossBook> _kept = new(StringComparer.Ordinal);
    private long _progress;

    /// <summary>Brings the positions of every policy up to a day, or to the day they are of where that is
    /// later.</summary>
    /// <param name="day">Null for the day they are of: policies that were never projected are left alone.</param>
    public async Task CatchUpAsync(DateOnly? day = null)
    {
        if (terms.Policies.Count == 0)
            return;
        try
        {
            await books.Database.WriteAsync(session =>
            {
                CatchUp(session, day);
                return true;
            }, size: int.MaxValue).ConfigureAwait(false);
        }
        catch
        {
            _kept.Clear(); // what was added to them may not have been written
            throw;
        }
    }

    private void CatchUp(WriteSession session, DateOnly? through)
    {
        var scope = terms.Scope;
        if (OutboxReading.Progress(session.Connection, scope, Reader) != _progress)
            _kept.Clear(); // another has read on meanwhile
        var events = OutboxReading.After(session.Connection, scope, Reader);
        var payments = events.Where(one => one.Event == OutboxEvent.PaymentIssued)
            .Select(one => one.Subject).ToHashSet();
        foreach (var policy in terms.Policies)
        {
            if (DayOf(session.Connection, policy, through) is not { } day || policy.Period.First > day)
                continue;
            var position = Advance(session.Connection, policy, payments, day);
            StopLossRows.Keep(session, scope, policy, position);
            RecoverableBooking.Post(session, scope, policy, position, day);
        }
        OutboxReading.Keep(session, scope, Reader, events);
        _progress = OutboxReading.Progress(session.Connection, scope, Reader);
    }

    private DateOnly? DayOf(DbConnection connection, StopLossPolicy policy, DateOnly? through)
    {
        var kept = StopLossRows.Read(connection, terms.Scope, policy.Number);
        DateOnly? last = kept is null ? null : Days.Parse(kept.AsOf);
        return last is null || through > last ? through : last;
    }

    private StopLossPosition Advance(
        DbConnection connection, StopLossPolicy policy, HashSet<string> payments, DateOnly day)
    {
        if (_kept.TryGetValue(policy.Number, out var book) && book.AsOf <= day && !FundedDays.MayChange(terms))
        {
            book.AdvanceTo(day);
            StopLossBooks.Add(book, PaidClaimRows.Of(connection, terms.Scope, payments), terms, connection);
            book.Cover(InsuredUnits.Count(connection, terms, policy, day));
        }
        else
            _kept[policy.Number] = book = StopLossBooks.FromScratch(connection, terms, policy, day);
        return book.Position();
    }
}

/// <summary>Makes the book of a policy from what the database holds.</summary>
internal static class StopLossBooks
{
    public static StopLossBook FromScratch(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy, DateOnly asOf)
    {
        var book = new StopLossBook(policy, asOf);
        Add(book, PaidClaimRows.All(connection, terms.Scope), terms, connection);
        book.Cover(InsuredUnits.Count(connection, terms, policy, asOf));
        return book;
    }

    public static void Add(
        StopLossBook book, IReadOnlyList<PaidClaim> paid, EmployerTerms terms, DbConnection connection)
    {
        var funded = new FundedDays(connection, terms);
        foreach (var payment in paid.SelectMany(claim => ClaimPayments.Of(claim, book.Policy, funded.Of(claim.Issued))))
            book.Add(payment);
    }
}
