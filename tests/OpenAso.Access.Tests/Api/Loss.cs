using System.Globalization;
using System.Text.Json.Nodes;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Paying;
using OpenAso.Tests.Files;

namespace OpenAso.Access.Tests.Api;

/// <summary>A claim so large that the carrier owes some of it: sent, decided and paid.</summary>
internal static class Loss
{
    private static readonly DateOnly Day = new(2026, 12, 31);

    /// <summary>Pays one, where none was paid before.</summary>
    /// <returns>The day of the payment.</returns>
    public static async Task<string> PayAsync(ServerFixture server)
    {
        if (await DecideAsync(server, "acme", "400000"))
        {
            var terms = server.Terms("acme");
            await server.WriteAsync(books => new FundingUseCase(books).ReceiveAsync(
                terms, new FundingReceipt("wire-loss", Day, Money.Of(600_000))));
            await server.WriteAsync(books => new PaymentUseCase(books).ExecuteAsync(
                terms, Day, new PaymentUseCase(books).Plan(terms, Day).Hash));
        }
        return Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Has a claim decided by its price.</summary>
    /// <returns>False where it was sent before.</returns>
    public static async Task<bool> DecideAsync(ServerFixture server, string employer, string charge)
    {
        using var program = await server.ProgramAsync(Role.Eligibility);
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var claims = $"/employers/{employer}/claims";
        var (name, birth) = server.CardOf(employer);
        var file = OneClaim.File(server.MemberOf(employer), "LOSS-1", 9001, charge)
            .Replace("DOE*ANN", name, StringComparison.Ordinal).Replace("19800101", birth, StringComparison.Ordinal)
            // Of a day of its own, as other tests send claims for the usual one; and a procedure that no schedule
            // prices, so that an examiner agrees what it costs.
            .Replace("D8*20260520", "D8*20260422", StringComparison.Ordinal)
            .Replace("HC:99213", "HC:33999", StringComparison.Ordinal);
        var sent = await program.PostAsync(claims, file, "loss", "application/edi-x12");
        if (sent.Status != System.Net.HttpStatusCode.Created)
            return false;
        var shown = (await examiner.GetAsync($"{claims}/{sent.Json["id"]}")).Json;
        if ((string)shown["status"]! == "pended")
            await ReleaseAsync(examiner, claims, shown, charge);
        return true;
    }

    private static async Task ReleaseAsync(ApiClient examiner, string claims, JsonNode claim, string charge)
    {
        var body = new JsonObject
        {
            ["version"] = (long)claim["version"]!,
            ["reason"] = "agreed with the clinic",
            ["prices"] = new JsonArray(new JsonObject { ["line"] = 1, ["amount"] = charge + ".00" }),
        };
        var released = await examiner.PostAsync(
            $"{claims}/{claim["id"]}/release", body.ToJsonString(), "loss-release");
        Assert.True(released.Status == System.Net.HttpStatusCode.OK, released.Text);
        Assert.False((bool)released.Json["stillWaits"]!, released.Text);
    }
}
