using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Remitting;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Importing;

/// <summary>Files that are imported together.</summary>
/// <param name="Files">834 and 837 files and enrolment tables (.csv), in any order and mixture.</param>
/// <param name="Received">The day the claims arrived; null to take each transaction set's own date.</param>
public sealed record ImportRequest(IReadOnlyList<InputFile> Files, DateOnly? Received = null)
{
    /// <summary>Whether enrolment tables list everybody who is covered, rather than what has changed; an 834 says so
    /// itself.</summary>
    public bool HasFullTables { get; init; }

    /// <summary>Whether enrolment tables that were read before are meant once more.</summary>
    public bool RepeatsTables { get; init; }
}

/// <summary>What an import came to.</summary>
public sealed record ImportResult
{
    /// <summary>The import; 0 where nothing was new, or nothing was written.</summary>
    public required long Number { get; init; }

    /// <summary>Whether it completed one that had been interrupted.</summary>
    public bool Resumed { get; init; }

    /// <summary>Interchanges that had been read before and were passed over.</summary>
    public int Repeated { get; init; }

    /// <summary>Enrolment tables that had been read before and were passed over.</summary>
    public int RepeatedTables { get; init; }

    /// <summary>Where claims were passed over that arrived on another day than the request says: what the import said
    /// with which they were read, as <c>--received</c> does; empty otherwise.</summary>
    public IReadOnlyList<string> KeptReceived { get; init; } = [];

    /// <summary>The files as they were read, with all that was found in them.</summary>
    public required IReadOnlyList<ReadFile> Files { get; init; }

    /// <summary>What changed in enrolment.</summary>
    public IReadOnlyList<EnrollmentChange> Changes { get; init; } = [];

    /// <summary>Claims decided, those that pend included.</summary>
    public int Decided { get; init; }

    /// <summary>Claims of earlier imports that had waited for an enrolment which has now come, and were
    /// decided.</summary>
    public int Released { get; init; }

    /// <summary>Claims rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>What was found in the files, claims' own errors included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>Another import of the employer was interrupted and has to be completed first.</summary>
/// <param name="sentence">Names its files.</param>
public sealed class UnfinishedImportException(Sentence sentence) : WorkRefusedException(sentence);

/// <summary>Reads files into the books: enrolment first, then every claim decided and booked, then where stop-loss
/// policies stand brought up to date.</summary>
/// <remarks>All of an employer's files that are handed in together are one import; how they are split changes nothing.
/// Stopped at any moment, the same files again complete it to the same result. An interchange read before is passed
/// over.</remarks>
/// <param name="books">Open for writing.</param>
public sealed class ImportUseCase(Books books)
{
    // PERF: while some wait for the disk others are decided, and what waits together is committed together.
    private const int ChunksForEachProcessor = 2;

    private const int Attempts = 3;

    /// <summary>Imports files.</summary>
    /// <param name="terms">Whose, and by what claims are decided.</param>
    /// <param name="request">The files.</param>
    /// <param name="progress">Told the share of claims that are decided, from 0 to 1; null for nobody.</param>
    /// <param name="cancellation">Stops between two transactions.</param>
    /// <exception cref="UnfinishedImportException">Another import has to be completed first; nothing was
    /// done.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same files again complete it.</exception>
    public async Task<ImportResult> RunAsync(
        EmployerTerms terms, ImportRequest request, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(request);
        var known = ImportReading.FamiliesOf(books, terms);
        var read = ImportReading.Of(books, terms, request, known);
        var (files, enrolled, claims) = (read.Files, read.Enrolled, read.Claims);
        var digest = ImportLog.DigestOf(files, read.Tables);
        var resumed = Resumable(books, terms.Scope, digest, request.Received);
        if (resumed is null && !ImportLog.Taken(files).Any() && enrolled.Changes.Count == 0)
            return ResultOf(read);
        var number = resumed
            ?? await BeginAsync(
                terms.Scope, new ImportHeader(digest, files, read.Tables, request.Received), enrolled, claims,
                cancellation).ConfigureAwait(false);
        foreach (var (id, family) in enrolled.Families)
            known[id] = family;
        var released = await DecideAsync(
            terms, number, claims, MemberIndex.Of(known.Values), progress, cancellation).ConfigureAwait(false);
        await new StopLossProjection(books, terms).CatchUpAsync().ConfigureAwait(false);
        await books.Database.WriteAsync(session => ImportLog.Finish(session, terms.Scope, number),
            cancellation: cancellation).ConfigureAwait(false);
        return ResultOf(read) with { Number = number, Resumed = resumed is not null, Released = released };
    }

    private static ImportResult ResultOf(ImportReading read) => new()
    {
        Number = 0,
        Repeated = read.Repeated,
        RepeatedTables = read.RepeatedTables,
        KeptReceived = read.KeptReceived,
        Files = read.Files,
        Changes = read.Enrolled.Changes,
        Decided = read.Claims.Claims.Count,
        Rejected = read.Claims.Rejected.Count,
        Findings = read.Findings,
    };

