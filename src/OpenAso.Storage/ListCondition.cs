using System.Data.Common;
using Npgsql;

namespace OpenAso.Storage;

/// <summary>How a statement asks whether a column is among the values of a list.</summary>
public static class ListCondition
{
    /// <summary>What stands behind the column: <c>in @families</c>, whose values are bound one by one, or
    /// <c>= any(@families)</c>, where the database takes an array.</summary>
    /// <param name="connection">Where the statement runs.</param>
    /// <param name="parameter">The name of the parameter, without <c>@</c>; its value is an array.</param>
    public static string Among(this DbConnection connection, string parameter) =>
        connection is NpgsqlConnection ? $"= any(@{parameter})" : $"in @{parameter}";
}
