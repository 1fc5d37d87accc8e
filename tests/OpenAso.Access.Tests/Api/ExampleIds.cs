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
        "plan" => await PlanAsync(),
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

    private async Task<string> FirstAsync(Role role, string path)
    {
        using var program = await server.ProgramAsync(role);
        return (string)(await program.GetAsync(path)).Json["data"]![0]!["id"]!;
    }

    private async Task<string> PlanAsync()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var plan = await finance.PostAsync($"{Whose}/payment-runs/plan", """{"date":"2027-01-09"}""", null);
        return (string)plan.Json["plan"]!;
    }
}
