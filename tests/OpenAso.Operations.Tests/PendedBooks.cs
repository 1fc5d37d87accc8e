using Microsoft.Data.Sqlite;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

/// <summary>Books with claims that wait for the reasons that the generator knows, to be copied and worked on.</summary>
public sealed class PendedBooks : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openaso-test-").FullName;
    private int _copies;

    internal SeededEmployer Employer { get; } = SeededEmployer.Of(120, 6);

    private string Original => Path.Combine(_folder, "original.db");

    /// <summary>Every claim file once more, in interchanges of other numbers.</summary>
    internal List<InputFile> Resent => [.. Employer.Content
        .Where(file => file.Key.EndsWith(".837", StringComparison.Ordinal))
        .Select(file => InputFile.Of("again-" + file.Key, ImportTests.Renumbered(file.Value)))];

    public async ValueTask InitializeAsync()
    {
        var books = await Books.OpenAsync(new SqliteOptions(Original));
        await using (books)
        {
            await books.Database.WriteAsync(session =>
                Employers.EmployerDocuments.Keep(session, Employer.Terms, Employer.Documents));
            await new ImportUseCase(books).RunAsync(Employer.Terms, new ImportRequest(Employer.Files));
        }
        SqliteConnection.ClearAllPools();
    }

    /// <summary>A copy that nobody else sees.</summary>
    internal async Task<Books> CopyAsync()
    {
        var path = Path.Combine(_folder, $"copy-{Interlocked.Increment(ref _copies)}.db");
        File.Copy(Original, path);
        return await Books.OpenAsync(new SqliteOptions(path));
    }

    public async ValueTask DisposeAsync()
    {
        await Employer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
