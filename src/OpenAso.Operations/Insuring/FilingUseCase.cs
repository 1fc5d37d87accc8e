using System.Text;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>What the stop-loss desk asked for cannot be done.</summary>
/// <param name="sentence">Says why, and how to go on.</param>
public sealed class FilingRefusedException(Sentence sentence) : WorkRefusedException(sentence);

/// <summary>Files losses with the carrier: from the books, as packs that are kept as they were sent.</summary>
/// <param name="books">Open for writing to file, for reading to look.</param>
public sealed class FilingUseCase(Books books)
{
    /// <summary>How packs are known among the files that were sent.</summary>
    public const string FileKind = "stop-loss-filing";

    /// <summary>Files what is due, or what is named, and keeps it.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="request">What to file, and the documents to hand.</param>
    /// <returns>Nothing new where all of it was filed before.</returns>
    /// <exception cref="FilingRefusedException">There is no such policy, or a named loss cannot be
    /// filed.</exception>
    public async Task<FilingRun> WriteAsync(EmployerTerms terms, FilingRequest request) =>
        (await WriteAsync(terms, [request]).ConfigureAwait(false))[0];

    /// <summary>Files what is due on several days, one after the other, all of it or nothing.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="requests">By day.</param>
    /// <returns>What came of each.</returns>
    /// <exception cref="FilingRefusedException">There is no such policy, or a named loss cannot be
    /// filed.</exception>
    public async Task<IReadOnlyList<FilingRun>> WriteAsync(
        EmployerTerms terms, params IReadOnlyList<FilingRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(requests);
        if (requests.Count > 0 && requests.Max(request => request.On) is var last && !IsBooked(terms, last))
            await new StopLossProjection(books, terms).CatchUpAsync(last).ConfigureAwait(false);
        return await books.Database.WriteAsync(session =>
        {
            var paid = PaidClaimRows.All(session.Connection, terms.Scope);
            return requests.Select(request => Write(session, terms, request, paid)).ToList();
        }, size: int.MaxValue).ConfigureAwait(false);
    }

