using System.Data.Common;
using Dapper;
using OpenAso.Edi.Csv;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Storing;
using OpenAso.Plans;
using OpenAso.Providers;
using OpenAso.StopLoss.Policies;
using OpenAso.Storage;

namespace OpenAso.Operations.Employers;

/// <summary>The documents of an employer, understood.</summary>
/// <param name="Scope">Whose.</param>
/// <param name="Agreement">With the administrator.</param>
/// <param name="Basis">What claims are decided by.</param>
/// <param name="Policies">Its stop-loss policies, by the first day of their period; may be none.</param>
public sealed record EmployerTerms(
    EmployerScope Scope, AsoAgreement Agreement, DecisionBasis Basis, ValueList<StopLossPolicy> Policies)
{
    /// <summary>What disability claims are decided by; null where the employer has no disability plan.</summary>
    public DisabilityBasis? Disability { get; init; }

    /// <summary>What the employer is called on a day; by the last wording of the agreement where it pays nothing
    /// then.</summary>
    /// <param name="day">Any day.</param>
    public string NameOn(DateOnly day) => Agreement.PayingOnOrLast(day).Employer.Name;

    /// <summary>The policy whose period holds a day; the last one where none does, and null where there is none at
    /// all.</summary>
    /// <param name="day">Any day.</param>
    public StopLossPolicy? PolicyOnOrLast(DateOnly day) => PolicyOn(day) ?? Policies.Items.LastOrDefault();

    /// <summary>The policy whose period holds a day; null where none does.</summary>
    /// <param name="day">Any day.</param>
    public StopLossPolicy? PolicyOn(DateOnly day) =>
        Policies.Items.LastOrDefault(policy => policy.Period.Contains(day));
}

/// <summary>Keeps the documents of employers, every version of them.</summary>
public static class EmployerDocuments
{
    /// <summary>Understands an agreement and the documents that go with it.</summary>
    /// <param name="documents">Exactly one agreement, and at least one plan.</param>
    /// <returns>Null with findings where one of them cannot decide.</returns>
    public static Parsed<EmployerTerms?> Understand(IReadOnlyCollection<EmployerDocument> documents) =>
        Understand(documents, []);

    /// <summary>Writes documents down; one that says what the last version said is left alone.</summary>
    /// <param name="session">Of the database.</param>
    /// <param name="terms">Understood from them.</param>
    /// <param name="documents">As handed in.</param>
    public static void Keep(WriteSession session, EmployerTerms terms, IEnumerable<EmployerDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(documents);
        var (tenant, employer) = (terms.Scope.Tenant.Value, terms.Scope.Employer.Value);
        session.Connection.Execute(
            "insert into employer (tenant, employer, name) values (@tenant, @employer, @name) "
            + "on conflict (tenant, employer) do update set name = excluded.name",
            new { tenant, employer, name = terms.Agreement.Segments[^1].Employer.Name });
        foreach (var document in documents)
        {
            var hash = ContentHash.Of(document.Content).ToString();
            var last = session.Connection.QueryFirstOrDefault<(long Version, string Hash)>(
                "select version, hash from document "
                    + "where tenant = @tenant and employer = @employer and kind = @kind and id = @id "
                + "order by version desc limit 1",
                new { tenant, employer, kind = Word(document.Kind), id = document.Id });
            if (last.Hash == hash)
                continue;
            session.Connection.Execute(
                "insert into document (tenant, employer, kind, id, version, hash, file, content) "
                + "values (@tenant, @employer, @kind, @id, @version, @hash, @file, @content)",
                new
                {
                    tenant,
                    employer,
                    kind = Word(document.Kind),
                    id = document.Id,
                    version = last.Version + 1,
                    hash,
                    file = document.File,
                    content = document.Content,
                });
        }
    }

    /// <summary>The terms that an employer's claims are decided by; null where there is no such employer.</summary>
    /// <param name="books">The database.</param>
    /// <param name="scope">Whose.</param>
    public static EmployerTerms? Load(Books books, EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(scope);
        var kept = books.Database.Read(connection => Read(connection, scope));
        if (kept.Count == 0)
            return null;
        var newest = kept.GroupBy(row => (row.Document.Kind, row.Document.Id))
            .Select(group => group.MaxBy(row => row.Version).Document).ToList();
        var superseded = kept.Where(row => row.Document.Kind == DocumentKind.Plan && !newest.Contains(row.Document))
            .Select(row => PlanReader.Read(row.Document.Content, row.Document.File).Value).OfType<Plan>().ToList();
        var understood = Understand(newest, superseded);
        return understood.Value ?? throw new InvalidOperationException(
            $"The documents of {scope.Employer} were taken before and cannot be understood now: "
                + $"{understood.Findings[0]}");
    }

