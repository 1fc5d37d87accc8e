using System.Globalization;
using System.Text.Json.Nodes;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>What stands in these books in place of what an example shows.</summary>
internal sealed class ExampleIds(ServerFixture server)
{
    private const string Whose = "/employers/acme";

    public async Task<string> FindAsync(string what) => what switch
    {
        "claim" => await FirstAsync(Role.Examiner, $"{Whose}/claims?limit=1&status=payable"),
        "pended" => await FirstAsync(Role.Examiner, $"{Whose}/pended-claims?limit=1&reason=no-price"),
        "member" => await FirstAsync(Role.Examiner, $"{Whose}/members?limit=1"),
        "payment" => await FirstAsync(Role.Finance, $"{Whose}/payments?limit=1"),
        "notice" => await FirstAsync(Role.StopLossDesk, $"{Whose}/stop-loss/notices?limit=1"),
        "webhook" => await FirstAsync(Role.Administrator, $"{Whose}/webhooks?limit=1"),
        "token" => "tok_" + (await server.TokenAsync(new Grant(Role.Broker))).Split('_')[1],
        "session" => await SessionAsync(),
        "authenticator-account" => await WithAuthenticatorAsync(),
        "plan" => await PlanAsync(),
        "run-day" => RunDay,
        "prepared" => await PreparedAsync(),
        "remittance" => server.RemittanceOf("acme"),
        "import" => await FirstAsync(Role.Eligibility, $"{Whose}/imports?limit=1"),
        "answer" => await AnswerAsync(),
        "own-claim" => await OwnAsync("claims", "id"),
        "own-letter" => await OwnAsync("explanations", "name"),
        "loss-day" => await Loss.PayAsync(server),
        "filing" => server.FilingOf("acme"),
        "filing-file" => await FilingFileAsync(),
        "member-id" => server.MemberOf("acme"),
        "member-name" => server.CardOf("acme").Name,
        "member-birth" => server.CardOf("acme").Birth,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such thing."),
    };

    /// <summary>A body with the version by which work on a claim is begun, and a price for each of its lines; as it is
    /// where the address is of no such work.</summary>
    public async Task<string?> WorkAsync(string path, string? body)
    {
        if (path.Split('/') is not [_, "employers", "acme", "claims", var claim, "release" or "deny" or "note"])
            return body;
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var shown = (await examiner.GetAsync($"{Whose}/claims/{claim}")).Json;
        var work = JsonNode.Parse(body!)!;
        work["version"] = (long)shown["version"]!;
        if (work["prices"] is not null)
            work["prices"] = new JsonArray([.. shown["lines"]!.AsArray().Select(line => new JsonObject
            {
                ["line"] = (int)line!["line"]!,
                ["amount"] = "80.00",
            })]);
        return work.ToJsonString();
    }

    private static string RunDay => PaymentRunCallTests.Later(new DateOnly(2027, 1, 9))
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Somebody's who has just signed in.
    private async Task<string> SessionAsync()
    {
        await ApiClient.CookieAsync(server, "all-Examiner");
        return await FirstAsync(Role.Administrator, "/sessions?account=all-Examiner");
    }

    private async Task<string> WithAuthenticatorAsync()
    {
        await server.WriteAsync(books => new AccountUseCase(books).ChangeAsync(
            server.Tenant, new SetAuthenticator("acme-Broker", Authenticator.Secret(new byte[20])),
            new ChangedBy("test", TimeProvider.System.GetUtcNow(), "test")));
        return "acc_acme-Broker";
    }

    // The run that waits; one is prepared where none does.
    private async Task<string> PreparedAsync()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var newest = (await finance.GetAsync($"{Whose}/prepared-runs?limit=1")).Json["data"]![0]!;
        if ((string)newest["state"]! == "waiting")
            return (string)newest["id"]!;
        var made = await finance.PostAsync(
            $"{Whose}/payment-runs", $$"""{"date":"{{RunDay}}","plan":"{{await PlanAsync()}}"}""",
            $"made-{newest["id"]}");
        return (string)made.Json["id"]!;
    }

    private async Task<string> AnswerAsync()
    {
        using var program = await server.ProgramAsync(Role.Eligibility);
        var import = await FindAsync("import");
        return (string)(await program.GetAsync($"{Whose}/imports/{import}")).Json["answers"]![0]!;
    }

    private async Task<string> OwnAsync(string list, string name)
    {
        using var member = await ApiClient.SignedInAsync(server, "acme-Member");
        return (string)(await member.GetAsync($"{Whose}/own")).Json[list]![0]![name]!;
    }

    private async Task<string> FilingFileAsync()
    {
        using var desk = await server.ProgramAsync(Role.StopLossDesk);
        var filing = await desk.GetAsync($"{Whose}/stop-loss/filings/{server.FilingOf("acme")}");
        return (string)filing.Json["files"]![0]!;
    }

    private async Task<string> FirstAsync(Role role, string path)
    {
        using var program = await server.ProgramAsync(role);
        return (string)(await program.GetAsync(path)).Json["data"]![0]!["id"]!;
    }

    private async Task<string> PlanAsync()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var plan = await finance.PostAsync($"{Whose}/payment-runs/plan", $$"""{"date":"{{RunDay}}"}""", null);
        return (string)plan.Json["plan"]!;
    }
}
