using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;

namespace OpenAso.Access;

/// <summary>Enters what is shown of people's health in the access log, before it is shown.</summary>
/// <param name="books">Hold the log.</param>
/// <param name="settings">Whose server this is.</param>
/// <param name="time">Tells when.</param>
public sealed class HealthReads(ServedBooks books, WebSettings settings, TimeProvider time)
{
    /// <summary>A page that stays open and renews itself is one look for so long, and then another.</summary>
    /// <remarks>Otherwise each entry would be a change of the books that has open pages renew themselves, and enter
    /// that, without an end.</remarks>
    public static readonly TimeSpan SameLook = TimeSpan.FromMinutes(15);

    private const string Renewal = "X-Live";
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<Look, DateTimeOffset> _looks = new();

    /// <summary>The day on which pages are looked at.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Enters a look; finished when the entry is durable.</summary>
    /// <param name="request">Of somebody who is signed in.</param>
    /// <param name="employer">In whose books.</param>
    /// <param name="action">What is done.</param>
    /// <param name="subject">Of what: a claim's number, a person's, a page.</param>
    public async Task EnterAsync(HttpContext request, EmployerId employer, AccessAction action, string subject)
    {
        var by = By(request);
        var look = new Look(by.Account, by.Origin, employer, action, subject);
        if (IsContinued(request, look, by.Moment))
            return;
        await books.WriteAsync(async writing =>
        {
            await new AccessLog(writing).EnterAsync(new AccessEntry(
                new EmployerScope(settings.Tenant, employer), by.Moment, by.Account, action, subject, by.Origin))
                .ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        if (_looks.Count >= MostRemembered)
            _looks.Clear();
        _looks[look] = by.Moment;
    }

    /// <summary>Who works, when and from where.</summary>
    /// <param name="request">Of somebody who is signed in.</param>
    public Examiner By(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Examiner(
            request.User.Identity?.Name ?? "", time.GetUtcNow(), request.Connection.RemoteIpAddress?.ToString() ?? "");
    }

    // What a page asks for by itself, when the same look was entered a short while ago. Whatever else is asked for is
    // entered each time, and so is everything that is more than a look.
    private bool IsContinued(HttpContext request, Look look, DateTimeOffset now) =>
        request.Request.Headers.ContainsKey(Renewal) && IsLook(look.Action)
        && _looks.TryGetValue(look, out var entered) && now - entered < SameLook;

    private static bool IsLook(AccessAction action) => action is AccessAction.SeeClaim or AccessAction.SeeClaims
        or AccessAction.SeePerson or AccessAction.SeeClaimants;

    private readonly record struct Look(
        string Account, string Origin, EmployerId Employer, AccessAction Action, string Subject);
}