    /// <summary>What a request would file, with nothing kept.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="request">What to file, and the documents to hand.</param>
    public FilingRun Preview(EmployerTerms terms, FilingRequest request)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(request);
        return books.Database.Read(connection => FilingCalculation.Of(
            connection, terms, request, PaidClaimRows.All(connection, terms.Scope)));
    }

    /// <summary>Where everything that was filed stands, and what is still to be filed.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">A policy's number; null for all that have begun.</param>
    /// <param name="day">Steps taken later are not known yet.</param>
    /// <exception cref="FilingRefusedException">There is no such policy.</exception>
    public IReadOnlyList<FilingDesk> Show(EmployerTerms terms, string? policy, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => BookedPolicy.Begun(terms, policy, day)
            .Select(one => FilingDesk.Of(
                connection, terms.Scope, one, StopLossBooks.FromScratch(connection, terms, one, day).Position()))
            .ToList());
    }

    /// <summary>The documents that are kept for a claimant's losses under a policy.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">The policy's number.</param>
    /// <param name="claimant">As the policy counts.</param>
    public IReadOnlyList<FilingEvidence> Evidence(EmployerTerms terms, string policy, string claimant)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => EvidenceRows.Read(connection, terms.Scope, policy, claimant));
    }

    /// <summary>Keeps documents for a claimant's losses under a policy, in place of those that were kept: every filing
    /// of them counts them, until they are replaced.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">The policy's number.</param>
    /// <param name="claimant">As the policy counts.</param>
    /// <param name="evidence">All of them; none to keep none.</param>
    /// <exception cref="FilingRefusedException">There is no such policy, or nobody is named.</exception>
    public Task KeepEvidenceAsync(
        EmployerTerms terms, string policy, string claimant, IReadOnlyCollection<FilingEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(evidence);
        if (terms.Policies.Items.All(one => one.Number != policy))
            throw new FilingRefusedException(
                RefusalTexts.Room["desk.no-policy", $"{terms.Scope.Employer}", policy]);
        if (string.IsNullOrWhiteSpace(claimant))
            throw new FilingRefusedException(RefusalTexts.Room["desk.nobody-named"]);
        return books.Database.WriteAsync(session =>
            EvidenceRows.Keep(session, terms.Scope, policy, claimant, evidence));
    }

    /// <summary>Everything that was filed, with each step since, in order.</summary>
    /// <param name="terms">Of the employer.</param>
    public IReadOnlyList<KeptFiling> All(EmployerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => FilingRows.Read(connection, terms.Scope).ToList());
    }

    /// <summary>The files of a pack, as they were sent.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="filing">The filing's name; null for all of them.</param>
    /// <returns>By name, the filing's in front with a slash behind it.</returns>
    /// <exception cref="FilingRefusedException">There is no such filing.</exception>
    public IReadOnlyList<(string Name, byte[] Content)> Files(EmployerTerms terms, string? filing = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var all = books.Database.Read(connection => SentFiles.Read(connection, terms.Scope, FileKind));
        if (filing is null)
            return all;
        var own = all.Where(file => file.Name.StartsWith(filing + "/", StringComparison.Ordinal)).ToList();
        return own.Count > 0 ? own : throw Unknown(terms.Scope, filing);
    }

    // What is claimed is booked as recoverable first.
    private bool IsBooked(EmployerTerms terms, DateOnly day) => books.Database.Read(connection =>
        terms.Policies.Items.Where(policy => policy.Period.First <= day).All(policy =>
            StopLossRows.Read(connection, terms.Scope, policy.Number) is { } kept && Days.Parse(kept.AsOf) >= day));

    internal static FilingRefusedException Unknown(EmployerScope scope, string filing) => new(
        RefusalTexts.Room["desk.no-filing", $"{scope.Employer}", filing]);

    private static FilingRun Write(
        WriteSession session, EmployerTerms terms, FilingRequest request, IReadOnlyList<PaidClaim> paid)
    {
        var run = FilingCalculation.Of(session.Connection, terms, request, paid);
        foreach (var written in run.Written)
            Keep(session, terms.Scope, written);
        return run;
    }

    private static void Keep(WriteSession session, EmployerScope scope, WrittenFiling written)
    {
        FilingRows.Add(session, scope, written.Filing);
        foreach (var content in written.Pack.Contents)
            SentFiles.Keep(
                session, scope, $"{written.Filing.Name}/{content.Name}", FileKind, 0,
                Encoding.UTF8.GetBytes(content.Text));
    }
}

/// <summary>What is to be filed.</summary>
/// <param name="On">The day of the filing, and of the position that it claims.</param>
/// <param name="Policy">A policy's number; null for all that have begun.</param>
/// <param name="Claimant">Whose loss, however little was added; null for everything that is due, the aggregate
/// included.</param>
/// <param name="Evidence">Documents beyond what the books prove and what is kept; of an item, these stand for those
/// that are kept.</param>
public sealed record FilingRequest(
    DateOnly On, string? Policy = null, string? Claimant = null, ValueList<ClaimantEvidence> Evidence = default);

/// <summary>A filing that was made.</summary>
/// <param name="Filing">As it is kept.</param>
/// <param name="Checklist">What the carrier wants to see, and what of it is there.</param>
/// <param name="Pack">What is sent.</param>
/// <param name="Findings">What is late or missing.</param>
public sealed record WrittenFiling(
    KeptFiling Filing, ValueList<ChecklistRow> Checklist, FilingPack Pack, ValueList<Finding> Findings);

/// <summary>What came of a request to file.</summary>
/// <param name="Written">New filings, in their order.</param>
/// <param name="Findings">What could not be filed.</param>
public sealed record FilingRun(ValueList<WrittenFiling> Written, ValueList<Finding> Findings);
