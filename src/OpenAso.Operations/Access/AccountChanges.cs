using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>What a change makes of an account.</summary>
internal static class AccountChanges
{
    /// <summary>The account afterwards.</summary>
    /// <param name="before">As it is; null where there is none.</param>
    /// <param name="change">What is to become of it.</param>
    /// <param name="linked">Whose the identity is that the change names; null for nobody's.</param>
    /// <param name="now">When.</param>
    public static (AccountOutcome Outcome, KeptAccount? After) Of(
        KeptAccount? before, AccountChange change, string? linked, DateTimeOffset now) => (before, change) switch
        {
            (null, AddAccount add) => Done(new KeptAccount(add.Account, 0) { HasPassword = add.Secret.Length > 0 }),
            (_, AddAccount) => (AccountOutcome.Exists, before),
            (null, _) => (AccountOutcome.Unknown, null),
            ({ EndedAt: not null }, _) => (AccountOutcome.Ended, before),
            (_, LinkIdentity) when linked is not null => (AccountOutcome.IdentityTaken, before),
            (_, UnlinkIdentity) when linked != change.Id => (AccountOutcome.IdentityUnknown, before),
            _ => Done(After(before, change, now)),
        };

    /// <summary>What an entry of the access log says of a change.</summary>
    public static string Words(AccountChange change) => change switch
    {
        AddAccount add => $"{change.Id}: added as {Roles(add.Account.Grants)}",
        SetGrants set => $"{change.Id}: roles {Roles(set.Grants)}",
        LinkIdentity link => $"{change.Id}: linked to {link.Identity.Subject} at {link.Identity.Issuer}",
        UnlinkIdentity unlink => $"{change.Id}: unlinked from {unlink.Identity.Subject} at {unlink.Identity.Issuer}",
        EndAccount => $"{change.Id}: ended",
        SetPassword => $"{change.Id}: password",
        SetAuthenticator { Secret.Length: 0 } => $"{change.Id}: authenticator removed",
        _ => $"{change.Id}: authenticator",
    };

    private static string Roles(ValueList<Grant> grants) => string.Join(", ", grants.Items.Select(grant =>
        Documents.Words.Of(grant.Role.ToString()) + (grant.Employer is { } employer ? $" of {employer}" : "")));

    private static (AccountOutcome Outcome, KeptAccount? After) Done(KeptAccount after) =>
        (AccountOutcome.Done, after with { Stamp = after.Stamp + 1 });

    private static KeptAccount After(KeptAccount before, AccountChange change, DateTimeOffset now) => change switch
    {
        SetGrants set => before with { Account = before.Account with { Grants = set.Grants } },
        LinkIdentity link => before with { Identities = Sorted(before.Identities.Items.Append(link.Identity)) },
        UnlinkIdentity unlink => before with
        {
            Identities = Sorted(before.Identities.Items.Where(one => one != unlink.Identity)),
        },
        EndAccount => before with { EndedAt = now, HasPassword = false, HasAuthenticator = false, Identities = [] },
        SetPassword => before with { HasPassword = true },
        SetAuthenticator set => before with { HasAuthenticator = set.Secret.Length > 0 },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "No such change."),
    };

    private static ValueList<ProviderIdentity> Sorted(IEnumerable<ProviderIdentity> identities) => identities
        .OrderBy(one => one.Issuer, StringComparer.Ordinal).ThenBy(one => one.Subject, StringComparer.Ordinal)
        .ToValueList();
}
