using System.Net;
using OpenAso.Operations.Importing;
using OpenAso.Tests.Files;

namespace OpenAso.Access.Tests.Api;

/// <summary>Claims that a program sends one by one: decided once, listed, explained.</summary>
public sealed class ClaimCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Claims = "/employers/acme/claims";
    private const string X12 = "application/edi-x12";
    private static int _control = 100;

    [Fact]
    public async Task A_claim_is_decided_and_kept_when_it_is_answered_and_the_same_call_again_says_the_same()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        using var examiner = await server.ProgramAsync(Operations.Access.Role.Examiner);
        var file = OneClaim.File(server.MemberOf("acme"), "ONE-1", Next());
        var before = server.ClaimCount("acme");

        var first = await program.PostAsync(Claims, file, "key-1", X12);
        var again = await program.PostAsync(Claims, file, "key-1", X12);

        Assert.True(first.Status == HttpStatusCode.Created, first.Text);
        Assert.Equal("ONE-1", (string)first.Json["patientControlNumber"]!);
        Assert.Contains("ST*999", (string)first.Json["acknowledgment"]!, StringComparison.Ordinal);
        Assert.Equal((first.Status, first.Text, false), (again.Status, again.Text, first.IsReplayed));
        Assert.True(again.IsReplayed);
        Assert.Equal(first.Headers["Location"], again.Headers["Location"]);
        Assert.Equal(before + 1, server.ClaimCount("acme"));

        var shown = await examiner.GetAsync($"{Claims}/{first.Json["id"]}");
        Assert.True(shown.Status == HttpStatusCode.OK, shown.Text);
        foreach (var same in new[] { "id", "status", "amounts", "lines", "pendReasons" })
            Assert.Equal(first.Json[same]!.ToJsonString(), shown.Json[same]!.ToJsonString());
        Assert.Empty(server.Discrepancies("acme"));
    }

    [Fact]
    public async Task The_same_claim_in_another_interchange_is_a_duplicate_and_the_same_interchange_is_recognised()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var (member, control) = (server.MemberOf("acme"), Next());
        var file = OneClaim.File(member, "TWO-1", control);
        var first = await program.PostAsync(Claims, file, "two-1", X12);
        var before = server.ClaimCount("acme");

        var repeated = await program.PostAsync(Claims, file, "two-2", X12);
        Assert.Equal((HttpStatusCode.OK, (string)first.Json["id"]!), (repeated.Status, (string)repeated.Json["id"]!));
        Assert.Equal(before, server.ClaimCount("acme"));

        var other = await program.PostAsync(Claims, OneClaim.File(member, "TWO-1", Next()), "two-3", X12);
        Assert.Equal(HttpStatusCode.Created, other.Status);
        Assert.NotEqual((string)first.Json["id"]!, (string)other.Json["id"]!);
        Assert.EndsWith("-2", (string)other.Json["id"]!, StringComparison.Ordinal);
        Assert.NotEqual("payable", (string)other.Json["status"]!);
    }

    [Fact]
    public async Task Twenty_calls_at_once_with_one_key_come_to_one_claim()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var file = OneClaim.File(server.MemberOf("acme"), "MANY-1", Next());
        var before = server.ClaimCount("acme");

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => program.PostAsync(Claims, file, "many", X12)));

        Assert.Equal(before + 1, server.ClaimCount("acme"));
        Assert.All(replies, reply => Assert.Contains(
            reply.Status, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Single(replies, reply => reply is { Status: HttpStatusCode.Created, IsReplayed: false });
        Assert.All(replies.Where(reply => reply.Status == HttpStatusCode.Conflict), reply =>
        {
            Assert.Equal("in-flight", reply.Code);
            Assert.True(reply.Headers.ContainsKey("Retry-After"));
        });
    }

    [Fact]
    public async Task Claims_of_one_family_that_arrive_together_are_decided_each_once()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var member = server.MemberOf("acme");
        var before = server.ClaimCount("acme");
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => program.PostAsync(
            Claims, OneClaim.File(member, $"FAM-{one}", Next(), $"{90 + one}"), $"fam-{one}", X12)));
        Assert.All(replies, reply => Assert.True(reply.Status == HttpStatusCode.Created, reply.Text));
        Assert.Equal(before + 8, server.ClaimCount("acme"));
        Assert.Empty(server.Discrepancies("acme"));
    }

    [Fact]
    public async Task A_key_that_stands_for_another_call_is_refused_and_a_call_without_a_key_too()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var member = server.MemberOf("acme");
        Assert.Equal(HttpStatusCode.Created,
            (await program.PostAsync(Claims, OneClaim.File(member, "KEY-1", Next()), "reused", X12)).Status);
        var before = server.ClaimCount("acme");
        var other = await program.PostAsync(Claims, OneClaim.File(member, "KEY-2", Next()), "reused", X12);
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"), (other.Status, other.Code));
        var none = await program.PostAsync(Claims, OneClaim.File(member, "KEY-3", Next()), null, X12);
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency-key-missing"), (none.Status, none.Code));
        Assert.Equal(before, server.ClaimCount("acme"));
    }

    [Fact]
    public async Task A_key_of_one_program_is_not_that_of_another()
    {
        using var first = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        using var second = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var member = server.MemberOf("acme");
        var one = await first.PostAsync(Claims, OneClaim.File(member, "OWN-1", Next()), "own", X12);
        var two = await second.PostAsync(Claims, OneClaim.File(member, "OWN-2", Next()), "own", X12);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (one.Status, two.Status));
    }

    [Fact]
    public async Task A_walk_through_the_pages_misses_no_claim_while_others_arrive()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        using var examiner = await server.ProgramAsync(Operations.Access.Role.Examiner);
        var member = server.MemberOf("acme");
        var present = server.ClaimCount("acme");
        List<string> seen = [];
        for (string? after = null; ;)
        {
            var page = await examiner.GetAsync(
                $"{Claims}?limit=17" + (after is null ? "" : $"&starting_after={after}"));
            var rows = page.Json["data"]!.AsArray().Select(row => (string)row!["id"]!).ToList();
            seen.AddRange(rows);
            if (seen.Count < 60)
                await program.PostAsync(
                    Claims, OneClaim.File(member, $"WALK-{seen.Count}", Next()), $"walk-{seen.Count}", X12);
            if (!(bool)page.Json["has_more"]!)
                break;
            after = rows[^1];
        }
        Assert.Equal(server.ClaimCount("acme"), seen.Count);
        Assert.InRange(seen.Count, (int)present + 1, int.MaxValue);
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        var back = await examiner.GetAsync($"{Claims}?limit=5&ending_before={seen[10]}");
        Assert.Equal(seen[5..10], back.Json["data"]!.AsArray().Select(row => (string)row!["id"]!));
    }

    [Theory]
    [InlineData("starting_after")]
    [InlineData("ending_before")]
    public async Task Walks_while_claims_are_being_written_skip_none_and_tell_none_twice(string direction)
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        using var examiner = await server.ProgramAsync(Operations.Access.Role.Examiner);
        var member = server.MemberOf("acme");
        var present = await WalkAsync(examiner, "starting_after", 100);
        using var walked = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 2).Select(writer => Task.Run(async () =>
        {
            var written = 0;
            for (; !walked.IsCancellationRequested; written++)
                await program.PostAsync(
                    Claims, OneClaim.File(member, $"{direction[..1]}{writer}-{written}", Next()),
                    $"{direction}-{writer}-{written}", X12);
            return written;
        })).ToList();

        var seen = await WalkAsync(examiner, direction, 7, direction == "ending_before" ? present[^1] : null);
        await walked.CancelAsync();
        Assert.True((await Task.WhenAll(writers)).Sum() > 0);

        Assert.Empty(present.Except(seen).Except(direction == "ending_before" ? present[^1..] : []));
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    // All ids in the order of the list, by pages from its beginning; or backward from the last that was there.
    private static async Task<List<string>> WalkAsync(
        ApiClient examiner, string direction, int limit, string? at = null)
    {
        List<string> seen = [];
        var isForward = direction == "starting_after";
        for (var more = true; more;)
        {
            var rows = await PageAsync(examiner, $"limit={limit}" + (at is null ? "" : $"&{direction}={at}"));
            seen.InsertRange(isForward ? seen.Count : 0, rows.Ids);
            (more, at) = (rows.HasMore, rows.Ids.Count == 0 ? at : isForward ? rows.Ids[^1] : rows.Ids[0]);
        }
        return seen;
    }

    private static async Task<(List<string> Ids, bool HasMore)> PageAsync(ApiClient examiner, string query)
    {
        var page = (await examiner.GetAsync($"{Claims}?{query}")).Json;
        return ([.. page["data"]!.AsArray().Select(row => (string)row!["id"]!)], (bool)page["has_more"]!);
    }

    [Theory]
    [InlineData("", X12, HttpStatusCode.BadRequest, "invalid-request")]
    [InlineData("hello", X12, HttpStatusCode.UnprocessableEntity, "not-taken")]
    [InlineData("{}", "application/xml", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    public async Task What_is_no_claim_is_said_to_be_none(
        string body, string kind, HttpStatusCode status, string code)
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var reply = await program.PostAsync(Claims, body, $"bad-{code}", kind);
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.StartsWith("application/problem+json", reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("req_", (string)reply.Json["requestId"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_mistake_of_a_claim_is_told_with_its_place_and_mend_and_the_key_stays_free()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var (member, control) = (server.MemberOf("acme"), Next());
        var right = OneClaim.File(member, "MEND-1", control);
        var reply = await program.PostAsync(
            Claims, right.Replace("CLM*MEND-1*80*", "CLM*MEND-1*81*", StringComparison.Ordinal), "mend", X12);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "not-taken"), (reply.Status, reply.Code));
        var error = reply.Json["errors"]!.AsArray().Single(one => (string)one!["code"]! == "CLM002")!;
        Assert.NotEqual("", (string)error["pointer"]!);
        Assert.Contains("CLM", (string)error["x12Segment"]!, StringComparison.Ordinal);
        Assert.NotEqual("", (string)error["howToFix"]!);
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsync(Claims, right, "mend", X12)).Status);
    }

    [Fact]
    public async Task A_claim_that_is_rejected_leaves_its_row_once_as_an_import_does()
    {
        using var program = await server.ProgramAsync(Operations.Access.Role.Eligibility);
        var wrong = OneClaim.File(server.MemberOf("acme"), "REJ-1", Next())
            .Replace("CLM*REJ-1*80*", "CLM*REJ-1*81*", StringComparison.Ordinal);
        var before = server.ClaimCount("acme");
        foreach (var key in new[] { "reject", "reject", "reject-2" })
        {
            var reply = await program.PostAsync(Claims, wrong, key, X12);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "not-taken"), (reply.Status, reply.Code));
            Assert.Contains("ST*999", (string)reply.Json["acknowledgment"]!, StringComparison.Ordinal);
        }
        var rows = new ImportRegisterUseCase(server.Books.Reading).Newest(server.Scope("acme"), 1000)
            .Select(import => import.Number)
            .SelectMany(number => new ImportRegisterUseCase(server.Books.Reading)
                .Show(server.Scope("acme"), number)!.Rejections.Items.Select(row => (number, row)))
            .Where(one => one.row.ControlNumber == "REJ-1");
        var (import, rejection) = Assert.Single(rows);
        Assert.Contains("CLM002", rejection.Findings[0], StringComparison.Ordinal);
        var shown = await program.GetAsync($"/employers/acme/imports/imp_{import:D10}");
        Assert.Equal("REJ-1", (string)shown.Json["rejections"]![0]!["patientControlNumber"]!);
        var answer = await program.GetAsync(
            $"/employers/acme/imports/imp_{import:D10}/answers/{shown.Json["answers"]![0]}");
        Assert.Contains("ST*999", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, server.ClaimCount("acme"));
        Assert.Empty(server.Discrepancies("acme"));
    }

    private static int Next() => Interlocked.Increment(ref _control);
}
