using OpenAso.Operations.Access;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>The database of an administrator: everything that is stored for all its employers.</summary>
public sealed class Books : IAsyncDisposable
{
    /// <summary>The name of the database file in its folder.</summary>
    public const string FileName = "openaso.db";

    private const string MigrationPrefix = "OpenAso.Operations.Migrations.";

    private Books(Database database) => Database = database;

    /// <summary>Where it is kept.</summary>
    public Database Database { get; }

    /// <summary>By which secrets in them are sealed; whoever opens them says where it is.</summary>
    public SealingKey Key { get; set; } = SealingKey.None;

    /// <summary>Opens the books of a folder, and brings them up to date where they may be written.</summary>
    /// <param name="options">Which file, and how.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">They cannot be opened: the message says why and how to mend it.</exception>
    public static async Task<Books> OpenAsync(SqliteOptions options, CancellationToken cancellation = default) =>
        await OfAsync(await Database.OpenAsync(options, cancellation).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);

    /// <summary>Opens the books of one administrator in a PostgreSQL database, and brings them up to date where they
    /// may be written.</summary>
    /// <param name="options">Which database, and whose books.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <exception cref="StorageException">They cannot be opened: the message says why and how to mend it.</exception>
    public static async Task<Books> OpenAsync(PostgresOptions options, CancellationToken cancellation = default) =>
        await OfAsync(await Database.OpenAsync(options, cancellation).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);

    /// <summary>The books for reading only, everything as of the moment of the first reading; see
    /// <see cref="Database.AtOneMoment"/>.</summary>
    public Books AtOneMoment() => new(Database.AtOneMoment()) { Key = Key };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static async Task<Books> OfAsync(Database database, CancellationToken cancellation)
    {
        try
        {
            var migrations = new MigrationRunner(
                database, Migration.Embedded(typeof(Books).Assembly, MigrationPrefix, database.Dialect));
            if (database.CanWrite)
                await migrations.ApplyAsync(cancellation).ConfigureAwait(false);
            else
                migrations.DemandCurrent();
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new Books(database);
    }
}
