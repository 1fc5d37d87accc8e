using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Importing;

/// <summary>What the files of an import hold, and what they would change: read, and nothing written.</summary>
public sealed class ImportReading
{
    private ImportReading(
        IReadOnlyList<ReadFile> files, IReadOnlyList<InputFile> tables, int repeatedTables, EnrollmentResult enrolled,
        ReadClaims claims)
    {
        (Files, Tables, RepeatedTables, Enrolled, Claims) = (files, tables, repeatedTables, enrolled, claims);
        Findings = [.. enrolled.Findings, .. claims.Findings,
            .. claims.Rejected.SelectMany(claim => claim.Findings.Items)];
    }

    /// <summary>X12 files, with all that was found in them.</summary>
    public IReadOnlyList<ReadFile> Files { get; }

    /// <summary>Enrolment that comes as CSV tables, without what was passed over.</summary>
    public IReadOnlyList<InputFile> Tables { get; }

    /// <summary>Tables that had been read before and were passed over.</summary>
    public int RepeatedTables { get; }

    /// <summary>What was said of the day on which claims arrived that are passed over, where the request says another;
    /// empty otherwise.</summary>
    public IReadOnlyList<string> KeptReceived { get; private init; } = [];

    /// <summary>What would become of the families.</summary>
    public EnrollmentResult Enrolled { get; }

    /// <summary>Claims to decide, and those that are rejected.</summary>
    public ReadClaims Claims { get; }

    /// <summary>What was found, claims' own errors included.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Interchanges that had been read before and were passed over.</summary>
    public int Repeated => Files.Sum(file => file.Envelopes.Interchanges.Count(interchange => interchange.IsRepeated));

    /// <summary>Reads the files of an import.</summary>
    /// <param name="books">Those that tell who is enrolled and what was read before; null where there are none
    /// yet.</param>
    /// <param name="terms">Whose.</param>
    /// <param name="request">The files.</param>
    public static ImportReading Of(Books? books, EmployerTerms terms, ImportRequest request) =>
        Of(books, terms, request, FamiliesOf(books, terms));

    internal static ImportReading Of(
        Books? books, EmployerTerms terms, ImportRequest request, IReadOnlyDictionary<FamilyId, Family> known)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(request);
        var given = request.Files.Where(EnrollmentTables.IsTable).ToList();
        var tables = Importing.RepeatedTables.Taken(
            given, books is null ? [] : ImportLog.KnownTables(books.Database, terms.Scope), request.RepeatsTables);
        var files = request.Files.Where(file => !EnrollmentTables.IsTable(file)).Select(ReadFile.Read).ToList();
        if (books is null)
            RepeatedInterchanges.Mark(files, []);
        else
            ImportLog.MarkRepeated(books.Database, terms.Scope, files);
        var plans = terms.Basis.Plans;
        var fromFiles = EnrollmentIntake.Enroll([.. files.Where(file => file.HoldsEnrollment)], known, plans);
        var enrolled = EnrollmentTables.Enroll(tables, request.HasFullTables, fromFiles, known, plans);
        var claims = ClaimIntake.Read([.. files.Where(file => !file.HoldsEnrollment)], request.Received);
        return new ImportReading(files, tables, given.Count - tables.Count, enrolled, claims)
        {
            KeptReceived = KeptReceivedOf(books, terms.Scope, request.Received, files),
        };
    }

    // Nobody asks for a day who names none.
    private static List<string> KeptReceivedOf(
        Books? books, EmployerScope scope, DateOnly? received, IEnumerable<ReadFile> files) =>
        books is null || received is null
            ? []
            : [.. ImportLog.KeptReceived(books.Database, scope, files.Where(file => !file.HoldsEnrollment))
                .Where(kept => ReceivedDay.Differs(kept, received)).Select(ReceivedDay.Words)];

    internal static Dictionary<FamilyId, Family> FamiliesOf(Books? books, EmployerTerms terms) => books is null
        ? []
        : books.Database.Read(connection => FamilyRows.Read(connection, terms.Scope, null));
}
