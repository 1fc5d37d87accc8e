using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Files that were sent, kept as they were sent.</summary>
public static class SentFiles
{
    /// <summary>The files of an employer.</summary>
    /// <param name="connection">Of the database.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="kind">835, 999 or funding-request.</param>
    /// <returns>By name.</returns>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(
        DbConnection connection, EmployerScope scope, string kind)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return [.. connection.Query<(string, byte[])>(
            "select name, content from sent_file "
                + "where tenant = @tenant and employer = @employer and kind = @kind order by name",
            scope.Bound(new { kind }))];
    }

    internal static void Keep(
        WriteSession session, EmployerScope scope, string name, string kind, int run, byte[] content) =>
        session.Insert(Insert, [(scope, name, kind, run, content)]);

    private static readonly
        BulkInsert<(EmployerScope Scope, string Name, string Kind, int Run, byte[] Content)> Insert = new(
        "sent_file",
        ["tenant", "employer", "name", "kind", "run", "content", "hash"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Name);
            binder.Bind(4, row.Kind);
            binder.Bind(5, (long)row.Run);
            binder.Bind(6, row.Content);
            binder.Bind(7, ContentHash.Of(row.Content).ToString());
        });
}
