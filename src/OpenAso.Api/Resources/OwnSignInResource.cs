using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Operations.Access;

namespace OpenAso.Api.Resources;

/// <summary>How the person signs in who calls: another password, an authenticator set up or taken away.</summary>
internal static class OwnSignInResource
{
    private const string Own = "/own-sign-in";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Own, null, Show);
        routes.PostSecret(Own + "/password", null, SetPasswordAsync);
        routes.Begin(Own + "/new-authenticator", null, BeginAsync);
        routes.Post(Own + "/authenticator", null, ConfirmAsync);
        routes.PostSecret(Own + "/authenticator/remove", null, RemoveAsync);
    }

    /// <summary>Tells how the caller signs in; never by which password or secret.</summary>
    /// <param name="call">The call, of a person.</param>
    public static Ok<OwnSignInView> Show(ApiCall call) => TypedResults.Ok(OwnSignInView.Of(Look(call)));

    /// <summary>Gives the caller's account another password. The caller goes on with the cookie of the answer; every
    /// other session of the account ends.</summary>
    /// <remarks>A present password that is wrong counts as a failed sign-in, and is answered 409; after too many of
    /// them it is 429 until the failures are forgotten.</remarks>
    /// <param name="call">The call, of a person.</param>
    /// <param name="body">The present password and the new one.</param>
    public static Task<Ok<OwnSignInView>> SetPasswordAsync(ApiCall call, OwnPasswordBody body) => DoAsync(
        call, (use, own) => use.SetPasswordAsync(
            own, body.Present, body.Password, RandomNumberGenerator.GetBytes(16)));

    /// <summary>Begins to set an authenticator up, in place of one that was begun before. It counts when a code of it
    /// was sent.</summary>
    /// <remarks>The answer holds the secret, which is told this once and kept nowhere as it is.</remarks>
    /// <param name="call">The call, of a person.</param>
    /// <param name="body">The present password.</param>
    public static async Task<Ok<NewAuthenticatorView>> BeginAsync(ApiCall call, PresentPasswordBody body)
    {
        var answer = await ChangeAsync(call, (use, own) => use.BeginAuthenticatorAsync(
            own, body.Present, RandomNumberGenerator.GetBytes(Authenticator.SecretBytes))).ConfigureAwait(false);
        var begun = answer.Begun ?? throw Refusal(call, answer);
        return TypedResults.Ok(new NewAuthenticatorView(begun.Secret, begun.Address, begun.Until));
    }

    /// <summary>Lets the authenticator count that was begun to be set up. The caller goes on with the cookie of the
    /// answer; every other session of the account ends.</summary>
    /// <param name="call">The call, of a person.</param>
    /// <param name="body">A code of the new authenticator.</param>
    public static Task<Ok<OwnSignInView>> ConfirmAsync(ApiCall call, CodeBody body) => DoAsync(
        call, (use, own) => use.ConfirmAuthenticatorAsync(own, body.Code), OwnSignInOutcome.HasAuthenticator);

    /// <summary>Takes the caller's authenticator away: the password alone opens the account until another is set up.
    /// The caller goes on with the cookie of the answer; every other session of the account ends.</summary>
    /// <remarks>A password or code that is wrong counts as a failed sign-in, and is answered 409; after too many of
    /// them it is 429 until the failures are forgotten.</remarks>
    /// <param name="call">The call, of a person.</param>
    /// <param name="body">The present password, and a code of the authenticator.</param>
    public static Task<Ok<OwnSignInView>> RemoveAsync(ApiCall call, RemoveAuthenticatorBody body) => DoAsync(
        call, (use, own) => use.RemoveAuthenticatorAsync(own, body.Present, body.Code),
        OwnSignInOutcome.NoAuthenticator);

    // A call that is taken up again finds what it did itself the first time.
    private static async Task<Ok<OwnSignInView>> DoAsync(
        ApiCall call, Func<OwnSignInUseCase, OwnSignIn, Task<OwnSignInAnswer>> change,
        OwnSignInOutcome doneBefore = OwnSignInOutcome.Done)
    {
        var answer = await ChangeAsync(call, change).ConfigureAwait(false);
        return answer.Outcome == OwnSignInOutcome.Done || (call.IsRetaken && answer.Outcome == doneBefore)
            ? TypedResults.Ok(OwnSignInView.Of(Look(call)))
            : throw Refusal(call, answer);
    }

    private static Task<OwnSignInAnswer> ChangeAsync(
        ApiCall call, Func<OwnSignInUseCase, OwnSignIn, Task<OwnSignInAnswer>> change) =>
        call.ChangeOwnAsync(Look(call).Account, change);

    private static OwnSignInState Look(ApiCall call) =>
        new OwnSignInUseCase(call.Reading).Look(call.Tenant, call.Caller.Id, call.Moment)
            ?? throw RefusedException.NotFound("account");

    private static RefusedException Refusal(ApiCall call, OwnSignInAnswer answer)
    {
        if (answer.ClosedUntil is not { } until)
            return answer.Outcome == OwnSignInOutcome.Unfit
                ? RefusedException.Invalid("/password", AccountIds.FitPassword)
                : new RefusedException(ProblemKind.Refused, Words(answer.Outcome));
        var seconds = Math.Max(1, (long)Math.Ceiling((until - call.Moment).TotalSeconds));
        call.Request.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new RefusedException(
            ProblemKind.TooMany, "Too many attempts failed, for this account or from this address; nothing is checked "
            + "before the seconds are over that Retry-After names.");
    }

    private static string Words(OwnSignInOutcome outcome) => outcome switch
    {
        OwnSignInOutcome.Changed => "The account was changed meanwhile; look at it again.",
        OwnSignInOutcome.NoPassword => "No password opens this account here; it signs in by an identity provider, "
            + "which keeps its password and second factor.",
        OwnSignInOutcome.HasAuthenticator => "An authenticator counts already; take it away first, with a code of it.",
        OwnSignInOutcome.NoAuthenticator => "There is no authenticator to take away.",
        OwnSignInOutcome.NotBegun => "No authenticator is being set up: it was not begun, too long ago, or the account "
            + "was changed since. Begin it anew.",
        OwnSignInOutcome.PasswordWrong => "The present password is another. It counts as a failed sign-in.",
        OwnSignInOutcome.CodeWrong => "The code is not right, or was used before. Send the next one.",
        OwnSignInOutcome.CodeUnreadable => "The server cannot check codes of this authenticator; an administrator "
            + "takes it away, or gives the server its key back.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome that is refused."),
    };
}

