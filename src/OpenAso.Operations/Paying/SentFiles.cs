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
        session.Connection.Execute(
            "insert into sent_file (tenant, employer, name, kind, run, content, hash) "
                + "values (@tenant, @employer, @name, @kind, @run, @content, @hash)",
            scope.Bound(new { name, kind, run, content, hash = ContentHash.Of(content).ToString() }));
}
