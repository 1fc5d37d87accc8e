using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Access.Tests.Api;
using OpenAso.Api.Webhooks;
using OpenAso.Cli;
using OpenAso.Cli.Serving;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Listing;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Verifying;

namespace OpenAso.Access.Tests;

/// <summary>A server over the demonstration's books, with an account for every role: of the administrator, and of the
/// first employer alone.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    /// <summary>Of every account.</summary>
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-access-");
    private readonly ConcurrentDictionary<string, string> _claims = new();
    private ServedBooks? _books;
    private WebApplication? _server;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_server!.Urls.Single());

    /// <summary>Every address that it answers.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _server!.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().DistinctBy(endpoint =>
            (endpoint.RoutePattern.RawText, endpoint.DisplayName))];

    internal ServedBooks Books => _books!;

    internal TenantId Tenant { get; private set; }

    public async ValueTask InitializeAsync()
    {
        using var output = new StringWriter();
        Assert.Equal(0, CommandLine.Run(
            ["demo", "--employees", "30", "--no-serve", "--dir", _folder.FullName], new Terminal(output, output)));
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null);
        _books = await ServedBooks.OpenAsync(
            (access, _) => Task.FromResult(new BooksPlace(_folder, null, null).Open(access, terminal)),
            TimeProvider.System, TimeSpan.FromSeconds(1));
        Tenant = _books.Scopes()[0].Tenant;
        FindFamily();
        var secret = Secret.Keep(Password, RandomNumberGenerator.GetBytes(16));
        await _books.WriteAsync(async writing =>
        {
            foreach (var account in Accounts().Select(Enrolled))
                await new AccountUseCase(writing).KeepAsync(Tenant, account, secret);
            return true;
        });
        foreach (var scope in _books.Scopes())
            await PrepareAsync(Terms(scope.Employer.Value));
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

    /// <summary>A claim and an explanation of the member's own, and those of the member's spouse.</summary>
    internal (string Claim, string Letter) Own { get; private set; }

    internal (string Claim, string Letter) Spouses { get; private set; }

    private RecordViewer Member { get; set; } = null!;

    private Account Enrolled(Account account) => account.Id == "acme-Member"
        ? account with
        {
            Grants = [account.Grants[0] with { Family = Member.Family, Person = Member.Person.Value }],
        }
        : account;

    // Employee and spouse both have claims that were explained.
    private void FindFamily()
    {
        var use = new OwnRecordsUseCase(_books!.Reading, ShippedDocuments.Procedure());
        foreach (var family in use.Families(Scope("acme")))
        {
            var spouse = family.People.Items.FirstOrDefault(person => person.Relationship == Relationship.Spouse);
            if (spouse is null || Of(family.Id, PersonNumber.Subscriber) is not { } own
                || Of(family.Id, spouse.Number) is not { } spouses)
                continue;
            Member = new RecordViewer(family.Id, PersonNumber.Subscriber);
            (Own, Spouses) = (own, spouses);
            return;
        }

        (string, string)? Of(FamilyId family, PersonNumber person)
        {
            var records = use.Show(Terms("acme"), new RecordViewer(family, person), new DateOnly(2026, 12, 31))!;
            var claim = records.Claims.FirstOrDefault(one => one.Person.Number == person);
            var letter = records.Letters.FirstOrDefault(one => one.Person.Number == person);
            return claim is null || letter is null ? null : (claim.Decided.Claim.Id.ToString(), letter.Name);
        }
    }

    // One person's run of nothing: there is a preparation to look at.
    private async Task PrepareAsync(EmployerTerms terms)
    {
        var by = new Examiner("all-Finance", TimeProvider.System.GetUtcNow(), "test");
        var day = new DateOnly(2026, 12, 31);
        await _books!.WriteAsync(writing => new PaymentUseCase(writing).ExecuteAsync(
            terms, day, new PaymentUseCase(writing).Plan(terms, day).Hash, by));
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
