using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

public sealed class SqliteFamilyStoreTests : DatabaseFamilyStoreConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openaso-test-").FullName;

    protected override Task<Books> OpenBooksAsync() =>
        Books.OpenAsync(new SqliteOptions(Path.Combine(_folder, Books.FileName)));

    protected override ValueTask RemoveAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
