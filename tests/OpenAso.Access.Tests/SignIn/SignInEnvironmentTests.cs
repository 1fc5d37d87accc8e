using OpenAso.Cli;
using OpenAso.Cli.Serving;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>What the environment of the server says of signing in, and what it may not.</summary>
public class SignInEnvironmentTests
{
    private const string Local = "http://127.0.0.1:5080";
    private const string Whole =
        "OPENASO_OIDC_AUTHORITY=https://login.example.org/plans OPENASO_OIDC_CLIENT=openaso OPENASO_OIDC_SECRET=s";

    [Theory]
    [InlineData("", null, true, false)]
    [InlineData("OPENASO_BEHIND_PROXY=yes", null, true, true)]
    [InlineData(Whole, "https://login.example.org/plans", false, false)]
    [InlineData(Whole + " OPENASO_LOCAL_SIGN_IN=yes", "https://login.example.org/plans", true, false)]
    [InlineData("OPENASO_OIDC_AUTHORITY=http://localhost:8080/ OPENASO_OIDC_CLIENT=x", "http://localhost:8080/", false,
        false)]
    public void A_whole_setting_is_understood(string given, string? authority, bool passwords, bool behindProxy)
    {
        var (signIn, isBehindProxy) = Read(given, Local);
        Assert.Equal((authority, passwords, behindProxy),
            (signIn.Provider?.Authority.ToString(), signIn.AllowsPasswords, isBehindProxy));
    }

    [Fact]
    public void A_second_factor_is_demanded_where_it_says_so()
    {
        Assert.False(Read(Whole, Local).SignIn.Provider!.DemandsSecondFactor);
        Assert.True(Read($"{Whole} OPENASO_OIDC_MFA=required", Local).SignIn.Provider!.DemandsSecondFactor);
    }

    [Theory]
    [InlineData("OPENASO_OIDC_CLIENT=openaso", Local, "OPENASO_OIDC_AUTHORITY is not")]
    [InlineData("OPENASO_OIDC_MFA=required", Local, "OPENASO_OIDC_AUTHORITY is not")]
    [InlineData("OPENASO_OIDC_AUTHORITY=https://login.example.org", Local, "OPENASO_OIDC_CLIENT is not")]
    [InlineData("OPENASO_OIDC_AUTHORITY=http://login.example.org OPENASO_OIDC_CLIENT=x", Local, "expects the https")]
    [InlineData("OPENASO_OIDC_AUTHORITY=login.example.org OPENASO_OIDC_CLIENT=x", Local, "expects the https")]
    [InlineData("OPENASO_OIDC_AUTHORITY=https://u:p@example.org OPENASO_OIDC_CLIENT=x", Local, "expects the https")]
    [InlineData(Whole + " OPENASO_OIDC_MFA=yes", Local, "expects 'required'")]
    [InlineData(Whole + " OPENASO_LOCAL_SIGN_IN=maybe", Local, "expects 'yes' or 'no'")]
    [InlineData("OPENASO_LOCAL_SIGN_IN=maybe", Local, "expects 'yes' or 'no'")]
    [InlineData(Whole, "http://0.0.0.0:5080", "served by https")]
    [InlineData(Whole, "http://127.0.0.1:5080;http://plans.example.org", "served by https")]
    [InlineData(Whole, "http://*:5080", "served by https")]
    public void Half_of_a_setting_or_an_open_wire_stops_the_server(string given, string addresses, string said) =>
        Assert.Contains(said, Assert.Throws<CommandFailure>(() => Read(given, addresses)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Https_may_be_served_to_everybody() =>
        Assert.NotNull(Read(Whole, "https://plans.example.org").SignIn.Provider);

    private static (SignInSettings SignIn, bool IsBehindProxy) Read(string given, string addresses)
    {
        var variables = given.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(one => one[..one.IndexOf('=', StringComparison.Ordinal)],
                one => one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return SignInEnvironment.Read(name => variables.GetValueOrDefault(name), addresses);
    }
}
