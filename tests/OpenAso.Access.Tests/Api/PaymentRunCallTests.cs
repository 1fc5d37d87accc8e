using System.Net;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;

namespace OpenAso.Access.Tests.Api;

/// <summary>Payment runs by programs: one prepares, another one approves, and it is paid once.</summary>
public sealed class PaymentRunCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Birch = "/employers/birch";
    private const string Acme = "/employers/acme";

    [Fact]
    public async Task A_run_that_one_prepares_and_another_one_approves_is_paid_once_for_ever()
    {
        using var first = await server.ProgramAsync(Role.Finance);
        using var second = await server.ProgramAsync(Role.Finance);
        await Loss.DecideAsync(server, "birch", "30000");
        var (body, plan) = await PlanAsync(first, "once");
        var before = Runs();

        var prepared = await Task.WhenAll(Enumerable.Range(0, 6).Select(one => first.PostAsync(
            $"{Birch}/payment-runs", body, $"prepare-{one}")));
        Assert.Single(prepared, reply => reply.Status == HttpStatusCode.Created);
        Assert.Single(prepared.Select(reply => (string)reply.Json["id"]!).Distinct());
        Assert.Equal(before, Runs());
        var address = $"{Birch}/prepared-runs/{prepared[0].Json["id"]}";
        var shown = await second.GetAsync(address);
        Assert.Equal("waiting", (string)shown.Json["state"]!);
        Assert.Empty(shown.Json["changes"]!.AsArray());

        var own = await first.PostAsync($"{address}/approve", plan, "approve-own");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (own.Status, own.Code));
        Assert.Equal(before, Runs());
        var other = await second.PostAsync(
            $"{address}/approve", $$"""{"plan":"{{new string('0', 32)}}"}""", "approve-other-plan");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (other.Status, other.Code));

        var approved = await Task.WhenAll(Enumerable.Range(0, 6).Select(one => second.PostAsync(
            $"{address}/approve", plan, $"approve-{one}")));
        Assert.Contains(approved, reply => reply.Status == HttpStatusCode.OK);
        Assert.All(approved, reply => Assert.True(
            reply.Status == HttpStatusCode.OK || reply.Code == "refused", reply.Text));
        var later = await second.PostAsync($"{address}/approve", plan, "approve-later");
        Assert.Equal((HttpStatusCode.OK, "executed"), (later.Status, (string)later.Json["state"]!));
        Assert.Equal(before + 1, Runs());
        var run = await second.GetAsync($"{Birch}/payment-runs/{later.Json["run"]}");
        Assert.Equal((string)shown.Json["fund"]!["total"]!, (string)run.Json["total"]!);
        Assert.NotEqual((string)run.Json["preparedBy"]!, (string)run.Json["approvedBy"]!);
        Assert.Empty(server.Discrepancies("birch"));
    }

    [Fact]
    public async Task A_plan_that_nobody_looked_at_is_not_prepared_and_a_run_is_withdrawn_with_a_reason()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var (_, plan) = await PlanAsync(finance, "withdrawn");
        var outdated = await finance.PostAsync(
            $"{Birch}/payment-runs", Body(new string('0', 32)), "prepare-outdated");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (outdated.Status, outdated.Code));
        var unread = await finance.PostAsync($"{Birch}/payment-runs", Body("x"), "prepare-unread");
        Assert.Equal((HttpStatusCode.BadRequest, "/plan"),
            (unread.Status, (string)unread.Json["errors"]![0]!["pointer"]!));
        var none = await finance.PostAsync(
            $"{Birch}/prepared-runs/prp_0000009999/withdraw", plan[..^1] + ""","reason":"no"}""", "withdraw-none");
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
    }

    [Fact]
    public async Task A_prepared_run_is_withdrawn_with_a_reason_and_never_paid()
    {
        using var first = await server.ProgramAsync(Role.Finance);
        using var second = await server.ProgramAsync(Role.Finance);
        await Loss.DecideAsync(server, "acme", "30000");
        var (body, plan) = await PlanAsync(first, "taken-back", Acme);
        var before = Runs("acme");
        var prepared = await first.PostAsync($"{Acme}/payment-runs", body, "prepare-taken-back");
        Assert.True(prepared.Status == HttpStatusCode.Created, prepared.Text);
        var address = $"{Acme}/prepared-runs/{prepared.Json["id"]}";
        var silent = await second.PostAsync(
            $"{address}/withdraw", plan[..^1] + ""","reason":" "}""", "withdraw-silent");
        Assert.Equal((HttpStatusCode.BadRequest, "/reason"),
            (silent.Status, (string)silent.Json["errors"]![0]!["pointer"]!));

        var why = plan[..^1] + ""","reason":"a payee asked for another account"}""";
        var withdrawn = await second.PostAsync($"{address}/withdraw", why, "withdraw");
        Assert.True(withdrawn.Status == HttpStatusCode.OK, withdrawn.Text);
        Assert.Equal(
            ("withdrawn", "a payee asked for another account"),
            ((string)withdrawn.Json["state"]!, (string)withdrawn.Json["work"]!["reason"]!));
        Assert.NotEqual(
            (string)withdrawn.Json["work"]!["preparedBy"]!, (string)withdrawn.Json["work"]!["endedBy"]!);

        foreach (var (what, said) in new[] { ("withdraw", why), ("approve", plan) })
        {
            var late = await second.PostAsync($"{address}/{what}", said, $"{what}-late");
            Assert.Equal((what, HttpStatusCode.Conflict, "refused"), (what, late.Status, late.Code));
        }
        Assert.Equal(before, Runs("acme"));
        Assert.Empty(server.Discrepancies("acme"));
    }

    private static DateOnly Day => Later(new DateOnly(2027, 2, 6));

    /// <summary>A day, or today where it has passed: nothing is dated before it is paid.</summary>
    internal static DateOnly Later(DateOnly day)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return day > today ? day : today;
    }

    private static string Body(string plan) => $$"""{"date":"{{Day:yyyy-MM-dd}}","plan":"{{plan}}"}""";

    private int Runs(string employer = "birch") =>
        new MoneyListUseCase(server.Books.Reading).Runs(server.Scope(employer)).Count;

    private static async Task<(string Prepare, string Plan)> PlanAsync(
        ApiClient finance, string name, string whose = Birch)
    {
        await finance.PostAsync(
            $"{whose}/funding-receipts", $$"""{"id":"wire-{{name}}","date":"2027-02-05","amount":"90000.00"}""", name);
        var plan = await finance.PostAsync(
            $"{whose}/payment-runs/plan", $$"""{"date":"{{Day:yyyy-MM-dd}}"}""", null);
        var hash = (string)plan.Json["plan"]!;
        return (Body(hash), $$"""{"plan":"{{hash}}"}""");
    }
}
