using System.Data.Common;
using Dapper;

namespace OpenAso.Storage;

/// <summary>Reads forward only, a block of rows at a time.</summary>
internal static class RowBlocks
{
    public static IEnumerable<IReadOnlyList<T>> Read<T>(
        Database database, string sql, object? parameters, Func<DbDataReader, T> read, int blockSize)
    {
        using var connection = database.ConnectReader();
        using var rows = database.Clearly(() => (DbDataReader)connection.ExecuteReader(sql, parameters));
        while (true)
        {
            var block = database.Clearly(() => NextBlock(rows, read, blockSize));
            if (block.Count > 0)
                yield return block;
            if (block.Count < blockSize)
                yield break;
        }
    }

    private static List<T> NextBlock<T>(DbDataReader rows, Func<DbDataReader, T> read, int blockSize)
    {
        var block = new List<T>();
        while (block.Count < blockSize && rows.Read())
            block.Add(read(rows));
        return block;
    }
}
