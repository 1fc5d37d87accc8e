using System.Globalization;
using Dapper;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Listing;

/// <summary>An import of a list.</summary>
/// <param name="Number">1 for the employer's first.</param>
/// <param name="Files">As they were named.</param>
/// <param name="IsFinished">False where it was interrupted.</param>
/// <param name="Received">How many claims its files held.</param>
/// <param name="Rejected">How many of them were not taken.</param>
public sealed record ListedImport(long Number, string Files, bool IsFinished, long Received, long Rejected);

/// <summary>Lists imports.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ImportListUseCase(Books books)
{
    /// <summary>A part of the list, the newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="cursor">Which part; keys are numbers as text.</param>
    public ListPart<ListedImport> Show(EmployerScope scope, PageCursor<string> cursor)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        var (place, isBackward) = cursor.Before is { } before ? (before, true) : (cursor.After, false);
        var range = place is null ? "" : $"and m.number {(isBackward ? ">" : "<")} @number";
        return ListPart.Of(
            books.Database.Read(connection => connection
                .Query<(long Number, string Files, long Finished, long Received, long Rejected)>(
                    $"""
                    select m.number, m.files, m.finished, m.received, (select count(*) from rejection r
                      where r.tenant = m.tenant and r.employer = m.employer and r.import = m.number)
                    from import m where m.tenant = @tenant and m.employer = @employer {range}
                    order by m.number {(isBackward ? "asc" : "desc")} limit @most
                    """, scope.Bound(new
                    {
                        number = place is null ? 0 : long.Parse(place, CultureInfo.InvariantCulture),
                        most = cursor.Most + 1L,
                    }))
                .Select(row => new ListedImport(row.Number, row.Files, row.Finished == 1, row.Received, row.Rejected))
                .ToList()),
            cursor.Most, isBackward);
    }

    /// <summary>The imports that read interchanges or tables of these files before.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="files">As an import gave them back.</param>
    public IReadOnlyList<long> Earlier(EmployerScope scope, IEnumerable<ReadFile> files)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(files);
        var hashes = files.SelectMany(file => file.Envelopes.Interchanges).Where(one => one.IsRepeated)
            .Select(one => one.ContentHash).Distinct().ToArray();
        return hashes.Length == 0
            ? []
            : books.Database.Read(connection => connection.Query<long>(
                "select distinct import from interchange where tenant = @tenant and employer = @employer "
                + $"and hash {connection.Among("hashes")} order by import",
                new { tenant = scope.Tenant.Value, employer = scope.Employer.Value, hashes }).ToList());
    }
}
