using OpenAso.Operations.Deciding;
using OpenAso.Operations.Storing;
using OpenAso.Storage;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

public sealed class PostgresFamilyStoreTests : DatabaseFamilyStoreConformance
{
    private readonly string _address = PostgresTestServer.NewDatabase();
    private readonly List<Books> _others = [];

    protected override Task<Books> OpenBooksAsync() => OpenBooksAsync(Scope);

    protected override async ValueTask RemoveAsync()
    {
        foreach (var books in _others)
            await books.DisposeAsync();
        PostgresTestServer.Drop(_address);
    }

    // The books of another tenant are opened for it: those of this one refuse its rows.
    private protected override async Task<IFamilyStore> BesideAsync(IFamilyStore store, EmployerScope other)
    {
        if (other.Tenant == Scope.Tenant)
            return store;
        _others.Add(await OpenBooksAsync(other));
        return new SqlFamilyStore(_others[^1].Database);
    }

    private Task<Books> OpenBooksAsync(EmployerScope scope) =>
        Books.OpenAsync(new PostgresOptions(_address, scope.Tenant.Value));
}
