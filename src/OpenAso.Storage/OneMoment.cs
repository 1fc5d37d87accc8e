using System.Data.Common;

namespace OpenAso.Storage;

/// <summary>One connection, one transaction: whatever is read by it is of the moment of its first reading.</summary>
/// <param name="connect">Opens a connection that reads.</param>
/// <param name="dialect">Of the database.</param>
internal sealed class OneMoment(Func<DbConnection> connect, Dialect dialect)
{
    private readonly Lock _gate = new();
    private DbConnection? _connection;
    private DbTransaction? _snapshot;

    /// <summary>Reads; threads wait for one another.</summary>
    /// <param name="query">A query that fails ends the moment, for the database takes no other after it.</param>
    public T Read<T>(Func<DbConnection, T> query)
    {
        lock (_gate)
        {
            try
            {
                _connection ??= connect();
                _snapshot ??= dialect.BeginRead(_connection);
                return query(_connection);
            }
            catch
            {
                End();
                throw;
            }
        }
    }

    /// <summary>Lets the moment go, and the connection with it.</summary>
    public void End()
    {
        lock (_gate)
        {
            _snapshot?.Dispose();
            _connection?.Dispose();
            (_snapshot, _connection) = (null, null);
        }
    }
}
