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
    public static long Next(WriteSession session, EmployerScope scope, string table) =>
        1 + (session.Connection.ExecuteScalar<long?>(Last(table), scope.Bound()) ?? 0);

    /// <summary>Asks for the last number in a table; without rows there is none.</summary>
    /// <param name="table">As above.</param>
    // PERF: the first from the end and not the greatest: PostgreSQL keeps the plan that it made while the table was
    // empty, and that one reads all of it for the greatest.
    public static string Last(string table) =>
        $"select number from {table} where tenant = @tenant and employer = @employer order by number desc limit 1";
}
