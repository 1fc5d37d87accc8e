using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Access;
using OpenAso.Cli;
using OpenAso.Cli.Serving;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Tests;

/// <summary>A server over the books of a small employer, with a person for each role that tests sign in as.</summary>
/// <remarks>The claims of the second month are left for tests to import, those of the third for one to take in by a
/// page. It is always 15 April 2026, noon.</remarks>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "a long enough password";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-web-");
    private ServedBooks? _books;
    private WebApplication? _server;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The folder of the books.</summary>
    public string Books => Path.Combine(_folder.FullName, "books");

    private string Files => Path.Combine(_folder.FullName, "files");

    public async ValueTask InitializeAsync()
    {
        Run("seed", "--employees", "25", "--first", "2026-01-01", "--months", "3", "--rng", "3", "--out", Files);
        string[] plans = ["acme-ppo.yaml", "acme-hdhp.yaml", "acme-dental.yaml"];
        Run([
            "import", .. ClaimFiles("2026-01"), .. Directory.GetFiles(Files, "*.834"),
            "--agreement", Acme("agreement.yaml"), "--stop-loss", LowDeductible(),
            "--plan", .. plans.Select(Acme), "--fees", Path.Combine(Files, "fees.csv"),
            "--network", Path.Combine(Files, "network.csv"), "--dir", Books,
        ]);
        Run("fund", "receive", "--date", "2026-01-30", "--id", "wire-1", "--amount", "500000.00", "--dir", Books);
        var plan = JsonNode.Parse(Run("pay", "plan", "--date", "2026-01-31", "--json", "--dir", Books))!["plan"]!;
        Run("pay", "execute", "--date", "2026-01-31", "--plan", (string)plan!, "--dir", Books);
        var folder = new DirectoryInfo(Books);
        var quiet = new Terminal(TextWriter.Null, TextWriter.Null);
        _books = await ServedBooks.OpenAsync(
            (access, _) => Task.FromResult(new BooksPlace(folder, null, null)
            {
                KeyFile = Path.Combine(_folder.FullName, "test.key"),
            }.Open(access, quiet)), TimeProvider.System,
            TimeSpan.FromMilliseconds(100));
        var tenant = _books.Scopes()[0].Tenant;
        await KeepAccountsAsync(tenant);
        _server = BooksServer.Build(_books, new WebSettings(tenant), "http://127.0.0.1:0", time: new Noon());
        await _server.StartAsync();
        Address = new Uri(_server.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>The people of the family that employee and spouse belong to, by first name.</summary>
    public IReadOnlyList<string> Members { get; private set; } = [];

    private IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>Whether a text is but the name of somebody enrolled.</summary>
    public bool IsNamed(string text) => Names.Any(name => text.Contains(name, StringComparison.Ordinal)
        && text.Replace(name, "", StringComparison.Ordinal).All(letter => !char.IsLetter(letter)));

    /// <summary>How often somebody has looked at people's health, by the access log.</summary>
    public int Looks(string account) => new AccessLog(_books!.Reading)
        .Newest(new EmployerScope(_books.Scopes()[0].Tenant, new EmployerId("acme")), 1_000)
        .Count(entry => entry.Account == account);

    /// <summary>The claim files of a month.</summary>
    public IReadOnlyList<string> ClaimFiles(string month) => Directory.GetFiles(Files, $"*{month}*.837");

    /// <summary>Somebody whom no other test signs in as.</summary>
    public Task AccountAsync(string name) => _books!.WriteAsync(async writing =>
    {
        await new AccountUseCase(writing).KeepAsync(
            _books.Scopes()[0].Tenant, new Account(name, "Auditor", [new Grant(Role.Auditor)]),
            Secret.KeepQuick(Password, new byte[16], 1_000));
        return true;
    });

    /// <summary>Somebody signed in, who follows no redirect.</summary>
    public async Task<HttpClient> SignedInAsync(string name)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            // Whoever asks before sending waits for the answer, however busy the machine is.
            Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        })
        {
            BaseAddress = Address,
        };
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var fields = HiddenFields.Of(form);
        fields["Entry.Name"] = name;
        fields["Entry.Password"] = Password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_books is not null)
            await _books.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // Somebody passes it in January already.
    private string LowDeductible()
    {
        var path = Path.Combine(_folder.FullName, "stop-loss.yaml");
        File.WriteAllText(path, File.ReadAllText(Acme("stop-loss.yaml"))
            .Replace("deductible: 125000", "deductible: 50", StringComparison.Ordinal)
            .Replace("aggregating: 75000", "aggregating: 0", StringComparison.Ordinal));
        return path;
    }

    private static string Acme(string file) => Path.Combine(AppContext.BaseDirectory, "plans", "acme", file);

    private static string Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, new Terminal(output, error));
        Assert.True(code is 0 or 1, $"openaso {string.Join(' ', arguments)} ended with {code}.\n{error}");
        return output.ToString();
    }

    private Task<int> KeepAccountsAsync(TenantId tenant)
    {
        var scope = new EmployerScope(tenant, new EmployerId("acme"));
        var (terms, records) = (_books!.Terms(scope.Employer)!, new OwnRecordsUseCase(
            _books.Reading, ShippedDocuments.Procedure()));
        var families = records.Families(scope);
        Names = [.. families.SelectMany(one => one.People.Items)
            .Select(person => $"{person.Name.First} {person.Name.Last}")];
        var family = families.First(one => one.Find(new PersonNumber(2))?.Relationship == Relationship.Spouse
            && records.Show(terms, new RecordViewer(one.Id, new PersonNumber(2)), Noon.Day)!.Letters.Count > 0);
        Members = [.. family.People.Items.Select(person => person.Name.First)];
        Account[] accounts =
        [
            new("employer-acme", "Finance of ACME", [new Grant(Role.EmployerFinance, new EmployerId("acme"))]),
            new("employer-other", "Finance of another", [new Grant(Role.EmployerFinance, new EmployerId("other"))]),
            new("people-acme", "People of ACME",
                [new Grant(Role.EmployerHumanResources, new EmployerId("acme"))]),
            new("examiner", "Examiner", [new Grant(Role.Examiner)]),
            new("finance", "Finance", [new Grant(Role.Finance)]),
            new("supervisor", "Supervisor", [new Grant(Role.Supervisor)]),
            new("eligibility", "Eligibility", [new Grant(Role.Eligibility)]),
            new("stop-loss", "Stop-loss", [new Grant(Role.StopLossDesk)]),
            new("auditor", "Auditor", [new Grant(Role.Auditor)]),
            new("administrator", "Administrator", [new Grant(Role.Administrator)]),
            Member("employee", family, 1),
            Member("spouse", family, 2),
        ];
        // Hashed a few times only: it is asked for by every test.
        var secret = Secret.KeepQuick(Password, new byte[16], 1_000);
        return _books.WriteAsync(async writing =>
        {
            foreach (var account in accounts)
                await new AccountUseCase(writing).KeepAsync(tenant, account, secret);
            return accounts.Length;
        });
    }

    private static Account Member(string name, Family family, int person) => new(
        name, name,
        [new Grant(Role.Member, new EmployerId("acme")) { Family = family.Id, Person = person }]);
}

/// <summary>The day on which tests of pages take place.</summary>
internal sealed class Noon : TimeProvider
{
    public static DateOnly Day { get; } = new(2026, 4, 15);

    public override DateTimeOffset GetUtcNow() => new(2026, 4, 15, 12, 0, 0, TimeSpan.Zero);
}

/// <summary>The hidden fields of a form, as a browser would send them.</summary>
internal static partial class HiddenFields
{
    public static Dictionary<string, string> Of(string html) => Field().Matches(html).ToDictionary(
        match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value), StringComparer.Ordinal);

    [System.Text.RegularExpressions.GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial System.Text.RegularExpressions.Regex Field();
}
