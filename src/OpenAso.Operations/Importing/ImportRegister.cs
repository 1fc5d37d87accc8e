using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Importing;

/// <summary>An import, in short.</summary>
/// <param name="Number">1 for the employer's first.</param>
/// <param name="Files">The names of its files, without their folders.</param>
/// <param name="IsFinished">False where it was interrupted: the same files again complete it.</param>
/// <param name="Received">Claims that were read, those that were rejected among them.</param>
/// <param name="Rejected">Claims that were rejected.</param>
/// <param name="Waiting">Claims of it that wait for a person now.</param>
public sealed record ImportSummary(
    long Number, ValueList<string> Files, bool IsFinished, int Received, int Rejected, int Waiting);

/// <summary>A claim that was not taken.</summary>
/// <param name="Place">Where it stands in its file.</param>
/// <param name="ControlNumber">The patient control number: how its sender knows it.</param>
/// <param name="Billed">What it bills.</param>
/// <param name="Findings">What is wrong and how to mend it, one on each line.</param>
public sealed record RegisteredRejection(string Place, string ControlNumber, Money Billed, ValueList<string> Findings);

/// <summary>What an import came to.</summary>
/// <param name="Summary">In short.</param>
/// <param name="Rejections">Claims that were not taken.</param>
/// <param name="Answers">The names of the answers to its files (999).</param>
public sealed record ImportRegister(
    ImportSummary Summary, ValueList<RegisteredRejection> Rejections, ValueList<string> Answers);

/// <summary>Shows imports, and the answers that were given to their files.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ImportRegisterUseCase(Books books)
{
    private const string Kind = "999";

    /// <summary>The newest imports, newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<ImportSummary> Newest(EmployerScope scope, int most) => books.Database.Read(connection =>
        Read(connection, scope, " order by number desc limit @most", new { most }));

    /// <summary>An import; null where there is none of the number.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="number">Of the import.</param>
    public ImportRegister? Show(EmployerScope scope, long number) => books.Database.Read(connection =>
        Read(connection, scope, " and number = @number", new { number }) is [var import]
            ? new ImportRegister(
                import, Rejections(connection, scope, number),
                [.. connection.Query<string>(
                    "select name from sent_file where tenant = @tenant and employer = @employer and kind = @kind "
                    + "and name like @beginning order by name",
                    scope.Bound(new { kind = Kind, beginning = $"{number:D4}-%" }))])
            : null);

    /// <summary>The answer to a file, as it was given; null where there is none of the name.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="name">Of the answer.</param>
    public byte[]? Answer(EmployerScope scope, string name) => books.Database.Read(connection =>
        connection.QueryFirstOrDefault<byte[]?>(
            "select content from sent_file where tenant = @tenant and employer = @employer and kind = @kind "
            + "and name = @name", scope.Bound(new { kind = Kind, name })));

    private static List<ImportSummary> Read(DbConnection connection, EmployerScope scope, string how, object others)
    {
        var rejected = Counts(connection, scope, "select import, count(*) from rejection where");
        // PERF: what waits has an index of its own; what was decided has none by import.
        var waiting = Counts(
            connection, scope, "select import, count(*) from claim where status = 2 and reversed_by is null and");
        return [.. connection.Query<(long Number, string Files, long Finished, long Received)>(
            "select number, files, finished, received from import where tenant = @tenant and employer = @employer"
            + how, scope.Bound(others)).Select(row => new ImportSummary(
                row.Number, Names(row.Files), row.Finished == 1, checked((int)row.Received),
                rejected.GetValueOrDefault(row.Number), waiting.GetValueOrDefault(row.Number)))];
    }

    private static ValueList<string> Names(string files) =>
        [.. files.Split(", ").Select(name => name.Split('/', '\\')[^1])];

    private static Dictionary<long, int> Counts(DbConnection connection, EmployerScope scope, string select) =>
        connection.Query<(long Import, long Count)>(
            $"{select} tenant = @tenant and employer = @employer group by import", scope.Bound())
            .ToDictionary(row => row.Import, row => checked((int)row.Count));

    private static ValueList<RegisteredRejection> Rejections(
        DbConnection connection, EmployerScope scope, long number) =>
        [.. RejectionRows.Read(connection, scope).Where(row => row.Import == number).Select(row =>
            new RegisteredRejection(
                row.Place, row.ControlNumber, new Money(row.Billed),
                [.. row.Findings.Split('\n', StringSplitOptions.RemoveEmptyEntries)]))];
}
