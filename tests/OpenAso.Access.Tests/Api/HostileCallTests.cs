using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>Calls that are wrong or mean harm: each is answered in the one form, and nothing is done.</summary>
public sealed class HostileCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Receipts = "/employers/acme/funding-receipts";

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "invalid-request" },
        { "null", "invalid-request" },
        { "[]", "invalid-request" },
        { "{", "invalid-request" },
        { "{}", "invalid-request" },
        { """{"id":"w","date":"2027-01-03"}""", "invalid-request" },
        { """{"id":null,"date":"2027-01-03","amount":"5.00"}""", "invalid-request" },
        { """{"id":"w","date":"2027-01-03","amount":5}""", "invalid-request" },
        { """{"id":"w","date":"2027-01-03","amount":"1e9"}""", "invalid-request" },
        { """{"id":"w","date":"2027-02-30","amount":"5.00"}""", "invalid-request" },
        { """{"id":"w","date":"2027-01-03","amount":"-5.00"}""", "invalid-request" },
        { """{"id":"w","date":"2027-01-03","amount":"5.00","x":1}""", "invalid-request" },
        { """{"id":"w","id":"v","date":"2027-01-03","amount":"5.00"}""", "invalid-request" },
        { """{"id":"'; drop table claim; --","date":"2027-01-03","amount":"5.00"}""", "invalid-request" },
        { new string('[', 10_000), "invalid-request" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_wrong_is_told_where(string body, string code)
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var reply = await finance.PostAsync(Receipts, body, "bad");
        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
        Assert.StartsWith("application/problem+json", reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(reply.Headers["Request-Id"], (string)reply.Json["requestId"]!);
        Assert.DoesNotContain("OpenAso.", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("PUT", "/employers", 405, "method-not-allowed")]
    [InlineData("GET", "/employers/nobody/claims", 404, "not-found")]
    [InlineData("GET", "/employers/acme/claims/clm_1", 404, "not-found")]
    [InlineData("GET", "/employers/acme/claims/..%2f..%2fetc", 404, "not-found")]
    [InlineData("GET", "/employers/acme/claims?limit=0", 400, "invalid-request")]
    [InlineData("GET", "/employers/acme/claims?limit=101", 400, "invalid-request")]
    [InlineData("GET", "/employers/acme/claims?limit=x", 400, "invalid-request")]
    [InlineData("GET", "/employers/acme/claims?starting_after=1' or '1'='1", 400, "invalid-request")]
    [InlineData("GET", "/employers/acme/claims?status=paid", 400, "invalid-request")]
    [InlineData("GET", "/employers/acme/members/mbr_zz_001", 404, "not-found")]
    [InlineData("GET", "/search", 400, "invalid-request")]
    public async Task An_address_that_is_wrong_is_told_so(string method, string path, int status, string code)
    {
        using var program = await server.ProgramAsync(Role.Examiner);
        var reply = await program.SendAsync(new HttpMethod(method), path);
        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        using var finance = await server.ProgramAsync(Role.Finance);
        var large = await finance.PostAsync(Receipts, new string(' ', 1_100_000), "large");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (large.Status, large.Code));
        using var program = await server.ProgramAsync(Role.Eligibility);
        var claim = await program.PostAsync(
            "/employers/acme/claims", new string(' ', 5_000_000), "large", "application/edi-x12");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (claim.Status, claim.Code));
    }

    [Fact]
    public async Task A_browser_changes_nothing_unless_its_own_page_asks()
    {
        var cookie = await ApiClient.CookieAsync(server, "all-Finance");
        using var person = new ApiClient(server.Address, null);
        const string body = """{"id":"wire-browser","date":"2027-01-03","amount":"5.00"}""";
        var seen = await person.SendAsync(HttpMethod.Get, "/employers/acme/payments", headers: [("Cookie", cookie)]);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        var cross = await person.SendAsync(
            HttpMethod.Post, Receipts, body, headers: [("Cookie", cookie), ("Idempotency-Key", "browser")]);
        Assert.Equal((HttpStatusCode.Forbidden, "cross-site"), (cross.Status, cross.Code));
        Assert.DoesNotContain("wire-browser", Booked(), StringComparison.Ordinal);
        var own = await person.SendAsync(
            HttpMethod.Post, Receipts, body,
            headers: [("Cookie", cookie), ("Idempotency-Key", "browser"), ("X-OpenAso-Request", "1")]);
        Assert.True(own.Status == HttpStatusCode.OK, own.Text);
        var may = await person.SendAsync(
            HttpMethod.Get, "/employers/acme/claims", headers: [("Cookie", cookie)]);
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (may.Status, may.Code));
    }

    [Fact]
    public async Task Another_version_is_refused_and_the_own_is_named()
    {
        using var program = await server.ProgramAsync(Role.Examiner);
        var usual = await program.GetAsync("/employers");
        var version = usual.Headers["OpenAso-Version"];
        var named = await program.SendAsync(HttpMethod.Get, "/employers", headers: [("OpenAso-Version", version)]);
        var other = await program.SendAsync(HttpMethod.Get, "/employers", headers: [("OpenAso-Version", "2020-01-01")]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (named.Status, other.Status));
    }

    [Fact]
    public async Task Every_kind_of_problem_is_described_where_problems_say()
    {
        using var anybody = new ApiClient(server.Address, null);
        var problem = await anybody.GetAsync("/employers");
        var described = await anybody.GetAsync(((string)problem.Json["type"]!)["/api/v1".Length..]);
        Assert.Equal((HttpStatusCode.OK, "not-signed-in"), (described.Status, (string)described.Json["code"]!));
    }

    [Fact]
    public async Task A_line_that_is_no_request_closes_nothing_but_itself()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes("POST /api/v1/x\r\n\0\r\n\r\n"), TestContext.Current.CancellationToken);
        }
        using var program = await server.ProgramAsync(Role.Examiner);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/employers")).Status);
    }

    private string Booked() => string.Join(' ', server.Books.Reading.Database.Read(connection =>
        connection.Query<string>("select key from transfer where employer = 'acme' and key like '%wire-%'")));
}