/// <summary>A password to set in place of the present one.</summary>
/// <param name="Present">The password as it is.</param>
/// <param name="Password">The new one: 12 to 200 letters that nobody guesses.</param>
public sealed record OwnPasswordBody(string Present, string Password);

/// <summary>By what the caller proves again who it is.</summary>
/// <param name="Present">The password as it is.</param>
public sealed record PresentPasswordBody(string Present);

/// <summary>A code of an authenticator.</summary>
/// <param name="Code">Six digits; blanks do not matter.</param>
public sealed record CodeBody(string Code);

/// <summary>By what the caller proves to have the authenticator that is to go.</summary>
/// <param name="Present">The password as it is.</param>
/// <param name="Code">Six digits; blanks do not matter.</param>
public sealed record RemoveAuthenticatorBody(string Present, string Code);

/// <summary>How somebody signs in.</summary>
/// <param name="Account">The name to sign in with.</param>
/// <param name="Person">How pages call the person.</param>
/// <param name="HasPassword">Whether it has a password.</param>
/// <param name="HasAuthenticator">Whether a code is asked for beside the password.</param>
/// <param name="NewAuthenticatorUntil">Until when an authenticator that is being set up takes a code; null where none
/// is.</param>
public sealed record OwnSignInView(
    string Account, string Person, bool HasPassword, bool HasAuthenticator, DateTimeOffset? NewAuthenticatorUntil)
{
    internal static OwnSignInView Of(OwnSignInState state) => new(
        state.Account.Account.Id, state.Account.Account.Name, state.Account.HasPassword,
        state.Account.HasAuthenticator, state.BegunUntil);
}

/// <summary>An authenticator that is being set up: it counts when a code of it was sent.</summary>
/// <param name="Secret">In base 32, to be typed into the authenticator.</param>
/// <param name="Address">The same as a link that sets an authenticator up.</param>
/// <param name="Until">From then on it is begun anew.</param>
public sealed record NewAuthenticatorView(string Secret, string Address, DateTimeOffset Until);
