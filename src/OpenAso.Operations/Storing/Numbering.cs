using Dapper;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>Numbers what an employer's books count from 1.</summary>
internal static class Numbering
{
    /// <summary>The next number in a table: one more than the last.</summary>
    /// <param name="session">Within which it is used.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="table">Its key is tenant, employer and number.</param>
    // PERF: the first from the end and not the greatest: PostgreSQL keeps the plan that it made while the table was
    // empty, and that one reads all of it for the greatest.
    public static long Next(WriteSession session, EmployerScope scope, string table) =>
        1 + (session.Connection.ExecuteScalar<long?>(
            $"select number from {table} where tenant = @tenant and employer = @employer "
            + "order by number desc limit 1", scope.Bound()) ?? 0);
}
