using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;
using OpenAso.X12.Envelopes;

namespace OpenAso.Operations.Importing;

/// <summary>What an import is of.</summary>
/// <param name="Digest">Of what its files say.</param>
/// <param name="Files">X12 files.</param>
/// <param name="Tables">Enrolment tables.</param>
/// <param name="Received">The day the claims arrived; null for each transaction set's own date.</param>
internal sealed record ImportHeader(
    string Digest, IReadOnlyList<ReadFile> Files, IReadOnlyList<InputFile> Tables, DateOnly? Received)
{
    public IEnumerable<string> Names => Files.Select(file => file.File.Name).Concat(Tables.Select(table => table.Name));
}

/// <summary>Remembers what was imported, so that the same interchange is recognised and an import that was interrupted
/// is completed.</summary>
internal static class ImportLog
{
    /// <summary>Marks the interchanges that a finished import has read, and those that stand twice in these
    /// files.</summary>
    public static void MarkRepeated(Database database, EmployerScope scope, IEnumerable<ReadFile> files)
    {
        var known = database.Read(connection => connection.Query<(string Sender, string ControlNumber, string Hash)>(
            """
            select i.sender, i.control_number, i.hash from interchange i
            join import m on m.tenant = i.tenant and m.employer = i.employer and m.number = i.import
            where i.tenant = @tenant and i.employer = @employer and m.finished = 1
            """, scope.Bound()).ToHashSet());
        RepeatedInterchanges.Mark(files, known);
    }

    /// <summary>The hashes of enrolment tables that a finished import has read.</summary>
    public static HashSet<string> KnownTables(Database database, EmployerScope scope) =>
        database.Read(connection => connection.Query<string>(
            """
            select i.hash from interchange i
            join import m on m.tenant = i.tenant and m.employer = i.employer and m.number = i.import
            where i.tenant = @tenant and i.employer = @employer and i.sender = @sender and m.finished = 1
            """, scope.Bound(new { sender = RepeatedTables.Sender })).ToHashSet());

    /// <summary>What these files say, whatever their names and order.</summary>
    public static string DigestOf(
        IEnumerable<ReadFile> files, IEnumerable<InputFile> tables) => ContentHash.Of(string.Join(
        '|',
        Taken(files).Select(one => one.Interchange.ContentHash).Concat(tables.Select(EnrollmentTables.HashOf))
            .Order(StringComparer.Ordinal)))
        .ToString();

    /// <summary>The interchanges that are taken now.</summary>
    public static IEnumerable<(ReadFile File, Interchange Interchange)> Taken(IEnumerable<ReadFile> files) => files
        .SelectMany(file => file.Envelopes.Interchanges.Select(interchange => (file, interchange)))
        .Where(one => !one.interchange.IsRejected && !one.interchange.IsRepeated);

    /// <summary>The import that was interrupted; null where there is none.</summary>
    public static UnfinishedImport? Unfinished(DbConnection connection, EmployerScope scope) =>
        connection.QueryFirstOrDefault<UnfinishedImport>(
            "select number, digest, files, received_day ReceivedDay from import "
                + "where tenant = @tenant and employer = @employer and finished = 0",
            scope.Bound());

    /// <summary>The days on which claims that were read before arrived, as it was said then.</summary>
    /// <param name="database">Of the employer.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="files">Claim files; those of their interchanges count that were passed over.</param>
    public static IReadOnlyList<string> KeptReceived(
        Database database, EmployerScope scope, IEnumerable<ReadFile> files)
    {
        var repeated = files.SelectMany(file => file.Envelopes.Interchanges)
            .Where(interchange => interchange.IsRepeated && !interchange.IsRejected)
            .Select(interchange => interchange.ContentHash).ToHashSet();
        return repeated.Count == 0
            ? []
            : database.Read(connection => connection.Query<(string Hash, string Day)>(
                """
                select i.hash, m.received_day from interchange i
                join import m on m.tenant = i.tenant and m.employer = i.employer and m.number = i.import
                where i.tenant = @tenant and i.employer = @employer and m.finished = 1
                """, scope.Bound())
                .Where(row => repeated.Contains(row.Hash)).Select(row => row.Day).Distinct()
                .Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>Begins an import: its number is one more than the last.</summary>
    public static long Begin(WriteSession session, EmployerScope scope, ImportHeader header, int claims) =>
        Add(session, scope, Numbering.Next(session, scope, "import"), header, (claims, IsFinished: false));

    /// <summary>Keeps an import of one claim that begins and ends in one transaction.</summary>
    /// <param name="session">Within which it is done.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="header">What it is of.</param>
    /// <param name="number">One more than the last, as asked within the same session.</param>
    public static long Whole(WriteSession session, EmployerScope scope, ImportHeader header, long number) =>
        Add(session, scope, number, header, (1, IsFinished: true));

    private static long Add(
        WriteSession session, EmployerScope scope, long number, ImportHeader header,
        (int Claims, bool IsFinished) state)
    {
        session.Insert(InsertImport, [(scope, number, header, state.Claims, state.IsFinished)]);
        session.Enqueue(InsertInterchange, Taken(header.Files).Select(one => new ReadInterchange(
                one.File.File.Name, RepeatedInterchanges.SenderOf(one.Interchange), one.Interchange.ControlNumber,
                one.Interchange.ContentHash))
            .Concat(header.Tables.Select(table => new ReadInterchange(
                table.Name, RepeatedTables.Sender, "", EnrollmentTables.HashOf(table))))
            .Select(one => (scope, number, one)));
        return number;
    }

    /// <summary>Ends an import.</summary>
    public static void Finish(WriteSession session, EmployerScope scope, long number) => session.Connection.Execute(
        "update import set finished = 1 where tenant = @tenant and employer = @employer and number = @number",
        scope.Bound(new { number }));

    /// <summary>The families whose claims of an import were decided before it was interrupted.</summary>
    public static HashSet<FamilyId> DecidedFamilies(
        DbConnection connection, EmployerScope scope, long number) => connection
        .Query<string>(
            "select family from family where tenant = @tenant and employer = @employer and last_import = @number",
            scope.Bound(new { number }))
        .Select(family => new FamilyId(family)).ToHashSet();

    private static readonly BulkInsert<
        (EmployerScope Scope, long Number, ImportHeader Header, int Claims, bool IsFinished)> InsertImport = new(
        "import",
        ["tenant", "employer", "number", "digest", "files", "finished", "received", "received_day"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Number);
            binder.Bind(4, row.Header.Digest);
            binder.Bind(5, string.Join(", ", row.Header.Names));
            binder.Bind(6, row.IsFinished ? 1L : 0L);
            binder.Bind(7, (long)row.Claims);
            binder.Bind(8, ReceivedDay.Text(row.Header.Received));
        });

    private static readonly
        BulkInsert<(EmployerScope Scope, long Import, ReadInterchange Read)> InsertInterchange = new(
        "interchange",
        ["tenant", "employer", "sender", "control_number", "hash", "import", "file"],
        OnConflict.Ignore,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Read.Sender);
            binder.Bind(4, row.Read.ControlNumber);
            binder.Bind(5, row.Read.Hash);
            binder.Bind(6, row.Import);
            binder.Bind(7, row.Read.File);
        });

    /// <summary>An interchange or table, as it is remembered.</summary>
    private readonly record struct ReadInterchange(string File, string Sender, string ControlNumber, string Hash);
}

/// <summary>An import that was interrupted.</summary>
internal sealed class UnfinishedImport
{
    public long Number { get; set; }

    public string Digest { get; set; } = "";

    public string Files { get; set; } = "";

    public string ReceivedDay { get; set; } = "";
}
