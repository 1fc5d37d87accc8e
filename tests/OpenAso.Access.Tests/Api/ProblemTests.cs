using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenAso.Operations.Access;
using OpenAso.Storage;

namespace OpenAso.Access.Tests.Api;

/// <summary>Whatever goes wrong with a call is answered in the one form (RFC 9457): it says what to do next.</summary>
public sealed class ProblemTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Receipts = "/employers/acme/funding-receipts";
    private const string Receipt = """{"id":"wire-p","date":"2027-01-03","amount":"5.00"}""";

    [Theory]
    [InlineData(401, "not-signed-in", null, "GET", "/employers", null, "")]
    [InlineData(403, "forbidden", Role.Auditor, "POST", Receipts, Receipt, "application/json")]
    [InlineData(404, "not-found", Role.Examiner, "GET", "/employers/acme/claims/clm_1", null, "")]
    [InlineData(405, "method-not-allowed", Role.Examiner, "PUT", "/employers", "{}", "application/json")]
    [InlineData(415, "unsupported-media-type", Role.Finance, "POST", Receipts, Receipt, "application/xml")]
    [InlineData(415, "unsupported-media-type", Role.Eligibility, "POST", "/employers/acme/claims", "x", "text/html")]
    [InlineData(400, "invalid-request", Role.Finance, "POST", Receipts, """{"id":"w"}""", "application/json")]
    [InlineData(422, "not-taken", Role.Eligibility, "POST", "/employers/acme/claims", "x", "application/edi-x12")]
    public async Task A_call_that_cannot_be_is_told_why_in_the_one_form(
        int status, string code, Role? role, string method, string path, string? body, string kind)
    {
        using var program = new ApiClient(
            server.Address, role is { } known ? await server.TokenAsync(new Grant(known)) : null);
        var reply = await program.SendAsync(new HttpMethod(method), path, body, kind, ("Idempotency-Key", "p"));
        await AssertFormAsync(reply, status, code);
        if (status is 400 or 422)
            Assert.NotEmpty(reply.Json["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_call_without_a_key_one_that_was_refused_and_one_that_is_too_large_are_told_in_it_too()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        await AssertFormAsync(await finance.PostAsync(Receipts, Receipt, null), 400, "idempotency-key-missing");
        await finance.PostAsync(Receipts, Receipt, "form");
        var other = Receipt.Replace("5.00", "6.00", StringComparison.Ordinal);
        await AssertFormAsync(await finance.PostAsync(Receipts, other, "form"), 422, "idempotency-key-reused");
        await AssertFormAsync(await finance.PostAsync(Receipts, other, "form-2"), 409, "refused");
        await AssertFormAsync(
            await finance.PostAsync(Receipts, new string(' ', 1_100_000), "form-3"), 413, "too-large");
    }

    [Fact]
    public async Task Who_calls_more_often_than_may_be_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        await using var busy = await BrokenServer.StartAsync(
            server, () => new InvalidOperationException(), new CallLimits(3, 1));
        using var eager = new ApiClient(busy.Address, await server.TokenAsync(new Grant(Role.Examiner)));
        using var other = new ApiClient(busy.Address, await server.TokenAsync(new Grant(Role.Examiner)));
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => eager.GetAsync("/employers")));
        Assert.Contains(replies, reply => reply.Status == HttpStatusCode.OK);
        var refused = replies.First(reply => reply.Status != HttpStatusCode.OK);
        await AssertFormAsync(refused, 429, "too-many-requests");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], null), 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/employers")).Status);
    }

    [Fact]
    public async Task A_defect_of_the_server_says_nothing_of_itself_but_its_name()
    {
        await using var broken = await BrokenServer.StartAsync(
            server, () => new InvalidOperationException("Hidden-Name"));
        using var finance = new ApiClient(broken.Address, await server.TokenAsync(new Grant(Role.Finance)));
        var reply = await finance.PostAsync(Receipts, Receipt, "defect");
        await AssertFormAsync(reply, 500, "defect");
        Assert.DoesNotContain("Hidden-Name", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", reply.Text, StringComparison.Ordinal);
        // The key stays free: once the server works again, the same call is done.
        using var mended = new ApiClient(server.Address, await server.TokenAsync(new Grant(Role.Finance)));
        Assert.Equal(HttpStatusCode.OK, (await mended.PostAsync(
            Receipts, Receipt.Replace("wire-p", "wire-defect", StringComparison.Ordinal), "defect")).Status);
    }

    [Fact]
    public async Task Books_that_cannot_be_written_are_said_to_be_busy_and_what_is_only_read_is_still_told()
    {
        await using var held = await BrokenServer.StartAsync(
            server, () => new StorageException(StorageProblem.Locked, "another program keeps the books locked"));
        using var finance = new ApiClient(held.Address, await server.TokenAsync(new Grant(Role.Finance)));
        var reply = await finance.PostAsync(Receipts, Receipt, "held");
        await AssertFormAsync(reply, 503, "books-unavailable");
        Assert.True(reply.Headers.ContainsKey("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, (await finance.GetAsync("/employers/acme/payments")).Status);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_not_waited_for_and_books_nothing()
    {
        var token = await server.TokenAsync(new Grant(Role.Finance));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/v1{Receipts} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
                + "Content-Type: application/json\r\nIdempotency-Key: slow\r\nContent-Length: 5000\r\n\r\n{"),
            TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync(patience.Token);
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("request-timeout", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sends_slowly_keeps_nobody_from_being_answered()
    {
        var token = await server.TokenAsync(new Grant(Role.Finance));
        List<TcpClient> slow = [];
        try
        {
            // More than are answered at once.
            for (var number = 0; number < 40; number++)
            {
                var client = new TcpClient();
                slow.Add(client);
                await client.ConnectAsync(
                    server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"POST /api/v1{Receipts} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
                        + $"Content-Type: application/json\r\nIdempotency-Key: slow-{number}\r\n"
                        + "Content-Length: 5000\r\n\r\n{"),
                    TestContext.Current.CancellationToken);
            }
            using var finance = await server.ProgramAsync(Role.Finance);
            for (var time = 0; time < 40; time++)
                Assert.Equal(HttpStatusCode.OK, (await finance.GetAsync("/employers/acme/payments")).Status);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Files_that_there_are_not_are_all_answered_however_many_are_asked_for_at_once()
    {
        using var finance = await server.BrowserAsync("all-Finance");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(
            number => finance.GetAsync($"/employers/acme/reports/nothing-{number}.csv")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
    }

    private async Task AssertFormAsync(Reply reply, int status, string code)
    {
        Assert.True((int)reply.Status == status, $"{(int)reply.Status} {reply.Text}");
        Assert.StartsWith("application/problem+json", reply.Headers["Content-Type"], StringComparison.Ordinal);
        var problem = reply.Json;
        Assert.Equal((code, status), ((string)problem["code"]!, (int)problem["status"]!));
        Assert.NotEqual("", (string)problem["title"]!);
        Assert.NotEqual("", (string)problem["detail"]!);
        Assert.StartsWith("req_", (string)problem["requestId"]!, StringComparison.Ordinal);
        Assert.Equal(reply.Headers["Request-Id"], (string)problem["requestId"]!);
        Assert.All(problem["errors"]!.AsArray(), error =>
        {
            Assert.NotEqual("", (string)error!["pointer"]!);
            Assert.NotEqual("", (string)error["howToFix"]!);
        });
        using var anybody = new ApiClient(server.Address, null);
        var described = await anybody.GetAsync(((string)problem["type"]!)["/api/v1".Length..]);
        Assert.Equal(
            (HttpStatusCode.OK, code, (string)problem["title"]!),
            (described.Status, described.Code, (string)described.Json["title"]!));
    }
}