    /// <summary>What <see cref="RunAsync"/> would come to: everything is read and checked, nothing written, no claim
    /// decided.</summary>
    /// <param name="books">Open for reading or writing; null where there are none yet.</param>
    /// <param name="terms">Whose.</param>
    /// <param name="request">The files.</param>
    /// <returns>Without the number that the import would be given.</returns>
    /// <exception cref="UnfinishedImportException">Another import has to be completed first.</exception>
    public static ImportResult Preview(Books? books, EmployerTerms terms, ImportRequest request)
    {
        var read = ImportReading.Of(books, terms, request);
        var resumed = books is null
            ? null
            : Resumable(books, terms.Scope, ImportLog.DigestOf(read.Files, read.Tables), request.Received);
        return ResultOf(read) with
        {
            Resumed = resumed is not null,
            Released = books is null ? 0 : ReleasedBy(books, terms, read.Enrolled),
        };
    }

    private static int ReleasedBy(Books books, EmployerTerms terms, EnrollmentResult enrolled)
    {
        var known = ImportReading.FamiliesOf(books, terms);
        foreach (var (id, family) in enrolled.Families)
            known[id] = family;
        return books.Database.Read(connection => WaitingClaims.Released(
            connection, terms.Scope, MemberIndex.Of(known.Values))).Count;
    }

    // Claims that are decided already have the day that was said first.
    private static long? Resumable(Books books, EmployerScope scope, string digest, DateOnly? received)
    {
        if (books.Database.Read(connection => ImportLog.Unfinished(connection, scope)) is not { } unfinished)
            return null;
        var day = ReceivedDay.Said(unfinished.ReceivedDay);
        if (unfinished.Digest != digest)
            throw new UnfinishedImportException(RefusalTexts.Room[
                "files.unfinished", $"{unfinished.Number}", $"{scope.Employer}", day, unfinished.Files]);
        return !ReceivedDay.Differs(unfinished.ReceivedDay, received)
            ? unfinished.Number
            : throw new UnfinishedImportException(
                RefusalTexts.Room["files.other-day", $"{unfinished.Number}", $"{scope.Employer}", day]);
    }

    private Task<long> BeginAsync(
        EmployerScope scope, ImportHeader header, EnrollmentResult enrolled, ReadClaims claims,
        CancellationToken cancellation) =>
        books.Database.WriteAsync(
            session =>
            {
                var number = ImportLog.Begin(session, scope, header, claims.Claims.Count + claims.Rejected.Count);
                FamilyRows.Write(session, scope, [.. enrolled.Families.Values.OrderBy(family => family.Id)]);
                if (enrolled.Families.Count > 0)
                    Outbox.Append(session, scope, default,
                        [(OutboxEvent.EnrollmentChanged, number.ToString(CultureInfo.InvariantCulture))]);
                RejectionRows.Write(session, scope, number, claims.Rejected);
                KeepAnswers(session, scope, number, header.Files);
                return number;
            },
            size: int.MaxValue, cancellation: cancellation);

    private static void KeepAnswers(WriteSession session, EmployerScope scope, long number, IEnumerable<ReadFile> files)
    {
        var place = 0;
        foreach (var file in files)
        {
            place++;
            if (X12Files.Acknowledgment(file.Envelopes) is { } answer)
                SentFiles.Keep(
                    session, scope, $"{number:D4}-{place:D3}-{Path.GetFileName(file.File.Name)}.999", "999", 0, answer);
        }
    }

    private async Task<int> DecideAsync(
        EmployerTerms terms, long number, ReadClaims claims, MemberIndex members, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var done = books.Database.Read(connection => ImportLog.DecidedFamilies(connection, terms.Scope, number));
        var released = books.Database.Read(connection => WaitingClaims.Released(connection, terms.Scope, members));
        var all = claims.Claims.Concat(released.Select(waiting => waiting.Claim))
            .Where(claim => !done.Contains(Chunks.FamilyOf(claim, members)));
        var chunks = Chunks.Releasing(Chunks.Of(terms.Scope, number, all, members), released);
        var decided = 0;
        await DecideAsync(
            books.Database, terms.Basis, chunks,
            chunk =>
            {
                var count = Interlocked.Add(ref decided, chunk.Families.Sum(family => family.Claims.Count));
                progress?.Report((double)count / Math.Max(claims.Claims.Count, 1));
            },
            cancellation).ConfigureAwait(false);
        return released.Count;
    }

    /// <summary>Decides chunks into a database, several at once; those whose families are changed meanwhile are decided
    /// again.</summary>
    internal static Task DecideAsync(
        Database database, DecisionBasis basis, IEnumerable<FamilyChunk> chunks, Action<FamilyChunk>? decided,
        CancellationToken cancellation)
    {
        var runner = new ShardRunner(new SqlFamilyStore(database), basis);
        var options = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = ChunksForEachProcessor * Environment.ProcessorCount,
        };
        return Parallel.ForEachAsync(chunks, options, (chunk, _) =>
        {
            Decide(runner, chunk);
            decided?.Invoke(chunk);
            return ValueTask.CompletedTask;
        });
    }

    // Enrolment or another door may change a family between loading and commit: then it is decided again.
    private static void Decide(ShardRunner runner, FamilyChunk chunk)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                runner.Decide(chunk, FenceEpoch.Sole);
                return;
            }
            catch (FamilyChangedException) when (attempt < Attempts)
            {
            }
        }
    }
}
