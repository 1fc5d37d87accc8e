using OpenAso.Access;

namespace OpenAso.Cli.Serving;

/// <summary>How people sign in, as the environment of <c>openaso serve</c> says.</summary>
internal static class SignInEnvironment
{
    private const string Authority = "OPENASO_OIDC_AUTHORITY";
    private const string Client = "OPENASO_OIDC_CLIENT";
    private const string ClientSecret = "OPENASO_OIDC_SECRET";
    private const string SecondFactor = "OPENASO_OIDC_MFA";
    private const string Local = "OPENASO_LOCAL_SIGN_IN";
    private const string Proxy = "OPENASO_BEHIND_PROXY";

    /// <summary>Reads it.</summary>
    /// <param name="variable">The value of a variable of the environment.</param>
    /// <param name="addresses">Where the server listens.</param>
    /// <exception cref="CommandFailure">Something in it cannot be: nothing is served with half of a
    /// setting.</exception>
    public static (SignInSettings SignIn, bool IsBehindProxy) Read(Func<string, string?> variable, string addresses)
    {
        var isBehindProxy = YesOrNo(variable, Proxy);
        if (Given(variable, Authority) is not { } authority)
        {
            foreach (var name in new[] { Client, ClientSecret, SecondFactor })
            {
                if (Given(variable, name) is not null)
                    throw new CommandFailure($"{name} is set and {Authority} is not: set both, or neither.");
            }
            var allows = Given(variable, Local) is null || YesOrNo(variable, Local);
            return (SignInSettings.Local with { AllowsPasswords = allows }, isBehindProxy);
        }
        DemandSafe(addresses, isBehindProxy);
        return (new SignInSettings(
            new IdentityProvider(
                Address(authority),
                Given(variable, Client) ?? throw new CommandFailure(
                    $"{Authority} is set and {Client} is not: it says how this server is called at the provider."),
                Given(variable, ClientSecret), DemandsSecondFactor(variable)),
            AllowsPasswords: YesOrNo(variable, Local)), isBehindProxy);
    }

    private static Uri Address(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? address
            : throw new CommandFailure(
                $"{Authority} expects the https address of an identity provider, such as "
                + $"https://login.example.org/realms/plans, not '{authority}'; http is for this machine alone.");

    // A code of sign-in that goes over the wire in clear is anybody's.
    private static void DemandSafe(string addresses, bool isBehindProxy)
    {
        foreach (var text in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
                || (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback))
                throw new CommandFailure(
                    $"With {Authority}, pages are served by https, or to this machine alone, not at '{text}'. Where a "
                    + $"proxy on this machine brings https, listen at http://127.0.0.1:5080 and set {Proxy}=yes"
                    + (isBehindProxy ? " (it is)." : "."));
        }
    }

    private static bool DemandsSecondFactor(Func<string, string?> variable) => Given(variable, SecondFactor) switch
    {
        null => false,
        "required" => true,
        var other => throw new CommandFailure($"{SecondFactor} expects 'required', or nothing, not '{other}'."),
    };

    private static bool YesOrNo(Func<string, string?> variable, string name) => Given(variable, name) switch
    {
        null or "no" => false,
        "yes" => true,
        var other => throw new CommandFailure($"{name} expects 'yes' or 'no', not '{other}'."),
    };

    private static string? Given(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } value ? value : null;
}