    /// <summary>The newest version of each document of an employer.</summary>
    /// <param name="books">The database.</param>
    /// <param name="scope">Whose.</param>
    public static IReadOnlyList<EmployerDocument> Current(Books books, EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(books);
        return [.. books.Database.Read(connection => Read(connection, scope))
            .GroupBy(row => (row.Document.Kind, row.Document.Id))
            .Select(group => group.MaxBy(row => row.Version).Document)];
    }

    /// <summary>Every version of each document of an employer, by kind, name and version.</summary>
    /// <param name="books">The database.</param>
    /// <param name="scope">Whose.</param>
    public static IReadOnlyList<(EmployerDocument Document, long Version)> Versions(Books books, EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(books);
        return books.Database.Read(connection => Read(connection, scope));
    }

    /// <summary>How many documents an employer has, every version counted.</summary>
    /// <param name="books">The database.</param>
    /// <param name="scope">Whose.</param>
    public static long Count(Books books, EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.Ask(
            "select count(*) from document where tenant = @tenant and employer = @employer", scope.Bound(),
            found => found.ReadSingle<long>());
    }

    /// <summary>The employers of the books, by tenant and employer.</summary>
    /// <param name="books">The database.</param>
    public static IReadOnlyList<EmployerScope> Employers(Books books)
    {
        ArgumentNullException.ThrowIfNull(books);
        return books.Database.Read(connection => connection
            .Query<(string Tenant, string Employer)>("select tenant, employer from employer order by tenant, employer")
            .Select(row => new EmployerScope(new TenantId(row.Tenant), new EmployerId(row.Employer))).ToList());
    }

    private static Parsed<EmployerTerms?> Understand(
        IReadOnlyCollection<EmployerDocument> documents, IReadOnlyCollection<Plan> superseded)
    {
        List<Finding> findings = [];
        var plans = documents.Where(document => document.Kind == DocumentKind.Plan)
            .Select(document => Take(PlanReader.Read(document.Content, document.File), findings)).OfType<Plan>()
            .ToList();
        var agreements = documents.Where(document => document.Kind == DocumentKind.Agreement)
            .Select(document => Take(AgreementReader.Read(document.Content, document.File), findings))
            .OfType<AsoAgreement>().ToList();
        var rules = documents.Where(document => document.Kind == DocumentKind.Fees)
            .SelectMany(document => Take(FeeFile.Read(new StringReader(document.Content), document.File), findings))
            .ToList();
        var memberships = documents.Where(document => document.Kind == DocumentKind.Network)
            .SelectMany(document => Take(NetworkFile.Read(new StringReader(document.Content), document.File), findings))
            .ToList();
        if (agreements is not [var agreement] || plans.Count == 0)
            return new Parsed<EmployerTerms?>(null, findings.ToValueList());
        var basis = new DecisionBasis(
            new PlanLibrary(plans, superseded), new PriceBook(new FeeSchedule(rules), memberships));
        return new Parsed<EmployerTerms?>(
            new EmployerTerms(
                new EmployerScope(agreement.Administrator, agreement.Employer), agreement, basis,
                Policies(documents, findings))
            {
                Disability = DisabilityBasis.Of(documents, findings),
            },
            findings.ToValueList());
    }

    private static ValueList<StopLossPolicy> Policies(
        IEnumerable<EmployerDocument> documents, List<Finding> findings) => documents
        .Where(document => document.Kind == DocumentKind.StopLoss)
        .Select(document => Take(PolicyReader.Read(document.Content, document.File), findings))
        .OfType<StopLossPolicy>()
        .OrderBy(policy => policy.Period.First).ThenBy(policy => policy.Number, StringComparer.Ordinal)
        .ToValueList();

    internal static T Take<T>(Parsed<T> parsed, List<Finding> findings)
    {
        findings.AddRange(parsed.Findings);
        return parsed.Value;
    }

    private static List<(EmployerDocument Document, long Version)> Read(DbConnection connection, EmployerScope scope) =>
        connection
        .Query<(string Kind, string Id, string File, string Content, long Version)>(
            "select kind, id, file, content, version from document "
                + "where tenant = @tenant and employer = @employer order by kind, id, version",
            scope.Bound())
        .Select(row =>
            (new EmployerDocument(KindOf(row.Kind), row.Id, row.File, row.Content), row.Version))
        .ToList();

    private static string Word(DocumentKind kind) => kind switch
    {
        DocumentKind.Plan => "plan",
        DocumentKind.Agreement => "agreement",
        DocumentKind.Fees => "fees",
        DocumentKind.StopLoss => "stop-loss",
        DocumentKind.DisabilityPlan => "disability-plan",
        DocumentKind.DisabilityLaw => "disability-law",
        DocumentKind.Terminations => "terminations",
        _ => "network",
    };

    private static DocumentKind KindOf(string word) => Enum.GetValues<DocumentKind>().First(kind => Word(kind) == word);
}
