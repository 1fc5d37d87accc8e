using System.Net;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>Filings by programs: filed once, answered once, paid once.</summary>
public sealed class FilingCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Filings = "/employers/acme/stop-loss/filings";

    [Fact]
    public async Task A_loss_is_filed_with_its_evidence_answered_and_paid_once()
    {
        using var desk = await server.ProgramAsync(Role.StopLossDesk);
        var day = await Loss.PayAsync(server);
        var watched = (await desk.GetAsync($"/employers/acme/stop-loss/watch?as_of={day}")).Json["claimants"]![0]!;
        Assert.NotNull(watched["passed"]);
        var claimant = (string)watched["claimant"]!;
        var body = $$"""
            {"date":"{{day}}","claimant":"{{claimant}}","evidence":[{"item":"itemized-hospital-bill","reference":"b7"}]}
            """;
        var wrong = await desk.PostAsync(
            $"{Filings}/preview", body.Replace("itemized-hospital-bill", "x", StringComparison.Ordinal), null);
        Assert.Equal((HttpStatusCode.BadRequest, "/evidence/0/item"),
            (wrong.Status, (string)wrong.Json["errors"]![0]!["pointer"]!));

        var made = await desk.PostAsync(Filings, body, "file");
        Assert.True(made.Status == HttpStatusCode.OK, made.Text);
        var filing = Assert.Single(made.Json["filings"]!.AsArray())!;
        var again = await desk.PostAsync(Filings, body, "file-again");
        Assert.Empty(again.Json["filings"]!.AsArray());

        var one = $"{Filings}/{filing["id"]}";
        var answer = $$"""{"state":"pended","date":"{{day}}","steps":{{filing["steps"]}},"reason":"bill"}""";
        var answered = await desk.PostAsync($"{one}/answers", answer, "answer");
        Assert.Equal("pended", (string)answered.Json["state"]!);
        var twice = await desk.PostAsync($"{one}/answers", answer, "answer-again");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (twice.Status, twice.Code));

        var money = $$"""{"reference":"check-7","date":"{{day}}","amount":"1000.00"}""";
        foreach (var key in new[] { "pay", "pay", "pay-again" })
        {
            var paid = await desk.PostAsync($"{one}/payments", money, key);
            Assert.Equal("1000.00", (string)paid.Json["filing"]!["received"]!);
        }
        Assert.NotEmpty((await desk.GetAsync(one)).Json["files"]!.AsArray());
        Assert.Empty(server.Discrepancies("acme"));
    }
}
