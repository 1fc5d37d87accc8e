using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Importing;

/// <summary>The files of an import as they were read and understood, before anything is written.</summary>
/// <param name="Files">X12 files.</param>
/// <param name="Tables">Enrolment tables.</param>
/// <param name="Known">The families that were known before.</param>
/// <param name="Enrolled">What the files make of them.</param>
/// <param name="Claims">What claim files hold.</param>
internal sealed record ReadImport(
    IReadOnlyList<ReadFile> Files, IReadOnlyList<InputFile> Tables, IReadOnlyDictionary<FamilyId, Family> Known,
    EnrollmentResult Enrolled, ReadClaims Claims)
{
    /// <summary>Whether anything is to be done.</summary>
    public bool IsNew => ImportLog.Taken(Files).Any() || Enrolled.Changes.Count > 0;

    /// <summary>Every family as it then is.</summary>
    public IEnumerable<Family> Members => Known.Where(known => !Enrolled.Families.ContainsKey(known.Key))
        .Select(known => known.Value).Concat(Enrolled.Families.Values);

    /// <summary>What it comes to, without a number and without what it releases.</summary>
    public ImportResult Result => new()
    {
        Number = 0,
        Repeated = Files.Sum(file => file.Envelopes.Interchanges.Count(interchange => interchange.IsRepeated)),
        Files = Files,
        Changes = Enrolled.Changes,
        Decided = Claims.Claims.Count,
        Rejected = Claims.Rejected.Count,
        Findings =
        [
            .. Enrolled.Findings, .. Claims.Findings,
            .. Claims.Rejected.SelectMany(claim => claim.Findings.Items),
        ],
    };

    /// <summary>Reads them.</summary>
    /// <param name="request">The files.</param>
    /// <param name="database">What is known; null where nothing is.</param>
    /// <param name="scope">Whose; null where nobody is known.</param>
    public static ReadImport Of(ImportRequest request, Database? database = null, EmployerScope? scope = null)
    {
        var tables = request.Files.Where(EnrollmentTables.IsTable).ToList();
        var files = request.Files.Where(file => !EnrollmentTables.IsTable(file)).Select(ReadFile.Read).ToList();
        var known = new Dictionary<FamilyId, Family>();
        if (database is not null && scope is not null)
        {
            ImportLog.MarkRepeated(database, scope, files);
            known = database.Read(connection => FamilyRows.Read(connection, scope, null));
        }
        else
            RepeatedInterchanges.Mark(files, []);
        var enrolled = EnrollmentTables.Enroll(
            tables, EnrollmentIntake.Enroll([.. files.Where(IsEnrollment)], known), known);
        var claims = ClaimIntake.Read([.. files.Where(file => !IsEnrollment(file))], request.Received);
        return new ReadImport(files, tables, known, enrolled, claims);
    }

    private static bool IsEnrollment(ReadFile file) => file.Envelopes.Interchanges
        .SelectMany(interchange => interchange.Groups).Any(group => group.FunctionalIdentifier == "BE");
}
