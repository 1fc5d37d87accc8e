using System.Net;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Tests.Files;

namespace OpenAso.Access.Tests.Api;

/// <summary>Calls that move money or decide: done once, whatever happens between the effect and its answer.</summary>
public sealed class MoneyCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Receipts = "/employers/acme/funding-receipts";

    [Fact]
    public async Task Twenty_calls_at_once_book_a_receipt_once()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var body = """{"id":"api-20","date":"2027-01-02","amount":"1000.00"}""";
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => finance.PostAsync(Receipts, body, "twenty")));
        Assert.All(replies, reply => Assert.True(
            reply.Status == HttpStatusCode.OK || reply.Code == "in-flight", reply.Text));
        Assert.Single(replies, reply => reply is { Status: HttpStatusCode.OK, IsReplayed: false });
        // With other keys the business key holds.
        var again = await finance.PostAsync(Receipts, body, "twenty-one");
        Assert.False((bool)again.Json["booked"]!);
        var other = await finance.PostAsync(
            Receipts, body.Replace("1000.00", "1000.01", StringComparison.Ordinal), "twenty-two");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (other.Status, other.Code));
        Assert.Empty(server.Discrepancies("acme"));
    }

    [Fact]
    public async Task A_receipt_whose_process_ended_before_it_answered_is_answered_for_and_not_booked_again()
    {
        const string body = """{"id":"wire-lost","date":"2027-01-03","amount":"500.00"}""";
        var token = await server.TokenAsync(new Grant(Role.Finance));
        using var finance = new ApiClient(server.Address, token);
        await BeginAsync(token, Receipts, "lost", body, TimeSpan.FromMinutes(-5));
        await server.WriteAsync(books => new FundingUseCase(books).ReceiveAsync(
            server.Terms("acme"), new Funding.FundingReceipt("wire-lost", new DateOnly(2027, 1, 3), Money.Of(500))));

        var reply = await finance.PostAsync(Receipts, body, "lost");
        Assert.Equal((HttpStatusCode.OK, true), (reply.Status, (bool)reply.Json["booked"]!));
        Assert.True((await finance.PostAsync(Receipts, body, "lost")).IsReplayed);
        Assert.Empty(server.Discrepancies("acme"));
    }

    [Fact]
    public async Task A_note_whose_process_ended_before_it_answered_is_kept_once()
    {
        var waiting = server.Waiting("acme")[^1];
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var token = await server.TokenAsync(new Grant(Role.Examiner));
        using var program = new ApiClient(server.Address, token);
        var listed = await examiner.GetAsync("/employers/acme/pended-claims?limit=100");
        var id = listed.Json["data"]!.AsArray().Select(row => (string)row!["id"]!)
            .First(one => one.EndsWith(waiting.Claim.Id.ToString(), StringComparison.Ordinal));
        var path = $"/employers/acme/claims/{id}/note";
        var body = $$"""{"version":{{waiting.Version}},"reason":"asked by telephone"}""";
        var moment = await BeginAsync(token, path, "note", body, TimeSpan.FromMinutes(-5));
        await server.WriteAsync(books => new PendUseCase(books, 30).NoteAsync(
            server.Terms("acme"),
            new PendRequest(waiting.Claim.Id.ToString(), "asked by telephone",
                new Examiner(NameOf(token), moment, ""))));

        var reply = await program.PostAsync(path, body, "note");
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        Assert.Single(new PendUseCase(server.Books.Reading, 30).Work(server.Scope("acme"), waiting.Claim.Id));
        // With a key of its own it is another note.
        await program.PostAsync(path, body, "note-2");
        Assert.Equal(2, new PendUseCase(server.Books.Reading, 30).Work(server.Scope("acme"), waiting.Claim.Id).Count);
    }

    [Fact]
    public async Task A_call_that_another_process_works_on_is_in_flight()
    {
        const string body = """{"id":"wire-held","date":"2027-01-03","amount":"5.00"}""";
        var token = await server.TokenAsync(new Grant(Role.Finance));
        using var finance = new ApiClient(server.Address, token);
        await BeginAsync(token, Receipts, "held", body, TimeSpan.Zero);
        var reply = await finance.PostAsync(Receipts, body, "held");
        Assert.Equal((HttpStatusCode.Conflict, "in-flight"), (reply.Status, reply.Code));
        Assert.Equal(
            "idempotency-key-reused",
            (await finance.PostAsync(Receipts, body + " ", "held")).Code);
    }

    [Fact]
    public async Task What_came_to_nothing_leaves_its_key_free()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var wrong = await finance.PostAsync(
            Receipts, """{"id":"wire 1","date":"2027-01-03","amount":"5.00"}""", "free");
        Assert.Equal((HttpStatusCode.BadRequest, "/id"),
            (wrong.Status, (string)wrong.Json["errors"]![0]!["pointer"]!));
        var right = await finance.PostAsync(
            Receipts, """{"id":"wire-1free","date":"2027-01-03","amount":"5.00"}""", "free");
        Assert.True((bool)right.Json["booked"]!);
    }

    [Fact]
    public async Task A_file_is_imported_once_and_named_where_it_comes_again()
    {
        using var program = await server.ProgramAsync(Role.Eligibility);
        var file = OneClaim.File(server.MemberOf("acme"), "IMP-1", 990);
        var before = server.ClaimCount("acme");
        var first = await program.PostAsync("/employers/acme/imports?name=a.837", file, "imp-1", "application/edi-x12");
        Assert.True(first.Status == HttpStatusCode.Created, first.Text);
        Assert.Contains("ST*999", (string)first.Json["acknowledgment"]!, StringComparison.Ordinal);
        var again = await program.PostAsync("/employers/acme/imports?name=a.837", file, "imp-2", "application/edi-x12");
        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, (int)again.Json["repeated"]!));
        Assert.Equal((string)first.Json["id"]!, (string)again.Json["earlier"]![0]!);
        Assert.Equal(before + 1, server.ClaimCount("acme"));
        var bad = await program.PostAsync(
            "/employers/acme/imports?name=a.csv", "a,b\n1,2\n", "imp-3", "text/csv");
        Assert.NotEmpty(bad.Json["findings"]!.AsArray());
    }

    private static string NameOf(string token) => TokenUseCase.AccountPrefix + token.Split('_')[1];

    // As a process leaves it that ends after the effect.
    private async Task<DateTimeOffset> BeginAsync(
        string token, string path, string key, string body, TimeSpan ago)
    {
        var moment = TimeProvider.System.GetUtcNow() + ago;
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes($"\napplication/json\n{body}")).ToString();
        Assert.IsType<KeyState.Begun>(await server.WriteAsync(books => new RequestKeys(books).BeginAsync(
            new KeyedRequest(server.Tenant, NameOf(token), $"POST /api/v1{path}", key, hash), moment)));
        return moment;
    }
}
