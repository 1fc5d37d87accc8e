using Microsoft.AspNetCore.Http;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;

namespace OpenAso.Access;

/// <summary>Enters what is shown of people's health in the access log, before it is shown.</summary>
/// <param name="books">What whoever is answered sees of the books; they are let go while the entry is written.</param>
/// <param name="log">Takes the entries.</param>
/// <param name="looks">Those that were entered a short while ago.</param>
/// <param name="settings">Whose server this is.</param>
/// <param name="time">Tells when.</param>
public sealed class HealthReads(
    SeenBooks books, AccessLogQueue log, RecentLooks looks, WebSettings settings, TimeProvider time)
{
    private const string Renewal = "X-Live";

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
        var entry = new AccessEntry(
            new EmployerScope(settings.Tenant, employer), by.Moment, by.Account, action, subject, by.Origin);
        if (request.Request.Headers.ContainsKey(Renewal) && looks.HasContinued(entry))
            return;
        await books.LetGoAsync().ConfigureAwait(false);
        await log.EnterAsync(entry).ConfigureAwait(false);
        looks.Remember(entry);
        await books.EnterAsync(request.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Who works, when and from where.</summary>
    /// <param name="request">Of somebody who is signed in.</param>
    public Examiner By(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Examiner(
            request.User.Identity?.Name ?? "", time.GetUtcNow(), request.Connection.RemoteIpAddress?.ToString() ?? "");
    }
}
