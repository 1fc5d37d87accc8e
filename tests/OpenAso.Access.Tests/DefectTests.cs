using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using OpenAso.Access.Tests.Api;
using OpenAso.Cli.Serving;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests;

/// <summary>Whoever runs the server is told of each defect: which request met it, where; nothing of people.</summary>
public sealed class DefectTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Receipt = """{"id":"Hidden-Wire","date":"2027-01-03","amount":"5.00"}""";

    private static InvalidOperationException Defect()
    {
        try
        {
            throw new IOException("Hidden-Inner");
        }
        catch (IOException inner)
        {
            return new InvalidOperationException("Hidden-Name 123-45-6789", inner);
        }
    }

    [Fact]
    public async Task A_call_that_meets_one_is_told_of_by_the_name_that_its_answer_gives()
    {
        await using var broken = await BrokenServer.StartAsync(server, Defect);
        using var finance = new ApiClient(broken.Address, await server.TokenAsync(new Grant(Role.Finance)));

        var reply = await finance.PostAsync("/employers/acme/funding-receipts", Receipt, "Hidden-Key");

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        var entry = broken.Told.Split('\n');
        Assert.Matches(
            @"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z defect "
            + $"{reply.Json["requestId"]} POST /api/v1/employers/{{employer}}/funding-receipts "
            + "System.InvalidOperationException > System.IO.IOException$", entry[0]);
        Assert.Contains(entry, line => line.StartsWith("   at OpenAso.Operations.Serving.", StringComparison.Ordinal));
        Assert.Contains(entry, line => line.Contains(nameof(Defect), StringComparison.Ordinal));
        Assert.Single(entry, line => line.Contains(" defect ", StringComparison.Ordinal));
        Assert.DoesNotContain("Hidden", broken.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("acme", broken.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_meets_one_says_so_and_gives_its_name()
    {
        await using var broken = await BrokenServer.StartAsync(server, Defect);
        using var signedIn = await server.BrowserAsync("all-Examiner");
        using var browser = new Browser(broken.Address);
        browser.Take(signedIn.Session!);

        // Who looks at claims is entered first, and that fails.
        var page = await browser.GetAsync("/employers/acme/claims/waiting");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("Something went wrong here", page.Text, StringComparison.Ordinal);
        var name = broken.Told.Split(' ')[2];
        Assert.StartsWith("req_", name, StringComparison.Ordinal);
        Assert.Contains($">{name}<", page.Text, StringComparison.Ordinal);
        Assert.Contains(" GET /employers/{employer}/claims/waiting ", broken.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", broken.Told + page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_no_defect_and_nobody_is_told()
    {
        await using var broken = await BrokenServer.StartAsync(server, Defect);
        using var finance = new ApiClient(broken.Address, await server.TokenAsync(new Grant(Role.Finance)));
        using var browser = new Browser(broken.Address);

        await finance.GetAsync("/employers/nobody/payments");
        await finance.PostAsync("/employers/acme/funding-receipts", "{", "x");
        await browser.GetAsync("/employers/acme");
        await browser.PostAsync("/sign-out");

        Assert.Equal("", broken.Told);
    }

    [Fact]
    public async Task A_collector_is_told_of_it_in_the_same_words()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await TelemetryTests.CollectorAsync(received);
        await using var broken = await BrokenServer.StartAsync(
            server, Defect, collector: new Uri(collector.Urls.Single()));
        using var finance = new ApiClient(broken.Address, await server.TokenAsync(new Grant(Role.Finance)));

        var reply = await finance.PostAsync("/employers/acme/funding-receipts", Receipt, "Hidden-Key");
        broken.Flush();

        var logs = string.Concat(received.Where(one => one.Path == "/v1/logs").Select(one => one.Body));
        Assert.Contains((string)reply.Json["requestId"]!, logs, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", logs, StringComparison.Ordinal);
        Assert.Contains("/api/v1/employers/{employer}/funding-receipts", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", string.Concat(received.Select(one => one.Body)), StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_no_request_waits_for_is_told_of_without_its_words_and_nothing_else_is()
    {
        using var told = new StringWriter();
        using var log = new OperatorLog(told, TimeProvider.System);

        foreach (var category in new[] { "Microsoft.Extensions.Hosting.Internal.Host", "Some.Library" })
            log.CreateLogger(category).Log(
                LogLevel.Error, new EventId(9, "BackgroundServiceFaulted"), "Hidden-State", Defect(),
                (state, exception) => $"{state} {exception?.Message}");

        var entry = told.ToString().Split('\n')[0];
        Assert.EndsWith(
            "Host BackgroundServiceFaulted System.InvalidOperationException > System.IO.IOException", entry,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Some.Library", told.ToString(), StringComparison.Ordinal);
    }
}
