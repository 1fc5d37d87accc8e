using System.Globalization;
using Dapper;
using OpenAso.Claims;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Remitting;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Importing;

/// <summary>Takes one claim that is sent by itself: an import of its own, a chunk of one, one transaction.</summary>
/// <remarks>It goes the one path of every claim. The same interchange again is recognised, and the same claim in
/// another interchange is denied as a duplicate.</remarks>
/// <param name="books">Open for writing.</param>
public sealed class SubmitUseCase(Books books)
{
    // Claims of one family that arrive together are decided one after another.
    private const int Attempts = 20;

    /// <summary>Decides and keeps a claim.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="submission">The claim.</param>
    /// <exception cref="FamilyChangedException">Its family was changed again and again meanwhile; nothing was done.
    /// </exception>
    public async Task<SubmissionOutcome> SubmitAsync(EmployerTerms terms, Submission submission)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(submission);
        var file = ReadFile.Read(submission.File);
        var read = ClaimIntake.Read([file], submission.Received);
        var answer = X12Files.Acknowledgment(file.Envelopes);
        if (file.Envelopes.Interchanges.Count != 1 || read.Claims is not [var claim] || read.Rejected.Count > 0
            || file.HoldsEnrollment)
        {
            var refused = new SubmissionOutcome.Refused(
                read.Claims.Count + read.Rejected.Count,
                [.. file.DemandClaims(), .. read.Findings, .. read.Rejected.SelectMany(one => one.Findings.Items)],
                answer);
            var isOneClaim = file.Envelopes.Interchanges.Count == 1 && !file.HoldsEnrollment && refused.Claims == 1;
            return isOneClaim && read.Rejected is [var rejected]
                ? await RejectAsync(terms, submission, new RejectedSubmission(file, rejected, refused))
                    .ConfigureAwait(false)
                : refused;
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DecideAsync(terms, submission, new ReadSubmission(file, claim, answer))
                    .ConfigureAwait(false);
            }
            catch (FamilyChangedException) when (attempt < Attempts)
            {
            }
        }
    }

    // What is rejected is kept as every import keeps it: it can be counted, and its sender told.
    private Task<SubmissionOutcome> RejectAsync(
        EmployerTerms terms, Submission submission, RejectedSubmission rejected) =>
        books.Database.WriteAsync(session =>
        {
            var ground = SubmissionGround.Ask(session, terms.Scope, submission, rejected.File, null);
            if (ground.Key is { } state)
                return new SubmissionOutcome.Known(state);
            var refused = rejected.Outcome;
            if (ground.Import is { } known)
                return refused with { Import = known };
            Begin(session, terms, submission, (rejected.File, refused.Acknowledgment), ground.Next);
            RejectionRows.Write(session, terms.Scope, ground.Next, [rejected.Claim]);
            Enter(session, terms, submission.By,
                string.Create(CultureInfo.InvariantCulture, $"import {ground.Next}"));
            return (SubmissionOutcome)(refused with { Import = ground.Next });
        });

    private async Task<SubmissionOutcome> DecideAsync(
        EmployerTerms terms, Submission submission, ReadSubmission read)
    {
        var families = MemberRows.FamiliesOf(books.Database, terms, read.Claim.Patient.SubscriberMemberId);
        var members = MemberIndex.Of(families.Select(family => family.Context.Family).OfType<Family>());
        var chunk = Chunks.Of(terms.Scope, 0, [read.Claim], members)[0] with { IsSingle = true };
        var store = new HeldCommit(new SqlFamilyStore(books.Database), families);
        var decision = new ShardRunner(store, terms.Basis).Decide(chunk, FenceEpoch.Sole)[0];
        return await books.Database.WriteAsync(session =>
        {
            var ground = SubmissionGround.Ask(session, terms.Scope, submission, read.File, chunk);
            return Known(session, terms, ground)
                ?? Keep(session, terms, submission, read, (chunk, store.Commits, decision, ground));
        }).ConfigureAwait(false);
    }

    private static SubmissionOutcome? Known(WriteSession session, EmployerTerms terms, SubmissionGround ground)
    {
        if (ground.Key is { } state)
            return new SubmissionOutcome.Known(state);
        if (ground.Import is not { } known)
            return null;
        var claims = session.Connection.Query<string>(
            "select claim from claim where tenant = @tenant and employer = @employer and import = @known "
            + "order by sequence, claim limit 2", terms.Scope.Bound(new { known })).ToList();
        return new SubmissionOutcome.Repeated(
            known, claims is [var only] && ClaimId.TryParse(only, out var id) ? id : null);
    }

    private static void Begin(
        WriteSession session, EmployerTerms terms, Submission submission, (ReadFile File, byte[]? Answer) taken,
        long number)
    {
        ImportLog.Whole(
            session, terms.Scope, new ImportHeader("", [taken.File], [], submission.Received), number);
        if (taken.Answer is not null)
            SentFiles.Keep(session, terms.Scope, $"{number:D4}-001-submitted.999", "999", 0, taken.Answer);
    }

    private static void Enter(WriteSession session, EmployerTerms terms, Examiner by, string subject) =>
        AccessLog.Enter(session, new AccessEntry(
            terms.Scope, by.Moment, by.Account, AccessAction.TakeIn, subject, by.Origin));

    private static SubmissionOutcome.Decided Keep(
        WriteSession session, EmployerTerms terms, Submission submission, ReadSubmission read,
        (FamilyChunk Chunk, IReadOnlyList<FamilyCommit> Commits, Deciding.Decision Decision, SubmissionGround Ground)
            made)
    {
        var number = made.Ground.Next;
        Begin(session, terms, submission, (read.File, read.Acknowledgment), number);
        ChunkWrite.Of(session.Dialect, made.Chunk with { Import = number }, made.Commits, FenceEpoch.Sole)
            .Run(session, made.Ground.Chunk!);
        Enter(session, terms, submission.By, made.Decision.Claim.Id.ToString());
        var claim = Submitted(session, terms, number, read, made.Commits[0].Family, made.Decision);
        var kept = submission.Answer?.Invoke(claim);
        if (submission.Key is { } key && kept is not null)
            RequestKeys.Keep(session, key, submission.By.Moment, kept);
        return new SubmissionOutcome.Decided(claim, kept);
    }

    private static SubmittedClaim Submitted(
        WriteSession session, EmployerTerms terms, long number, ReadSubmission read, LoadedFamily family,
        Deciding.Decision decision)
    {
        var (claim, determination) = (decision.Claim, decision.Determination);
        var original = determination.Reverses is { } reverses ? family.Context.History.Find(reverses) : null;
        var shown = determination.Status == ClaimStatus.Void && original is not null ? original.Claim : claim;
        var plan = CaseLines.PlanOf(terms, determination, claim);
        return new SubmittedClaim(
            number, family.Id, new DecidedClaim(claim, determination), plan,
            CaseLines.Of(shown, determination, plan),
            original is null ? null : session.Connection.ExecuteScalar<long?>(
                "select import from claim where tenant = @tenant and employer = @employer and family = @family "
                + "and claim = @claim",
                terms.Scope.Bound(new { family = family.Id.Value, claim = original.Claim.Id.ToString() })),
            read.Acknowledgment);
    }

    /// <summary>What a submission holds.</summary>
    private sealed record ReadSubmission(ReadFile File, Claim Claim, byte[]? Acknowledgment);

    /// <summary>A submission whose one claim is rejected.</summary>
    private sealed record RejectedSubmission(
        ReadFile File, RejectedClaim Claim, SubmissionOutcome.Refused Outcome);

    /// <summary>Holds what was decided until it is written together with all that belongs to it.</summary>
    /// <param name="store">Loads families that are not loaded yet, as those of whom nobody is enrolled.</param>
    /// <param name="loaded">Families as they stand.</param>
    private sealed class HeldCommit(IFamilyStore store, IReadOnlyList<LoadedFamily> loaded) : IFamilyStore
    {
        public IReadOnlyList<FamilyCommit> Commits { get; private set; } = [];

        public IReadOnlyList<LoadedFamily> Load(FamilyChunk chunk, DecisionBasis basis) =>
            loaded.FirstOrDefault(family => family.Id == chunk.Families[0].Family) is { } family
                ? [family]
                : store.Load(chunk, basis);

        public void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence) =>
            Commits = commits;
    }
}
