using System.Data.Common;
using System.Globalization;
using Dapper;

namespace OpenAso.Storage;

/// <summary>Brings a database to the version that this program knows.</summary>
/// <param name="database">Which.</param>
/// <param name="migrations">All that the program knows, in order; see <see cref="Migration.Embedded"/>.</param>
public sealed class MigrationRunner(Database database, IReadOnlyList<Migration> migrations)
{
    private const string Table = "schema_migration";

    /// <summary>Applies what is missing, in order, each in a transaction of its own.</summary>
    /// <remarks>Safe to repeat, and to interrupt: it goes on where it was.</remarks>
    /// <param name="cancellation">Stops between two migrations.</param>
    /// <returns>Those that were applied now; empty when the database was current.</returns>
    /// <exception cref="StorageException">The database is newer, or not of this program (nothing is changed then), or
    /// cannot be written.</exception>
    /// <exception cref="InvalidOperationException">A migration is wrong; the message names it.</exception>
    public async Task<IReadOnlyList<Migration>> ApplyAsync(CancellationToken cancellation = default)
    {
        var applied = new List<Migration>();
        while (await NextAsync(cancellation).ConfigureAwait(false) is { } migration)
            applied.Add(migration);
        return applied;
    }

    /// <summary>Demands that nothing is missing, without changing anything.</summary>
    /// <exception cref="StorageException">The database is older, newer, or not of this program.</exception>
    public void DemandCurrent()
    {
        if (Version() == 0)
            throw new StorageException(StorageProblem.Older,
                $"{database.Name} holds nothing yet. Write to it first, or name another file.");
        if (database.Read(Missing).FirstOrDefault() is { } first)
            throw new StorageException(StorageProblem.Older,
                $"{database.Name} was written by an older version: it lacks {first}. Open it for writing once with "
                + "this version, which brings it up to date.");
    }

    /// <summary>The number of the last migration that was applied; zero in a new database.</summary>
    public int Version() => database.Read(Applied).LastOrDefault().Number;

    // Of a size that nothing fits beside.
    private Task<Migration?> NextAsync(CancellationToken cancellation) =>
        database.WriteAsync(ApplyNext, Urgency.Interactive, int.MaxValue, cancellation);

    private Migration? ApplyNext(WriteSession session)
    {
        var next = Missing(session.Connection).FirstOrDefault();
        if (next is null)
            return null;
        session.Dialect.BeforeMigration(session.Connection);
        session.Connection.Execute(session.Dialect.Render(
            $"create table if not exists {Table} (number {{integer}} primary key, name {{text}} not null, "
            + "hash {text} not null, applied_at {text} not null) {table}"));
        try
        {
            Script.Run(session.Connection, session.Dialect.Render(next.Sql));
            session.Dialect.AfterMigration(session.Connection);
        }
        catch (DbException failure) when (session.Dialect.Translate(failure, database.Name)
            is null or { Problem: StorageProblem.Duplicate or StorageProblem.Refused })
        {
            throw new InvalidOperationException($"Migration {next} is wrong: {failure.Message}", failure);
        }
        session.Connection.Execute(
            $"insert into {Table} (number, name, hash, applied_at) values (@number, @name, @hash, @appliedAt)",
            new
            {
                number = next.Number,
                name = next.Name,
                hash = next.Hash.ToString(),
                appliedAt = database.Time.GetUtcNow().ToString("u", CultureInfo.InvariantCulture),
            });
        return next;
    }

    private IEnumerable<Migration> Missing(DbConnection connection)
    {
        var applied = Applied(connection);
        foreach (var (known, found) in migrations.Zip(applied))
        {
            if (known.Number != found.Number || known.Hash.ToString() != found.Hash)
                throw Foreign($"migration {found.Number:0000}-{found.Name} was applied to it with another text than "
                    + $"this version's {known}");
        }
        if (applied.Count > migrations.Count)
            throw new StorageException(StorageProblem.Newer,
                $"{database.Name} was written by a newer version: it has {applied.Count} migrations, the last "
                + $"{applied[^1].Number:0000}-{applied[^1].Name}, and this version knows {migrations.Count}. Use the "
                + "newer version.");
        return migrations.Skip(applied.Count);
    }

    private List<(int Number, string Name, string Hash)> Applied(DbConnection connection)
    {
        var tables = database.Dialect.Tables(connection);
        if (tables.Contains(Table))
            return connection.Query<(int, string, string)>($"select number, name, hash from {Table} order by number")
                .AsList();
        return tables.Count == 0
            ? []
            : throw Foreign($"it holds other tables, such as {tables[0]}, and no history of migrations");
    }

    private StorageException Foreign(string reason) => new(StorageProblem.Foreign,
        $"{database.Name} is not a database of this version: {reason}. Name another file, or use the version that "
        + "made it.");
}
