using System.Globalization;
using System.Text.Json.Nodes;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Paying;

namespace OpenAso.Access.Tests.Api;

/// <summary>A claim so large that the carrier owes some of it: sent, decided and paid.</summary>
internal static class Loss
{
    private const string Claims = "/employers/acme/claims";
    private static readonly DateOnly Day = new(2026, 12, 31);

    /// <summary>Pays one, where none was paid before.</summary>
    /// <returns>The day of the payment.</returns>
    public static async Task<string> PayAsync(ServerFixture server)
    {
        using var program = await server.ProgramAsync(Role.Eligibility);
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var (name, birth) = server.CardOf("acme");
        var file = OneClaim.File(server.MemberOf("acme"), "LOSS-1", 9001, "400000")
            .Replace("DOE*ANN", name, StringComparison.Ordinal).Replace("19800101", birth, StringComparison.Ordinal);
        var sent = await program.PostAsync(Claims, file, "loss", "application/edi-x12");
        if (sent.Status == System.Net.HttpStatusCode.Created)
        {
            var shown = (await examiner.GetAsync($"{Claims}/{sent.Json["id"]}")).Json;
            if ((string)shown["status"]! == "pended")
                await ReleaseAsync(examiner, shown);
            var terms = server.Terms("acme");
            await server.WriteAsync(books => new FundingUseCase(books).ReceiveAsync(
                terms, new FundingReceipt("wire-loss", Day, Money.Of(600_000))));
            await server.WriteAsync(books => new PaymentUseCase(books).ExecuteAsync(
                terms, Day, new PaymentUseCase(books).Plan(terms, Day).Hash));
        }
        return Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static async Task ReleaseAsync(ApiClient examiner, JsonNode claim)
    {
        var body = new JsonObject
        {
            ["version"] = (long)claim["version"]!,
            ["reason"] = "agreed with the clinic",
            ["prices"] = new JsonArray(new JsonObject { ["line"] = 1, ["amount"] = "400000.00" }),
        };
        var released = await examiner.PostAsync(
            $"{Claims}/{claim["id"]}/release", body.ToJsonString(), "loss-release");
        Assert.True(released.Status == System.Net.HttpStatusCode.OK, released.Text);
        Assert.False((bool)released.Json["stillWaits"]!, released.Text);
    }
}
