using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Bench;

/// <summary>Claims that are durable in SQLite, beside a program that inserts the same rows and knows nothing.</summary>
internal sealed class StoreContest : IDisposable
{
    private const string Import = "import of claim files";
    private const string Deciding = "deciding into the store";
    private const string Bare = "bare insert of the same rows";

    private readonly Corpus _corpus;
    private readonly IReadOnlyList<FamilyChunk> _chunks;
    private readonly BareInsert _bare;
    private Books? _books;

    private StoreContest(Corpus corpus)
    {
        _corpus = corpus;
        _chunks = Chunks.Of(corpus.Terms.Scope, 1, corpus.Claims, MemberIndex.Of(corpus.Families.Values));
        OpenEnrolled();
        Decide();
        Close();
        _bare = BareInsert.Of(DatabasePath);
    }

    private string DatabasePath => Path.Combine(_corpus.PathOf("store"), Books.FileName);

    public static Contest Of(Corpus corpus)
    {
        var store = new StoreContest(corpus);
        return new Contest(
            "Durable claims in SQLite", "claims", corpus.Claims.Count, Clock.Wall,
            [
                new(Deciding, store.Decide, store.OpenEnrolled),
                new(Import, store.ImportClaims, store.OpenEnrolled),
                new(Bare, () => store._bare.Run(store.DatabasePath), store.LeaveEnrolled),
            ],
            [new(Deciding, Bare, 0.5), new(Import, Bare, 0.5)])
        {
            Notes =
            [
                $"Rows inserted for each claim: {(double)store._bare.Rows / corpus.Claims.Count:0.00}, aim at most 6 "
                    + $"({store._bare.Words}). Families and accounts are rows that were there and are changed.",
                "The bare program inserts rows that were made ready in memory, by prepared statements on SQLite's own "
                    + "interface, into the same tables and indexes, synchronous=full, "
                    + $"{BareInsert.ClaimsInTransaction:N0} claims a transaction.",
                "Deciding into the store begins with claims in memory; the import begins with files.",
            ],
        };
    }

    public void Dispose() => Close();

    private void OpenEnrolled()
    {
        Close();
        _corpus.EmptyFolder("store");
        _books = Books.OpenAsync(new SqliteOptions(DatabasePath)).GetAwaiter().GetResult();
        _books.Database.WriteAsync(session => EmployerDocuments.Keep(session, _corpus.Terms, _corpus.Documents))
            .GetAwaiter().GetResult();
        ImportFiles(_corpus.EnrollmentFiles);
    }

    private void LeaveEnrolled()
    {
        OpenEnrolled();
        Close();
    }

    private void Close()
    {
        _books?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _books = null;
    }

    private long ImportClaims() => ImportFiles(_corpus.ClaimFiles);

    private long ImportFiles(IEnumerable<string> names) => new ImportUseCase(_books!)
        .RunAsync(_corpus.Terms, new ImportRequest(_corpus.Files(names))).GetAwaiter().GetResult().Decided;

    private long Decide()
    {
        ImportUseCase.DecideAsync(_books!.Database, _corpus.Terms.Basis, _chunks, null, CancellationToken.None)
            .GetAwaiter().GetResult();
        return _corpus.Claims.Count;
    }
}
