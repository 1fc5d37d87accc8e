using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OpenAso.Access;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Access;

/// <summary>Takes what an identity provider says of somebody, once it is proved to be the provider's word: who they
/// are, and nothing of what they may do.</summary>
/// <param name="books">Tie identities to accounts.</param>
/// <param name="settings">Whose server this is.</param>
/// <param name="visitors">Know from where.</param>
/// <param name="tickets">Carry an identity to the page that shows it.</param>
internal sealed class ProviderSignIn(
    SeenBooks books, WebSettings settings, Visitors visitors, SignInTickets tickets)
{
    // Authentication contexts that providers name where more than one factor was asked for.
    private static readonly string[] StrongContexts =
    [
        "phr", "phrh", "mfa", "https://refeds.org/profile/mfa",
        "http://schemas.openid.net/pape/policies/2007/06/multi-factor", "urn:okta:loa:2fa:any",
    ];

    /// <summary>Lets the person in, or leads to the page that says why not.</summary>
    public async Task TakeAsync(TicketReceivedContext context)
    {
        var person = context.Principal!;
        var identity = new ProviderIdentity(
            person.FindFirstValue("iss") ?? "", person.FindFirstValue("sub") ?? "");
        var lacksFactor = settings.SignIn.Provider is { DemandsSecondFactor: true } && !HasSecondFactor(person);
        var answer = await books.WriteAsync(writing => new SignInUseCase(writing).ByProviderAsync(
            visitors.Attempt(context.HttpContext, ""), identity, lacksFactor)).ConfigureAwait(false);
        if (answer is { Outcome: SignInOutcome.SignedIn, Account: { } account })
        {
            context.Principal = Sessions.Begin(settings, account, "provider");
            return;
        }
        context.Response.Redirect(answer.Outcome == SignInOutcome.SecondFactorMissing
            ? "/sign-in/refused/second-factor"
            : QueryHelpers.AddQueryString("/sign-in/refused/not-known", "who", tickets.ForIdentity(identity)));
        context.HandleResponse();
    }

    /// <summary>An answer was not the provider's, not meant for us, too old or not asked for by this browser.</summary>
    public Task RefuseAsync(HttpContext request, Exception problem) => books.WriteAsync(
        writing => new SignInUseCase(writing).RefuseProviderAsync(
            visitors.Attempt(request, ""), problem.GetType().Name));

    // RFC 8176: "mfa" is more than one factor, whichever they were.
    private static bool HasSecondFactor(ClaimsPrincipal person) =>
        person.FindAll("amr").Any(method => method.Value == "mfa")
        || person.FindAll("acr").Any(level => StrongContexts.Contains(level.Value));
}
