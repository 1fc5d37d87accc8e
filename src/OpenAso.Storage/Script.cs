using System.Data.Common;

namespace OpenAso.Storage;

/// <summary>Several statements in one text.</summary>
internal static class Script
{
    /// <summary>Executes all of them.</summary>
    /// <remarks>Reads every result: an ADO.NET reader that is closed before swallows the errors of the statements
    /// behind the first that returned rows.</remarks>
    /// <exception cref="DbException">One failed; those behind it were not executed.</exception>
    public static void Run(DbConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        using var rows = command.ExecuteReader();
        do
        {
            while (rows.Read())
            {
            }
        }
        while (rows.NextResult());
    }
}
