using System.Globalization;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Api.Resources;

/// <summary>Names of what stands in an account, and words for what became of a change.</summary>
internal static class AccountIds
{
    public const string Account = "acc";

    /// <summary>What a password that somebody makes up is like.</summary>
    public static readonly string FitPassword = string.Create(
        CultureInfo.InvariantCulture,
        $"{Operations.Access.Account.ShortestPassword} to {Operations.Access.Account.LongestPassword} letters that "
        + $"nobody guesses.");

    private const int Digits = 16;

    private static readonly Dictionary<string, Role> Roles = Documents.Words.Meanings<Role>()
        .Where(pair => RightsOfRoles.IsGivenByName(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value);

    public static string Of(Grant grant) => Ids.Of(
        "grt", Hash($"{grant.Role}|{grant.Employer}|{grant.Family}|{grant.Person}"));

    public static string Of(ProviderIdentity identity) => Ids.Of(
        "idn", Hash($"{identity.Issuer}|{identity.Subject}"));

    /// <summary>The grant that a body names.</summary>
    /// <param name="call">Of an administrator of the employer.</param>
    /// <param name="body">The grant.</param>
    /// <param name="pointer">Where it stands in the body.</param>
    public static Grant Grant(ApiCall call, GrantBody? body, string pointer)
    {
        if (body?.Role is not { } word || !Roles.TryGetValue(word, out var role))
            throw RefusedException.Invalid($"{pointer}/role", $"One of {string.Join(", ", Roles.Keys)}.");
        if (body.Employer is { } employer && call.Books.Scope(new EmployerId(employer)) is null)
            throw RefusedException.Invalid($"{pointer}/employer", "There is no such employer here.");
        return new Grant(role, body.Employer is { } one ? new EmployerId(one) : null);
    }

    /// <summary>Why a change was not made, and how to go on.</summary>
    public static string Words(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Exists => "There is, or was, an account of this name; the name of an ended one is not "
            + "given again. Choose another.",
        AccountOutcome.Ended => "The account was ended; make another.",
        AccountOutcome.IdentityTaken => "That person at the identity provider has an account already.",
        AccountOutcome.IdentityUnknown => "That person at the identity provider does not have this account.",
        AccountOutcome.GrantExists => "The account holds that role there already.",
        AccountOutcome.GrantUnknown => "The account does not hold that role there.",
        AccountOutcome.OwnAccount => "Nobody ends the account they work with; another administrator does.",
        AccountOutcome.LastAdministrator => "Nobody would be left who keeps accounts: give somebody else who can "
            + "sign in the role administrator, for every employer, first.",
        AccountOutcome.Changed => "The account was changed since it was looked at; look at it again.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome that is refused."),
    };

    private static string Hash(string text) =>
        ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text)).ToString()[..Digits];
}

/// <summary>An account to make.</summary>
/// <param name="Name">To sign in with; never given to another.</param>
/// <param name="Person">How pages call the person.</param>
/// <param name="Grants">What for; none if left out.</param>
/// <param name="Password">Made up by the caller, at least 12 letters; none if left out, and then an identity is tied to
/// it.</param>
public sealed record AccountBody(
    string Name, string Person, IReadOnlyList<GrantBody>? Grants = null, string? Password = null);

/// <summary>A role to give.</summary>
/// <param name="Role">Such as examiner, supervisor, finance, auditor or administrator.</param>
/// <param name="Employer">In the books of this employer alone; of every employer if left out.</param>
public sealed record GrantBody(string Role, string? Employer = null);

/// <summary>A password to set.</summary>
/// <param name="Password">Made up by the caller: 12 to 200 letters that nobody guesses.</param>
public sealed record PasswordBody(string Password);

/// <summary>Somebody at an identity provider.</summary>
/// <param name="Issuer">The provider, as its tokens name it.</param>
/// <param name="Subject">The person there.</param>
public sealed record IdentityBody(string Issuer, string Subject);

/// <summary>An account, without what it proves itself by.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">To sign in with.</param>
/// <param name="Person">How pages call the person.</param>
/// <param name="Grants">What for.</param>
/// <param name="Identities">Who it is at identity providers.</param>
/// <param name="HasPassword">Whether it has a password.</param>
public sealed record AccountView(
    string Id, string Name, string Person, IReadOnlyList<GrantView> Grants, IReadOnlyList<IdentityView> Identities,
    bool HasPassword)
{
    /// <summary>Whether a code is asked for beside the password.</summary>
    public bool HasAuthenticator { get; init; }

    /// <summary>Since when it opens nothing; null where it is in use.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal static string IdOf(KeptAccount account) => Ids.Of(AccountIds.Account, account.Account.Id);

    internal static AccountView Of(KeptAccount account) => new(
        IdOf(account), account.Account.Id, account.Account.Name,
        [.. account.Account.Grants.Items.Select(GrantView.Of)], [.. account.Identities.Items.Select(IdentityView.Of)],
        account.HasPassword)
    {
        HasAuthenticator = account.HasAuthenticator,
        EndedAt = account.EndedAt,
    };
}

/// <summary>An account of the list.</summary>
/// <param name="Account">The account.</param>
/// <param name="LastSignIn">When somebody last signed in with it; null for never.</param>
public sealed record ListedAccountView(AccountView Account, DateTimeOffset? LastSignIn)
{
    /// <summary>The account's id.</summary>
    public string Id => Account.Id;
}

/// <summary>A role of an account.</summary>
/// <param name="Id">The grant's id.</param>
/// <param name="Role">The role.</param>
/// <param name="Employer">In the books of this employer alone; null for every employer.</param>
public sealed record GrantView(string Id, string Role, string? Employer)
{
    internal static GrantView Of(Grant grant) => new(
        AccountIds.Of(grant), Words.Of(grant.Role.ToString()), grant.Employer?.Value);
}

/// <summary>Who an account is at an identity provider.</summary>
/// <param name="Id">The identity's id.</param>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The person there.</param>
public sealed record IdentityView(string Id, string Issuer, string Subject)
{
    internal static IdentityView Of(ProviderIdentity identity) => new(
        AccountIds.Of(identity), identity.Issuer, identity.Subject);
}
