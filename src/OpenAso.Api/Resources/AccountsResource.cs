using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Api.Resources;

/// <summary>Who may sign in, and what for.</summary>
internal static class AccountsResource
{
    private const string List = "/accounts";
    private const string One = List + "/{account}";

    private static readonly Dictionary<string, AccountState> States = Words.Meanings<AccountState>();

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.KeepAccounts, Show);
        routes.PostSecret(List, Right.KeepAccounts, MakeAsync);
        routes.Get(One, Right.KeepAccounts, Find);
        routes.Post(One + "/grants", Right.KeepAccounts, GiveAsync);
        routes.Delete(One + "/grants/{grant}", Right.KeepAccounts, EndGrantAsync);
        routes.PostSecret(One + "/password", Right.KeepAccounts, SetPasswordAsync);
        routes.Delete(One + "/authenticator", Right.KeepAccounts, RemoveAuthenticatorAsync);
        routes.Post(One + "/identities", Right.KeepAccounts, LinkAsync);
        routes.Delete(One + "/identities/{identity}", Right.KeepAccounts, UnlinkAsync);
        routes.Post(One + "/end-sessions", Right.KeepAccounts, EndSessionsAsync);
        routes.Post(One + "/end", Right.KeepAccounts, EndAsync);
    }

    /// <summary>Lists the accounts of people by name; never what they prove themselves by.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    /// <param name="q">Words that begin a part of a name, a role, an employer or an identity; capitals and accents do
    /// not matter.</param>
    /// <param name="state">in-use, ended or all; in-use if left out.</param>
    public static Ok<Page<ListedAccountView>> Show(
        ApiCall call, [AsParameters] PageQuery page, [FromQuery] string? q = null, [FromQuery] string? state = null)
    {
        var meant = state is null ? AccountState.InUse
            : States.TryGetValue(state, out var known) ? known
            : throw RefusedException.Invalid("state", $"One of {string.Join(", ", States.Keys)}.");
        var part = new AccountListUseCase(call.Reading).Show(
            call.Tenant, q ?? "", meant, page.Read(text => Ids.Name(AccountIds.Account, text)));
        return TypedResults.Ok(new Page<ListedAccountView>(
            [.. part.Rows.Select(one => new ListedAccountView(AccountView.Of(one.Account), one.LastSignIn))],
            part.HasMore));
    }

    /// <summary>Makes an account: somebody signs in by its name, with the password that is named, or with an identity
    /// that is tied to it.</summary>
    /// <remarks>The caller makes the password up, and no answer ever holds it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="body">The account.</param>
    public static async Task<Created<AccountView>> MakeAsync(ApiCall call, AccountBody body)
    {
        if (!Account.IsId(body.Name))
            throw RefusedException.Invalid("/name", "1 to 64 letters of English, digits, and . _ @ -.");
        if (!Account.IsName(body.Person))
            throw RefusedException.Invalid("/person", "1 to 100 letters: how pages call the person.");
        var grants = (body.Grants ?? []).Select((grant, index) => AccountIds.Grant(call, grant, $"/grants/{index}"))
            .Distinct().ToValueList();
        var account = new Account(body.Name, body.Person.Trim(), grants);
        var made = await DoAsync(
            call, new AddAccount(account, body.Password is null ? "" : Kept("/password", body.Password)),
            AccountOutcome.Exists).ConfigureAwait(false);
        return TypedResults.Created($"{ApiDoor.Root}{List}/{AccountView.IdOf(made)}", AccountView.Of(made));
    }

    /// <summary>Tells of an account, ended or in use.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    public static Ok<AccountView> Find(ApiCall call, string account) =>
        TypedResults.Ok(AccountView.Of(Kept(call, account)));

    /// <summary>Gives an account a role more; whoever is signed in with it signs in anew.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="body">The role, and where it holds.</param>
    public static async Task<Ok<AccountView>> GiveAsync(ApiCall call, string account, GrantBody body)
    {
        var id = Kept(call, account).Account.Id;
        return TypedResults.Ok(AccountView.Of(await DoAsync(
            call, new GiveGrant(id, AccountIds.Grant(call, body, "")), AccountOutcome.GrantExists)
            .ConfigureAwait(false)));
    }

    /// <summary>Ends one role of an account; whoever is signed in with it signs in anew.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="grant">The grant's id, as the account shows it.</param>
    public static async Task<NoContent> EndGrantAsync(ApiCall call, string account, string grant)
    {
        var kept = Kept(call, account);
        var ended = kept.Account.Grants.Items.FirstOrDefault(one => AccountIds.Of(one) == grant)
            ?? throw RefusedException.NotFound("grant");
        await DoAsync(call, new EndGrant(kept.Account.Id, ended)).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    /// <summary>Gives an account a password in place of the one it had; whoever is signed in with it signs in
    /// anew.</summary>
    /// <remarks>The caller makes the password up, and no answer ever holds it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="body">The password.</param>
    public static async Task<Ok<AccountView>> SetPasswordAsync(ApiCall call, string account, PasswordBody body)
    {
        var id = Kept(call, account).Account.Id;
        return TypedResults.Ok(AccountView.Of(await DoAsync(
            call, new SetPassword(id, Kept("/password", body.Password))).ConfigureAwait(false)));
    }

    /// <summary>Takes the authenticator of an account away: its password alone opens it until another is set
    /// up.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    public static async Task<NoContent> RemoveAuthenticatorAsync(ApiCall call, string account)
    {
        var kept = Kept(call, account);
        if (!kept.HasAuthenticator)
            throw RefusedException.NotFound("authenticator");
        await DoAsync(call, new SetAuthenticator(kept.Account.Id, "")).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    /// <summary>Lets somebody at the identity provider sign in with an account.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="body">Who, as the page after a first sign-in names them.</param>
    public static async Task<Ok<AccountView>> LinkAsync(ApiCall call, string account, IdentityBody body)
    {
        var kept = Kept(call, account);
        var identity = new ProviderIdentity(Filled("/issuer", body.Issuer), Filled("/subject", body.Subject));
        var isDone = call.IsRetaken && kept.Identities.Items.Contains(identity);
        return TypedResults.Ok(AccountView.Of(isDone
            ? kept
            : await DoAsync(call, new LinkIdentity(kept.Account.Id, identity)).ConfigureAwait(false)));
    }

    /// <summary>Lets somebody at the identity provider sign in with an account no more.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="identity">The identity's id, as the account shows it.</param>
    public static async Task<NoContent> UnlinkAsync(ApiCall call, string account, string identity)
    {
        var kept = Kept(call, account);
        var ended = kept.Identities.Items.FirstOrDefault(one => AccountIds.Of(one) == identity)
            ?? throw RefusedException.NotFound("identity");
        await DoAsync(call, new UnlinkIdentity(kept.Account.Id, ended)).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    /// <summary>Ends every session of an account: whoever is signed in with it signs in anew.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    public static async Task<Ok<AccountView>> EndSessionsAsync(ApiCall call, string account) =>
        TypedResults.Ok(AccountView.Of(await DoAsync(call, new EndSessions(Kept(call, account).Account.Id))
            .ConfigureAwait(false)));

    /// <summary>Ends an account for good: it opens nothing from now on, and its name is not given again. What was done
    /// with it stays under its name.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account's id.</param>
    public static async Task<Ok<AccountView>> EndAsync(ApiCall call, string account) =>
        TypedResults.Ok(AccountView.Of(await DoAsync(
            call, new EndAccount(Kept(call, account).Account.Id), AccountOutcome.Ended).ConfigureAwait(false)));

    // A call that is taken up again finds what it did itself the first time.
    private static async Task<KeptAccount> DoAsync(
        ApiCall call, AccountChange change, AccountOutcome doneBefore = AccountOutcome.Done)
    {
        var (outcome, account) = await call.WriteAsync(books => new AccountUseCase(books).ChangeAsync(
            call.Tenant, change, ChangedBy.Of(call.By))).ConfigureAwait(false);
        return outcome == AccountOutcome.Done || (call.IsRetaken && outcome == doneBefore)
            ? account!
            : throw (outcome == AccountOutcome.Unknown
                ? RefusedException.NotFound("account")
                : new RefusedException(ProblemKind.Refused, AccountIds.Words(outcome)));
    }

    private static KeptAccount Kept(ApiCall call, string id) =>
        Ids.Name(AccountIds.Account, id) is { } name
            && new AccountUseCase(call.Reading).Look(call.Tenant, name) is { } account
            ? account
            : throw RefusedException.NotFound("account");

    private static string Kept(string pointer, string? password) =>
        Account.IsPassword(password)
            ? Secret.Keep(password!, RandomNumberGenerator.GetBytes(16))
            : throw RefusedException.Invalid(pointer, AccountIds.FitPassword);

    private static string Filled(string pointer, string? text) => text?.Trim() is { Length: > 0 and <= 500 } filled
        ? filled
        : throw RefusedException.Invalid(pointer, "As the page after a first sign-in names it.");
}
