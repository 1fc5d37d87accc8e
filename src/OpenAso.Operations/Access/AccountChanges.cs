using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>What a change makes of an account.</summary>
internal static class AccountChanges
{
    /// <summary>The account afterwards.</summary>
    /// <param name="before">As it is; null where there is none.</param>
    /// <param name="change">What is to become of it.</param>
    /// <param name="beside">What else stands in the books.</param>
    public static (AccountOutcome Outcome, KeptAccount? After) Of(
        KeptAccount? before, AccountChange change, BesideAccount beside) => (before, change) switch
        {
            (null, AddAccount add) when !Account.IsId(add.Id) || !Account.IsName(add.Account.Name) =>
                (AccountOutcome.Unfit, null),
            (null, AddAccount add) => Done(new KeptAccount(add.Account, 0) { HasPassword = add.Secret.Length > 0 }),
            (_, AddAccount) => (AccountOutcome.Exists, before),
            (null, _) => (AccountOutcome.Unknown, null),
            ({ EndedAt: not null }, _) => (AccountOutcome.Ended, before),
            (_, { Seen: { } seen }) when seen != before.Stamp => (AccountOutcome.Changed, before),
            (_, LinkIdentity) when beside.LinkedTo is not null => (AccountOutcome.IdentityTaken, before),
            (_, UnlinkIdentity) when beside.LinkedTo != change.Id => (AccountOutcome.IdentityUnknown, before),
            (_, GiveGrant give) when before.Account.Grants.Items.Contains(give.Grant) =>
                (AccountOutcome.GrantExists, before),
            (_, EndGrant end) when !before.Account.Grants.Items.Contains(end.Grant) =>
                (AccountOutcome.GrantUnknown, before),
            (_, EndAccount) when beside.By.Account == change.Id => (AccountOutcome.OwnAccount, before),
            _ => LeavingSomebody(before, After(before, change, beside.By.Moment), beside),
        };

    /// <summary>What an entry of the access log says of a change.</summary>
    public static string Words(AccountChange change) => change switch
    {
        AddAccount add => $"{change.Id}: added as {Roles(add.Account.Grants)}",
        SetGrants set => $"{change.Id}: roles {Roles(set.Grants)}",
        GiveGrant give => $"{change.Id}: role {Role(give.Grant)}",
        EndGrant end => $"{change.Id}: no longer {Role(end.Grant)}",
        EndSessions => $"{change.Id}: sessions ended",
        LinkIdentity link => $"{change.Id}: linked to {link.Identity.Subject} at {link.Identity.Issuer}",
        UnlinkIdentity unlink => $"{change.Id}: unlinked from {unlink.Identity.Subject} at {unlink.Identity.Issuer}",
        EndAccount => $"{change.Id}: ended",
        SetPassword => $"{change.Id}: password",
        SetAuthenticator { Secret.Length: 0 } => $"{change.Id}: authenticator removed",
        _ => $"{change.Id}: authenticator",
    };

    private static string Roles(ValueList<Grant> grants) => string.Join(", ", grants.Items.Select(Role));

    private static string Role(Grant grant) =>
        Documents.Words.Of(grant.Role.ToString()) + (grant.Employer is { } employer ? $" of {employer}" : "");

    // Whoever shuts the last one out who keeps accounts has nobody to open them again.
    private static (AccountOutcome Outcome, KeptAccount? After) LeavingSomebody(
        KeptAccount before, KeptAccount after, BesideAccount beside) =>
        before.KeepsAccounts && !after.KeepsAccounts && !beside.HasOtherKeeper
            ? (AccountOutcome.LastAdministrator, before)
            : Done(after);

    private static (AccountOutcome Outcome, KeptAccount? After) Done(KeptAccount after) =>
        (AccountOutcome.Done, after with { Stamp = after.Stamp + 1 });

    private static KeptAccount After(KeptAccount before, AccountChange change, DateTimeOffset now) => change switch
    {
        SetGrants set => before with { Account = before.Account with { Grants = set.Grants } },
        GiveGrant give => WithGrants(before, before.Account.Grants.Items.Append(give.Grant)),
        EndGrant end => WithGrants(before, before.Account.Grants.Items.Where(grant => grant != end.Grant)),
        EndSessions => before,
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

    private static KeptAccount WithGrants(KeptAccount account, IEnumerable<Grant> grants) =>
        account with { Account = account.Account with { Grants = grants.ToValueList() } };

    private static ValueList<ProviderIdentity> Sorted(IEnumerable<ProviderIdentity> identities) => identities
        .OrderBy(one => one.Issuer, StringComparer.Ordinal).ThenBy(one => one.Subject, StringComparer.Ordinal)
        .ToValueList();
}

/// <summary>What stands beside an account in the books, as far as a change asks for it.</summary>
/// <param name="LinkedTo">Whose the identity is that the change names; null for nobody's.</param>
/// <param name="HasOtherKeeper">Whether another account keeps accounts, as <see cref="KeptAccount.KeepsAccounts"/>
/// says.</param>
/// <param name="By">Who changes it, and when.</param>
internal readonly record struct BesideAccount(string? LinkedTo, bool HasOtherKeeper, ChangedBy By);
