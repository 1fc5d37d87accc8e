using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using OpenAso.Claims;
using OpenAso.Operations.Access;
using OpenAso.Operations.Reporting.Tables;

namespace OpenAso.Access.Tests.Api;

/// <summary>Programs of an employer and of its broker ask for everything that can be asked for: no answer says what
/// anybody was treated for, how, by whom or when.</summary>
public sealed partial class EmployerSightTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Whose = "/employers/acme";

    // The document of a plan names procedures, those of nobody.
    private const string OfPlans = $"{Whose}/plans";
    private const string OfPeople = $"{Whose}/members";

    [Theory]
    [InlineData(Role.EmployerFinance, 20)]
    [InlineData(Role.EmployerHumanResources, 2)]
    [InlineData(Role.Broker, 20)]
    public async Task No_answer_tells_a_diagnosis_procedure_provider_or_day_of_service(Role role, int atLeast)
    {
        await Loss.PayAsync(server);
        using var program = await server.ProgramAsync(role, "acme");
        var secrets = Secrets.Of([.. server.Decided("acme"), .. server.Waiting("acme").Select(one => one.Claim)]);
        var days = secrets.Days.Except(await DaysOfMoneyAsync()).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(days);
        var told = 0;
        foreach (var path in await PathsAsync())
        {
            var reply = await program.GetAsync(path);
            Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{path}: {reply.Text}");
            told += reply.Status == HttpStatusCode.OK ? 1 : 0;
            var words = Word().Matches(reply.Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
            AssertApart(path, words, secrets.Numbers);
            Assert.All(secrets.Names, name => Assert.False(
                reply.Text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{path}: {name}"));
            if (!path.StartsWith(OfPlans, StringComparison.Ordinal))
                AssertApart(path, words, secrets.Codes);
            // People are born and covered on days of their own.
            if (!path.StartsWith(OfPlans, StringComparison.Ordinal)
                && !path.StartsWith(OfPeople, StringComparison.Ordinal))
                AssertApart(path, words, days);
        }
        Assert.InRange(told, atLeast, int.MaxValue);
    }

    [Fact]
    public async Task Whoever_may_see_a_claim_is_told_all_of_these_so_that_they_are_looked_for_rightly()
    {
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var id = await IdAsync(examiner, "claims?limit=1&status=payable");
        var reply = await examiner.GetAsync($"{Whose}/claims/{id}");
        var secrets = Secrets.Of([server.Decided("acme").First()]);
        var words = Word().Matches(reply.Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(words.Overlaps(secrets.Codes), reply.Text);
        Assert.True(words.Overlaps(secrets.Numbers), reply.Text);
        Assert.True(words.Overlaps(secrets.Days), reply.Text);
    }

    private static void AssertApart(string path, IEnumerable<string> words, IReadOnlySet<string> secrets) =>
        Assert.Equal((path, ""), (path, string.Join(' ', words.Where(secrets.Contains))));

    // On which days it was paid, asked for and received is told to the employer.
    private async Task<HashSet<string>> DaysOfMoneyAsync()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var days = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in new[] { "payment-runs", "funding-requests", "prepared-runs", "payments" })
            days.UnionWith(Word().Matches((await finance.GetAsync($"{Whose}/{list}?limit=100")).Text)
                .Select(match => match.Value));
        return days;
    }

    // Every address that is looked at, with what there is to look at.
    private async Task<List<string>> PathsAsync()
    {
        Dictionary<string, string[]> known = new()
        {
            ["employer"] = ["acme"],
            ["report"] = [.. ReportUseCase.Names, .. ReportUseCase.Names.Select(name => $"{name}.csv")],
            ["month"] = ["2026-01", "2026-05", "2026-12"],
            ["plan"] = ["acme-ppo", "acme-dental"],
        };
        (string Name, Role Role, string List)[] lists =
        [
            ("claim", Role.Examiner, "claims"), ("member", Role.Examiner, "members"),
            ("import", Role.Eligibility, "imports"), ("request", Role.Finance, "funding-requests"),
            ("payment", Role.Finance, "payments"), ("run", Role.Finance, "payment-runs"),
            ("prepared", Role.Finance, "prepared-runs"), ("notice", Role.StopLossDesk, "stop-loss/notices"),
        ];
        foreach (var (name, role, list) in lists)
        {
            using var program = await server.ProgramAsync(role);
            known[name] = [await IdAsync(program, $"{list}?limit=1")];
        }
        known["answer"] = [server.AnswerOf("acme")];
        known["file"] = [server.RemittanceOf("acme")];
        known["filing"] = [server.FilingOf("acme")];
        known["policy"] = ["none"];
        known["claimant"] = ["P-NOBODY"];
        known["webhook"] = ["whk_none"];
        known["explanation"] = [server.Own.Letter];
        known["account"] = ["acc_nobody"];
        known["code"] = ["defect"];
        return [.. ApiAccessTests.Meant.Keys.Where(name => name.StartsWith("GET ", StringComparison.Ordinal))
            .SelectMany(name => Filled(name[4..], known))
            .Select(path => path == "/search" ? $"/search?q={server.Own.Claim[..8]}" : path)];
    }

    private static IEnumerable<string> Filled(string route, Dictionary<string, string[]> known)
    {
        var place = Place().Match(route);
        return !place.Success
            ? [route]
            : known[place.Groups[1].Value].SelectMany(value =>
                Filled(route.Replace(place.Value, value, StringComparison.Ordinal), known));
    }

    private static async Task<string> IdAsync(ApiClient program, string list) =>
        (string?)(await program.GetAsync($"{Whose}/{list}")).Json["data"]!.AsArray()[0]!["id"] ?? "none";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z0-9][A-Za-z0-9.-]*")]
    private static partial Regex Word();

    /// <summary>What claims say and an employer is not told.</summary>
    /// <param name="Codes">Diagnoses and procedures.</param>
    /// <param name="Numbers">Of providers and of claims.</param>
    /// <param name="Names">Of providers.</param>
    /// <param name="Days">Of service.</param>
    private sealed record Secrets(
        IReadOnlySet<string> Codes, IReadOnlySet<string> Numbers, IReadOnlySet<string> Names,
        IReadOnlySet<string> Days)
    {
        public static Secrets Of(IReadOnlyList<Claim> claims) => new(
            claims.SelectMany(claim => claim.Diagnoses.Items.Select(code => code.ToString())
                    .SelectMany(code => code.Length > 3 ? new[] { code, $"{code[..3]}.{code[3..]}" } : [code])
                    .Concat(claim.Lines.Select(line => line.Procedure.ToString())))
                .Where(code => code.Length > 2).ToHashSet(StringComparer.Ordinal),
            claims.SelectMany(claim => new[]
                {
                    claim.Billing.Npi.ToString(), claim.Rendering.ToString(), claim.Billing.TaxId,
                    claim.PatientControlNumber, claim.Id.ToString(),
                })
                .Where(number => number.Length > 5).ToHashSet(StringComparer.Ordinal),
            claims.Select(claim => claim.Billing.Name).Where(name => name.Length > 3)
                .ToHashSet(StringComparer.Ordinal),
            claims.SelectMany(claim => claim.Lines.Select(line => line.Dates.First))
                .Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .ToHashSet(StringComparer.Ordinal));
    }
}
