using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenAso.Access.Tests.SignIn;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests;

/// <summary>What secrets the server has given away or asks for are not to be read in its database.</summary>
public sealed partial class SecretsAtRestTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_webhooks_secret_is_told_again_to_the_same_call_and_stands_in_no_row()
    {
        using var administrator = await server.ProgramAsync(Role.Administrator);
        const string Hooks = "/employers/acme/webhooks";
        const string Body = """{"url":"https://hooks.example.com/x"}""";
        var made = await administrator.PostAsync(Hooks, Body, "sealed-hook");
        var rotate = $"{Hooks}/{made.Json["id"]}/secret";
        var rotated = await administrator.PostAsync(rotate, "", "sealed-rotated", "");
        foreach (var (first, again) in new[]
        {
            (made, await administrator.PostAsync(Hooks, Body, "sealed-hook")),
            (rotated, await administrator.PostAsync(rotate, "", "sealed-rotated", "")),
        })
        {
            Assert.True((int)first.Status < 300, first.Text);
            Assert.Equal((true, first.Text), (again.IsReplayed, again.Text));
            var secret = (string)first.Json["secret"]!;
            Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
            Assert.DoesNotContain(server.Rows(), row => row.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Whoever_enters_a_code_while_the_key_is_away_is_told_what_to_do_and_let_in_when_it_is_back()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await site.AccountAsync(
            Role.Examiner, Secret.KeepQuick(ServerFixture.Password, new byte[16], ServerFixture.Rounds));
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        await site.ChangeAsync(new SetAuthenticator(id, Authenticator.Secret(key)));
        var away = server.KeyFile + ".away";
        File.Move(server.KeyFile, away);
        var refused = await EnterAsync(site, id, key);
        Assert.Contains("cannot be checked now. Ask an administrator", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal("code: its authenticator cannot be read", site.Log(1)[0].Subject);
        File.Move(away, server.KeyFile);
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(site, id, key)).Status);
    }

    private static async Task<Page> EnterAsync(SignInSite site, string id, byte[] key)
    {
        using var browser = site.Browser();
        var asked = await browser.SignInAsync(id, ServerFixture.Password);
        return await browser.SubmitAsync(
            asked, "/sign-in", "sign-in-code", ("Proof.Ticket", Ticket().Match(asked.Text).Groups[1].Value),
            ("Proof.Code", Authenticator.Code(key, site.Time.GetUtcNow().ToUnixTimeSeconds() / 30, 6)));
    }

    [GeneratedRegex("name=\"Proof.Ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
