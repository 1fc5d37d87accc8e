using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using OpenAso.Access.Tests.Api;
using OpenAso.Api.Webhooks;
using OpenAso.Cli.Serving;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Seed;
using OpenAso.Storage;
using OpenAso.Tests.Postgres;

namespace OpenAso.Access.Tests;

/// <summary>One administrator of a database that holds two, and the server that shows its books.</summary>
internal sealed class Administrator : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Administrator(TenantId tenant, ServedBooks books, WebApplication server, string password) =>
        (Tenant, Books, _server, Password) = (tenant, books, server, password);

    public TenantId Tenant { get; }

    public ServedBooks Books { get; }

    public string Password { get; }

    public Uri Address => new(_server.Urls.Single());

    /// <summary>Its employer's name, which no other page may say.</summary>
    public string EmployerName => $"Works of {Tenant}";

    public static async Task<Administrator> StartAsync(
        string tenant, long seed, Func<DatabaseAccess, TenantId, Task<Books>> open)
    {
        var id = new TenantId(tenant);
        await using (var books = await open(DatabaseAccess.Create, id))
            await TakeInAsync(books, id, seed);
        var served = await ServedBooks.OpenAsync(
            (access, _) => open(access, id), TimeProvider.System, TimeSpan.FromMilliseconds(50));
        var password = $"password of {tenant}";
        var secret = Secret.KeepQuick(password, RandomNumberGenerator.GetBytes(16), ServerFixture.Rounds);
        await served.WriteAsync(async books =>
        {
            foreach (var account in ServerFixture.Accounts())
                await new AccountUseCase(books).KeepAsync(id, account with { Name = $"One of {tenant}" }, secret);
            return true;
        });
        var server = BooksServer.Build(
            served, new WebSettings(id), "http://127.0.0.1:0", new WebhookSettings(AllowsPrivate: true));
        await server.StartAsync();
        return new Administrator(id, served, server, password);
    }

    public async Task<string> TokenAsync(Grant grant)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (_, text) = await Books.WriteAsync(books => new TokenUseCase(books).MakeAsync(
            Tenant, new ApiToken("", EmployerName, grant, "test", now, now.AddDays(1), null),
            RandomNumberGenerator.GetBytes(TokenUseCase.RandomBytes)));
        return text;
    }

    public async Task<ApiClient> ProgramAsync(Role role) => new(Address, await TokenAsync(new Grant(role)));

    /// <summary>Every row of its own, as text.</summary>
    public IReadOnlyList<string> Rows(bool isPostgres) => Books.Reading.Database.Read(connection =>
    {
        var tables = connection.Query<string>(isPostgres
            ? "select table_name from information_schema.columns where column_name = 'tenant' "
                + "and table_schema = current_schema()"
            : "select m.name from sqlite_master m join pragma_table_info(m.name) c "
                + "where m.type = 'table' and c.name = 'tenant'").ToList();
        return tables.SelectMany(table => ((IEnumerable<object>)connection
            .Query($"select * from {table} where tenant = @tenant", new { tenant = Tenant.Value }))
            .Select(row => Text(table, (IDictionary<string, object?>)row))).Order(StringComparer.Ordinal).ToList();
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Books.DisposeAsync();
    }

    private static string Text(string table, IDictionary<string, object?> row) => table + "|" + string.Join(
        '|', row.Values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value));

    private static async Task TakeInAsync(Books books, TenantId tenant, long seed)
    {
        var files = Seeding.Plan(new SeedRequest(SeedProfile.Acme, 10, new DateOnly(2026, 1, 1), 2, seed))
            .ToDictionary(file => file.Name, Content);
        var documents = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans", "acme"), "*.yaml")
            .Select(path => Document(path, tenant))
            .Append(new EmployerDocument(DocumentKind.Fees, "fees.csv", "fees.csv",
                Encoding.UTF8.GetString(files["fees.csv"])))
            .Append(new EmployerDocument(DocumentKind.Network, "network.csv", "network.csv",
                Encoding.UTF8.GetString(files["network.csv"])))
            .ToList();
        var terms = EmployerDocuments.Understand(documents).Value!;
        Assert.Equal(tenant, terms.Scope.Tenant);
        await books.Database.WriteAsync(session => EmployerDocuments.Keep(session, terms, documents));
        await new ImportUseCase(books).RunAsync(terms, new ImportRequest(
            [.. files.Where(file => Path.GetExtension(file.Key) is ".834" or ".837")
                .Select(file => InputFile.Of(file.Key, file.Value))]));
    }

    private static byte[] Content(SeedFile file)
    {
        var output = new ArrayBufferWriter<byte>();
        file.Write(output);
        return output.WrittenSpan.ToArray();
    }

    private static EmployerDocument Document(string path, TenantId tenant) => new(
        Path.GetFileName(path) switch
        {
            "agreement.yaml" => DocumentKind.Agreement,
            "stop-loss.yaml" => DocumentKind.StopLoss,
            _ => DocumentKind.Plan,
        },
        Path.GetFileNameWithoutExtension(path), path, File.ReadAllText(path)
            .Replace("summit-benefits", tenant.Value, StringComparison.Ordinal)
            .Replace("ACME Manufacturing, Inc.", $"Works of {tenant}", StringComparison.Ordinal));
}

/// <summary>Two administrators in one database, each with an employer of the same name, accounts of the same names, and
/// a server of its own.</summary>
public abstract class TwoAdministrators : IAsyncLifetime
{
    internal Administrator Own { get; private set; } = null!;

    internal Administrator Other { get; private set; } = null!;

    internal abstract bool IsPostgres { get; }

    /// <summary>What stands in the other's books alone; null until somebody has looked.</summary>
    internal Marks? Marks { get; set; }

    public async ValueTask InitializeAsync()
    {
        Own = await Administrator.StartAsync("granite", 7, OpenAsync);
        Other = await Administrator.StartAsync("quartz", 11, OpenAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await Own.DisposeAsync();
        await Other.DisposeAsync();
        Remove();
        GC.SuppressFinalize(this);
    }

    internal abstract Task<Books> OpenAsync(DatabaseAccess access, TenantId tenant);

    private protected abstract void Remove();
}

/// <summary>In one SQLite file.</summary>
public sealed class TwoInAFile : TwoAdministrators
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-two-");

    internal override bool IsPostgres => false;

    internal override Task<Books> OpenAsync(DatabaseAccess access, TenantId tenant) =>
        Books.OpenAsync(new SqliteOptions(Path.Combine(_folder.FullName, Books.FileName)) { Access = access });

    private protected override void Remove() => _folder.Delete(recursive: true);
}

/// <summary>In one PostgreSQL database.</summary>
public sealed class TwoOnAServer : TwoAdministrators
{
    private readonly string _address = PostgresTestServer.NewDatabase();

    internal override bool IsPostgres => true;

    internal override Task<Books> OpenAsync(DatabaseAccess access, TenantId tenant) =>
        Books.OpenAsync(new PostgresOptions(_address, tenant.Value) { Access = access });

    private protected override void Remove() => PostgresTestServer.Drop(_address);
}
