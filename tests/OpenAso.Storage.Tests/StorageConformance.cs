
namespace OpenAso.Storage.Tests;

/// <summary>What every database has to do. Each has a class that says how it is opened and inherits these tests.
/// </summary>
public abstract partial class StorageConformance : IAsyncLifetime
{
    private Database? _database;

    /// <summary>The database of this test, with the sample migrations applied.</summary>
    protected Database Database => _database!;

    protected ManualTime Time { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(GroupLimit.Default);
        await new MigrationRunner(_database, Thing.Migrations(_database.Dialect)).ApplyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Remove();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens this test's database, the same one every time.</summary>
    protected abstract Task<Database> OpenAsync(GroupLimit limit);

    /// <summary>How many channels the next reader's connection listens to.</summary>
    protected virtual int Listening(Database database) => 0;

    /// <summary>Takes the database away.</summary>
    protected abstract void Remove();

    /// <summary>Closes this test's database and opens it again.</summary>
    protected async Task ReopenAsync(GroupLimit limit)
    {
        await Database.DisposeAsync();
        _database = await OpenAsync(limit);
    }
}
