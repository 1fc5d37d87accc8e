using Npgsql;
using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;
using OpenAso.Tests.Postgres;

namespace OpenAso.Bench;

/// <summary>Claims that are durable in PostgreSQL, beside a program that copies the same rows and knows nothing.
/// </summary>
internal sealed class PostgresContest
{
    private const string Deciding = "deciding into PostgreSQL";
    private const string Bare = "bare COPY of the same rows";

    private readonly Corpus _corpus;
    private readonly IReadOnlyList<FamilyChunk> _chunks;
    private readonly BareCopy _bare;
    private string? _address;
    private Books? _books;

    private PostgresContest(Corpus corpus)
    {
        PostgresTestServer.IsDurable = true;
        _corpus = corpus;
        _chunks = Chunks.Of(corpus.Terms.Scope, 1, corpus.Claims, MemberIndex.Of(corpus.Families.Values));
        OpenEnrolled();
        Decide();
        Close();
        _bare = BareCopy.Of(_address!);
    }

    public static Contest Of(Corpus corpus)
    {
        var store = new PostgresContest(corpus);
        return new Contest(
            "Durable claims in PostgreSQL", "claims", corpus.Claims.Count, Clock.Wall,
            [
                new(Deciding, store.Decide, store.OpenEnrolled),
                new(Bare, () => store._bare.Run(store._address!), store.LeaveEnrolled),
            ],
            [new(Deciding, Bare, 0.6)])
        {
            Notes =
            [
                "The bare program copies rows that were made ready in memory, in PostgreSQL's binary form, into the "
                + "same tables and indexes, as the owner whom row-level security does not bind, "
                    + $"{BareCopy.ClaimsInTransaction:N0} claims a transaction; fsync and synchronous_commit are on.",
            ],
        };
    }

    private void OpenEnrolled()
    {
        Close();
        if (_address is not null)
            PostgresTestServer.Drop(_address);
        // Connections are kept and used again, as in production.
        _address = new NpgsqlConnectionStringBuilder(PostgresTestServer.NewDatabase()) { Pooling = true }
            .ConnectionString;
        _books = Books.OpenAsync(new PostgresOptions(_address, _corpus.Terms.Scope.Tenant.Value))
            .GetAwaiter().GetResult();
        _books.Database.WriteAsync(session => EmployerDocuments.Keep(session, _corpus.Terms, _corpus.Documents))
            .GetAwaiter().GetResult();
        new ImportUseCase(_books).RunAsync(_corpus.Terms, new ImportRequest(_corpus.Files(_corpus.EnrollmentFiles)))
            .GetAwaiter().GetResult();
        PostgresTestServer.Execute("checkpoint");
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

    private long Decide()
    {
        ImportUseCase.DecideAsync(_books!.Database, _corpus.Terms.Basis, _chunks, null, CancellationToken.None)
            .GetAwaiter().GetResult();
        return _corpus.Claims.Count;
    }
}
