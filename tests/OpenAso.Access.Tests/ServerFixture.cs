using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Access.Tests.Api;
using OpenAso.Api.Webhooks;
using OpenAso.Cli.Serving;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Verifying;

namespace OpenAso.Access.Tests;

/// <summary>A server over the demonstration's books, with an account for every role: of the administrator, and of the
/// first employer alone.</summary>
/// <param name="demo">Whose books are copied.</param>
public sealed class ServerFixture(DemoBooks demo) : IAsyncLifetime
{
    /// <summary>Of every account.</summary>
    public const string Password = "correct horse battery";

    /// <summary>How often it is hashed: few, as it is kept nowhere else and asked for by every test.</summary>
    public const int Rounds = 1_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-access-");
    private readonly ConcurrentDictionary<string, string> _claims = new();
    private ServedBooks? _books;
    private DemoRecords? _records;
    private WebApplication? _server;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_server!.Urls.Single());

    /// <summary>Every address that it answers.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _server!.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().DistinctBy(endpoint =>
            (endpoint.RoutePattern.RawText, endpoint.DisplayName))];

    internal ServedBooks Books => _books!;

    /// <summary>Where the key is by which secrets are sealed.</summary>
    internal string KeyFile => Path.Combine(_folder.FullName, DemoBooks.KeyFileName);

    /// <summary>The same books, opened once more; writing to them fails.</summary>
    internal Task<ServedBooks> OpenBrokenAsync(Func<Exception> failure) =>
        DemoBooks.OpenAsync(_folder, TimeSpan.Zero, failure);

    internal TenantId Tenant => _records!.Tenant;

    /// <summary>A claim and an explanation of the member's own, and those of the member's spouse.</summary>
    internal (string Claim, string Letter) Own => _records!.Own;

    internal (string Claim, string Letter) Spouses => _records!.Spouses;

    public async ValueTask InitializeAsync()
    {
        _records = await demo.CopyAsync(_folder);
        _books = await DemoBooks.OpenAsync(_folder, TimeSpan.FromSeconds(1));
        _server = BooksServer.Build(
            _books, new WebSettings(Tenant), "http://127.0.0.1:0", new WebhookSettings(AllowsPrivate: true));
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
            await server.DisposeAsync();
        if (_books is { } books)
            await books.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>One for each role at the administrator and at the first employer; members of two families.</summary>
    internal static IEnumerable<Account> Accounts()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Member))
        {
            yield return new Account($"all-{role}", $"{role}", [new Grant(role)]);
            yield return new Account($"acme-{role}", $"{role}", [new Grant(role, new EmployerId("acme"))]);
        }
        yield return new Account("acme-Member", "Member", [new Grant(Role.Member, new EmployerId("acme"))]);
        yield return new Account("nobody", "Nobody", []);
    }

    /// <summary>A file that the first run has sent.</summary>
    internal string RemittanceOf(string employer) =>
        new RunRegisterUseCase(Books.Reading).Show(Scope(employer), 1)!.Files[0].Name;

    /// <summary>A stop-loss filing; the name of none, where nothing was filed.</summary>
    internal string FilingOf(string employer) =>
        new FilingUseCase(Books.Reading).Files(Terms(employer)).Select(file => file.Name.Split('/')[0])
            .FirstOrDefault() ?? "none";

    /// <summary>The answer to some file.</summary>
    internal string AnswerOf(string employer)
    {
        var register = new ImportRegisterUseCase(Books.Reading);
        return register.Newest(Scope(employer), 100)
            .SelectMany(import => register.Show(Scope(employer), import.Number)!.Answers).First();
    }

    internal EmployerTerms Terms(string employer) => Books.Terms(new EmployerId(employer))!;

    internal EmployerScope Scope(string employer) => new(Tenant, new EmployerId(employer));

    internal IReadOnlyList<PendedClaim> Waiting(string employer) =>
        new PendUseCase(Books.Reading, 30).Waiting(Terms(employer), new DateOnly(2026, 12, 31));

    /// <summary>The number of some claim that waits.</summary>
    internal string ClaimOf(string employer) =>
        _claims.GetOrAdd(employer, key => Waiting(key)[^1].Claim.Id.ToString());

    internal PendedClaim Waiting(string employer, PendReasons reason) =>
        Waiting(employer).First(claim => claim.Reasons == reason);

    /// <summary>A program with a token of a role; at one employer alone where one is named.</summary>
    internal async Task<ApiClient> ProgramAsync(Role role, string? employer = null) =>
        new(Address, await TokenAsync(new Grant(role, employer is null ? null : new EmployerId(employer))));

    internal async Task<string> TokenAsync(Grant grant, TimeSpan? life = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (_, text) = await Books.WriteAsync(writing => new TokenUseCase(writing).MakeAsync(
            Tenant,
            new ApiToken("", "test", grant, "test", now, now + (life ?? TimeSpan.FromDays(1)), null),
            RandomNumberGenerator.GetBytes(TokenUseCase.RandomBytes)));
        return text;
    }

    /// <summary>Does something in the books, as another door would.</summary>
    internal Task<T> WriteAsync<T>(Func<Books, Task<T>> work) => Books.WriteAsync(work);

    /// <summary>Some claims that were decided.</summary>
    internal IEnumerable<Claim> Decided(string employer)
    {
        var list = new ClaimListUseCase(Books.Reading).Show(
            Scope(employer), new PageCursor<ClaimPlace>(100, null, null), ClaimStatus.Payable);
        return list.Rows.Select(row => new ClaimCaseUseCase(Books.Reading)
            .Show(Terms(employer), row.Place.Claim.ToString())!.Decided.Claim);
    }

    /// <summary>The number on the card of somebody who is covered.</summary>
    internal string MemberOf(string employer) => Books.Reading.Database.Read(connection =>
        connection.ExecuteScalar<string>(
            "select min(family) from coverage where employer = @employer and line = 0 and person = 1 "
            + "and first_day <= '2026-05-20' and last_day >= '2026-05-20'", new { employer }))!;

    /// <summary>That person's name and day of birth, as a claim writes them.</summary>
    internal (string Name, string Birth) CardOf(string employer) => Books.Reading.Database.Read(connection =>
        connection.QuerySingle<(string, string)>(
            "select last_name || '*' || first_name, replace(birth_date, '-', '') from person "
            + "where employer = @employer and family = @family and number = 1",
            new { employer, family = MemberOf(employer) }));

    internal long ClaimCount(string employer) => Books.Reading.Database.Read(connection =>
        connection.ExecuteScalar<long>(
            "select count(*) from claim where employer = @employer and (reversed_by is null or reversed_by <> claim)",
            new { employer }));

    internal IReadOnlyList<string> Discrepancies(string employer) =>
        [.. new VerifyUseCase(Books.Reading).Run(Scope(employer)).Discrepancies.Select(one => one.ToString()!)];

    /// <summary>Every row of every table, as text.</summary>
    internal IReadOnlyList<string> Rows() => Books.Reading.Database.Read(connection => connection
        .Query<string>("select name from sqlite_master where type = 'table'").ToList()
        .SelectMany(table => ((IEnumerable<object>)connection.Query($"select * from {table}"))
            .Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values.Select(value =>
                value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value))))
        .ToList());

    internal IReadOnlyList<AccessEntry> Log(string employer) =>
        new AccessLog(Books.Reading).Newest(Scope(employer), 1_000_000);

    /// <summary>A browser that somebody has signed in with; nobody where no name is given.</summary>
    internal async Task<Browser> BrowserAsync(string? account = null)
    {
        var browser = new Browser(Address);
        if (account is not null)
            await browser.SignInAsync(account, Password);
        return browser;
    }
}
