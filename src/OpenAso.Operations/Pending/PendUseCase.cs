using System.Data.Common;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Pending;

/// <summary>Works claims that wait for a person: shows them, decides them again by what an examiner found out, denies
/// them, or keeps a note.</summary>
/// <remarks>A release goes the one path of every claim, and is a version of its own: the claim that waited stays as it
/// was. Where something is still missing, nothing is changed.</remarks>
/// <param name="books">Open for writing where something is done.</param>
/// <param name="decideWithinDays">How long the plan may take to decide a claim.</param>
public sealed class PendUseCase(Books books, int decideWithinDays)
{
    private const int LongestReason = 2_000;

    /// <summary>All that waits, the oldest first.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="day">From which ages are counted.</param>
    public IReadOnlyList<PendedClaim> Waiting(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection =>
        {
            var share = InventoryRows.RecentShare(connection, terms.Scope);
            return WaitingRows.All(connection, terms.Scope).Select(row => Shown(row, share, day)).ToList();
        });
    }

    /// <summary>A part of what waits, in the order in which it came.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="day">From which ages are counted.</param>
    /// <param name="cursor">Which part.</param>
    /// <param name="reason">Only those that wait for this reason, in the word of <c>determination.json</c>; null for
    /// all.</param>
    public ListPart<PendedClaim> Waiting(
        EmployerTerms terms, DateOnly day, PageCursor<ClaimPlace> cursor, string? reason)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(cursor);
        return books.Database.Read(connection =>
        {
            var share = InventoryRows.RecentShare(connection, terms.Scope);
            var rows = Behind(connection, terms.Scope, cursor).Select(row => Shown(row, share, day))
                .Where(claim => reason is null || ClaimWords.Of(claim.Reasons).Contains(reason));
            return ListPart.Of([.. rows.Take(cursor.Most + 1)], cursor.Most, cursor.Before is not null);
        });
    }

    /// <summary>A claim that waits; null where none of that number does.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="claim">Its whole number.</param>
    /// <param name="day">From which its age is counted.</param>
    public PendedClaim? Find(EmployerTerms terms, string claim, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return ClaimId.TryParse(claim, out var id)
            ? books.Database.Read(connection =>
            {
                var share = InventoryRows.RecentShare(connection, terms.Scope);
                return WaitingRows.Of(connection, terms.Scope, id) is [var row, ..] ? Shown(row, share, day) : null;
            })
            : null;
    }

    /// <summary>Decides a claim again by what the examiner found out.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="request">Which claim, and what was found out.</param>
    /// <returns>As decided; nothing was changed where it still waits.</returns>
    /// <exception cref="PendRefusedException">It cannot be done; nothing was changed.</exception>
    public async Task<PendOutcome> ReleaseAsync(EmployerTerms terms, PendRequest request)
    {
        var waiting = Checked(terms, request);
        var family = PendChecks.FamilyOf(books, terms, waiting, request.Member);
        PendChecks.Release(books, terms, waiting, request.Answers, family);
        return await DecideAsync(terms, request, waiting, (PendAction.Release, family)).ConfigureAwait(false);
    }

    /// <summary>Denies a claim as a whole.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="request">Which claim; its answers hold the denial.</param>
    /// <returns>As denied.</returns>
    /// <exception cref="PendRefusedException">It cannot be done; nothing was changed.</exception>
    public async Task<PendOutcome> DenyAsync(EmployerTerms terms, PendRequest request)
    {
        var waiting = Checked(terms, request);
        PendChecks.Deny(terms, waiting, request.Answers);
        return await DecideAsync(terms, request, waiting, (PendAction.Deny, waiting.Family)).ConfigureAwait(false);
    }

    /// <summary>Keeps a note about a claim, which waits on.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="request">Which claim; its reason is the note.</param>
    /// <exception cref="PendRefusedException">It cannot be done; nothing was changed.</exception>
    public async Task<PendOutcome> NoteAsync(EmployerTerms terms, PendRequest request)
    {
        var waiting = Checked(terms, request);
        var work = new PendWork(
            waiting.Family, waiting.Claim.Id, PendAction.Note, request.Reason.Trim(), "", request.By);
        if (request.Keeps)
            await books.Database.WriteAsync(session => PendWorkRows.Write(session, terms.Scope, work))
                .ConfigureAwait(false);
        return new PendOutcome(PendAction.Note, waiting, waiting.Family, null, request.Keeps);
    }

    /// <summary>What was done with a claim, first things first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="claim">Any of its versions.</param>
    public IReadOnlyList<PendWork> Work(EmployerScope scope, ClaimId claim) =>
        books.Database.Read(connection => PendWorkRows.Of(connection, scope, claim));

    // Read block by block, as far as they are asked for.
    private static IEnumerable<WaitingRow> Behind(
        DbConnection connection, EmployerScope scope, PageCursor<ClaimPlace> cursor)
    {
        var (place, isBackward) = cursor.Before is { } before ? (before, true) : (cursor.After, false);
        while (WaitingRows.Part(connection, scope, place, isBackward, cursor.Most + 1) is [.., var last] block)
        {
            foreach (var row in block)
                yield return row;
            if (block.Count <= cursor.Most)
                yield break;
            place = new ClaimPlace(last.Import, last.Decided.Claim.Id);
        }
    }

    private PendedClaim Shown(WaitingRow row, Percent share, DateOnly day) => new(
        row.Family, row.Version, row.Import, row.Decided.Claim, row.Decided.Determination,
        row.Decided.Claim.Billed.Times(share, Rounding.HalfUp),
        WaitingAge.Of(row.Decided.Claim.Received, day, decideWithinDays));

    private PendedClaim Checked(EmployerTerms terms, PendRequest request)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(request);
        var waiting = Find(terms, request.Claim, DateOnly.FromDateTime(request.By.Moment.UtcDateTime))
            ?? throw new PendRefusedException(
                RefusalTexts.Room["claims.not-waiting", $"{request.Claim}", $"{terms.Scope.Employer}"]);
        if (request.Version is { } version && version != waiting.Version)
            throw Changed();
        if (request.Reason.Trim().Length is 0 or > LongestReason)
            throw new PendRefusedException(RefusalTexts.Room["claims.no-reason", LongestReason]);
        return waiting;
    }

    private async Task<PendOutcome> DecideAsync(
        EmployerTerms terms, PendRequest request, PendedClaim waiting, (PendAction Action, FamilyId Family) how)
    {
        var work = new PendWork(
            waiting.Family, waiting.Claim.Id, how.Action, request.Reason.Trim(), AnswersJson.Of(request), request.By);
        var chunk = new FamilyChunk(
            terms.Scope, waiting.Import,
            [new FamilyClaims(how.Family, [waiting.Claim])])
        {
            Released = [new WaitingClaim(waiting.Family, waiting.Claim)],
            Answered = new AnsweredClaim(request.Answers, waiting.Version, work),
        };
        var store = new SqlFamilyStore(books.Database);
        var outcome = Outcome(new UncommittedStore(store));
        if (!request.Keeps || outcome.StillWaits)
            return outcome;
        outcome = Outcome(store) with { Kept = true };
        await new StopLossProjection(books, terms).CatchUpAsync().ConfigureAwait(false);
        return outcome;

        PendOutcome Outcome(IFamilyStore families)
        {
            var decided = Decided(new ShardRunner(families, terms.Basis), chunk);
            return new PendOutcome(
                how.Action, waiting, how.Family, new DecidedClaim(decided.Claim, decided.Determination), false);
        }
    }

    private static Deciding.Decision Decided(ShardRunner runner, FamilyChunk chunk)
    {
        try
        {
            return runner.Decide(chunk, FenceEpoch.Sole)[0];
        }
        catch (FamilyChangedException)
        {
            throw Changed();
        }
    }

    private static PendRefusedException Changed() => new(RefusalTexts.Room["claims.changed"]);

    /// <summary>Families as they stand; what is decided on them is forgotten.</summary>
    private sealed class UncommittedStore(IFamilyStore store) : IFamilyStore
    {
        public IReadOnlyList<LoadedFamily> Load(FamilyChunk chunk, DecisionBasis basis) => store.Load(chunk, basis);

        public void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence)
        {
        }
    }
}
