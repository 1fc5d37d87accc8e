using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>Codes of an authenticator beside the password.</summary>
public sealed partial class AuthenticatorTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    // RFC 6238, appendix B, for SHA-1: eight digits of the secret "12345678901234567890".
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(
        code, Authenticator.Code("12345678901234567890"u8, seconds / 30, 8));

    [Fact]
    public void A_secret_is_written_in_base_32_and_a_code_is_good_for_a_step_around_its_own_and_once()
    {
        var secret = Authenticator.Secret("12345678901234567890"u8);
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", secret);
        var at = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var step = 1111111109L / 30;
        Assert.Equal(step, Authenticator.StepOf(secret, "081 804", at, 0));
        Assert.Equal(step, Authenticator.StepOf(secret, "081804", at.AddSeconds(30), 0));
        Assert.Equal(step, Authenticator.StepOf(secret, "081804", at.AddSeconds(-30), 0));
        Assert.Null(Authenticator.StepOf(secret, "081804", at.AddSeconds(60), 0));
        Assert.Null(Authenticator.StepOf(secret, "081804", at.AddSeconds(-60), 0));
        Assert.Null(Authenticator.StepOf(secret, "081804", at, step));
        Assert.Null(Authenticator.StepOf(secret, "", at, 0));
        Assert.Null(Authenticator.StepOf(secret, "081805", at, 0));
    }

    [Fact]
    public async Task An_account_with_an_authenticator_is_asked_for_its_code_after_the_password()
    {
        await using var site = await SignInSite.StartAsync(server);
        var (id, key) = await AccountAsync(site);
        using var browser = site.Browser();

        var asked = await browser.SignInAsync(id, ServerFixture.Password);
        Assert.Contains("Code of your authenticator", asked.Text, StringComparison.Ordinal);
        Assert.Null(browser.Session);
        var code = Code(key, site);
        await EnterAsync(browser, asked, code);
        Assert.NotNull(browser.Session);

        // The same code, seen over somebody's shoulder.
        using var other = site.Browser();
        var again = await EnterAsync(other, await other.SignInAsync(id, ServerFixture.Password), code);
        Assert.Contains("used before", again.Text, StringComparison.Ordinal);
        Assert.Null(other.Session);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_however_often_the_password_is_given()
    {
        await using var site = await SignInSite.StartAsync(server);
        var (id, key) = await AccountAsync(site);
        using var browser = site.Browser();
        for (var guess = 0; guess < SignInUseCase.MostOfAccount; guess++)
            await EnterAsync(browser, await browser.SignInAsync(id, ServerFixture.Password), "000000");

        var closed = await browser.SignInAsync(id, ServerFixture.Password);
        Assert.Contains("Too many attempts failed", closed.Text, StringComparison.Ordinal);
        site.Time.Ahead = SignInUseCase.Window;
        await EnterAsync(browser, await browser.SignInAsync(id, ServerFixture.Password), Code(key, site));
        Assert.NotNull(browser.Session);
    }

    [Fact]
    public async Task A_code_alone_opens_nothing()
    {
        await using var site = await SignInSite.StartAsync(server);
        var (id, key) = await AccountAsync(site);
        using var browser = site.Browser();
        var page = await browser.GetAsync("/sign-in");
        var posted = await browser.SubmitAsync(
            page, "/sign-in", "sign-in-code", ("Proof.Ticket", id), ("Proof.Code", Code(key, site)));
        Assert.Contains("That took too long", posted.Text, StringComparison.Ordinal);
        Assert.Null(browser.Session);
    }

    private static string Code(byte[] key, SignInSite site) =>
        Authenticator.Code(key, site.Time.GetUtcNow().ToUnixTimeSeconds() / 30, 6);

    private static Task<Page> EnterAsync(Browser browser, Page asked, string code) => browser.SubmitAsync(
        asked, "/sign-in", "sign-in-code", ("Proof.Ticket", Ticket().Match(asked.Text).Groups[1].Value),
        ("Proof.Code", code));

    private static async Task<(string Id, byte[] Key)> AccountAsync(SignInSite site)
    {
        var id = await site.AccountAsync(
            Role.Examiner, Secret.KeepQuick(ServerFixture.Password, new byte[16], ServerFixture.Rounds));
        var key = Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(20));
        await site.ChangeAsync(new SetAuthenticator(id, Authenticator.Secret(key)));
        return (id, key);
    }

    [GeneratedRegex("name=\"Proof.Ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
