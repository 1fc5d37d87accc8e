namespace OpenAso.Storage.Tests;

/// <summary>What every database has to do, done by a SQLite file.</summary>
public sealed class SqliteConformance : StorageConformance
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<Database> OpenAsync(GroupLimit limit) =>
        Database.OpenAsync(new SqliteOptions(_folder.File("test.db")) { Group = limit, Time = Time });

    protected override void Remove() => _folder.Dispose();
}
