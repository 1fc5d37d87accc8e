using System.Net;
using System.Security.Cryptography;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>Programs keep accounts: no password stands in the books as it was sent, no rule is gone round.</summary>
public sealed class AccountCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Password = "corner lamp seventeen gulls";

    [Fact]
    public async Task A_password_that_was_sent_opens_the_account_and_stands_nowhere_as_it_was_sent()
    {
        using var program = await server.ProgramAsync(Role.Administrator);
        var id = NewName();
        var body = $$"""{"name":"{{id}}","person":"Ann","grants":[{"role":"examiner"}],"password":"{{Password}}"}""";
        var made = await program.PostAsync("/accounts", body, $"make-{id}");
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        Assert.DoesNotContain(Password, made.Text, StringComparison.Ordinal);
        Assert.True((await program.PostAsync("/accounts", body, $"make-{id}")).IsReplayed);
        using var browser = new Browser(server.Address);
        await browser.SignInAsync(id, Password);
        Assert.NotNull(browser.Session);

        var other = "another lamp for the gulls";
        var set = await program.PostAsync(
            $"/accounts/acc_{id}/password", $$"""{"password":"{{other}}"}""", $"set-{id}");
        Assert.True(set.Status == HttpStatusCode.OK, set.Text);
        await browser.SignInAsync(id, other);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/search")).Status);

        var rows = server.Rows();
        foreach (var (sent, path) in new[]
        {
            (body, "/accounts"), ($$"""{"password":"{{other}}"}""", "/password"),
        })
        {
            // What a call is recognised by is not quicker to guess by than what is kept of a password.
            var quick = ContentHash.Of(Encoding.UTF8.GetBytes($"\napplication/json\n{sent}")).ToString();
            Assert.DoesNotContain(rows, row => row.Contains(quick, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(rows, row => row.Contains(path, StringComparison.Ordinal));
        }
        Assert.DoesNotContain(rows, row => row.Contains(Password, StringComparison.Ordinal)
            || row.Contains(other, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"ann/bob","person":"A"}""", "/name")]
    [InlineData("""{"name":"ann","person":" "}""", "/person")]
    [InlineData("""{"name":"ann","person":"A","password":"too short"}""", "/password")]
    [InlineData("""{"name":"ann","person":"A","grants":[{"role":"member"}]}""", "/grants/0/role")]
    [InlineData("""{"name":"ann","person":"A","grants":[{"role":"broker","employer":"x"}]}""", "/grants/0/employer")]
    public async Task What_cannot_be_is_refused_where_it_stands(string body, string pointer)
    {
        using var program = await server.ProgramAsync(Role.Administrator);
        var reply = await program.PostAsync("/accounts", body, NewName());
        Assert.Equal((HttpStatusCode.BadRequest, "invalid-request"), (reply.Status, reply.Code));
        Assert.Equal(pointer, (string?)reply.Json["errors"]![0]!["pointer"]);
    }

    [Theory]
    [InlineData("POST", "/accounts/acc_all-Administrator/end")]
    [InlineData("DELETE", "/accounts/acc_all-Administrator/grants/{grant}")]
    public async Task The_last_administrator_stays_one(string method, string path)
    {
        using var program = await server.ProgramAsync(Role.Administrator);
        var grant = (string)(await program.GetAsync("/accounts/acc_all-Administrator")).Json["grants"]![0]!["id"]!;
        var reply = await program.SendAsync(
            new HttpMethod(method), path.Replace("{grant}", grant, StringComparison.Ordinal),
            headers: ("Idempotency-Key", NewName()));
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (reply.Status, reply.Code));
        Assert.Contains("Nobody would be left", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_it_is_in_the_log_that_a_program_reads()
    {
        using var program = await server.ProgramAsync(Role.Administrator);
        var id = NewName();
        await program.PostAsync("/accounts", $$"""{"name":"{{id}}","person":"Ann"}""", $"make-{id}");
        var log = await program.GetAsync("/access-log?action=keep-account&limit=1");
        var entry = log.Json["data"]![0]!;
        Assert.StartsWith("token:", (string)entry["account"]!, StringComparison.Ordinal);
        Assert.StartsWith($"{id}: added", (string)entry["subject"]!, StringComparison.Ordinal);
        Assert.Equal("invalid-request", (await program.GetAsync("/access-log?action=nothing")).Code);
    }

    private static string NewName() => $"one-{RandomNumberGenerator.GetHexString(16)}";
}
