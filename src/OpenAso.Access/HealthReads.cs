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
    /// <summary>The day on which pages are looked at.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Enters a look; finished when the entry is durable.</summary>
    /// <param name="request">Of somebody who is signed in.</param>
    /// <param name="employer">In whose books.</param>
    /// <param name="action">What is done.</param>
    /// <param name="subject">Of what: a claim's number, a person's, a page.</param>
    public Task EnterAsync(HttpContext request, EmployerId employer, AccessAction action, string subject)
    {
        var by = By(request);
        return books.WriteAsync(async writing =>
        {
            await new AccessLog(writing).EnterAsync(new AccessEntry(
                new EmployerScope(settings.Tenant, employer), by.Moment, by.Account, action, subject, by.Origin))
                .ConfigureAwait(false);
            return true;
        });
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
