using OpenAso.Kernel;

namespace OpenAso.StopLoss;

/// <summary>Something about a policy that somebody should look at. Never an error: a carrier and a regulator decide,
/// and public figures may be older than the law.</summary>
/// <param name="Code">Permanent and never reused; listed in docs/findings-stop-loss.md.</param>
/// <param name="Rule">What was checked, in a few words.</param>
/// <param name="Source">Where the rule stands, as a reader would look it up.</param>
/// <param name="Message">What was found, and how to mend it.</param>
public sealed record PolicyWarning(string Code, string Rule, string Source, string Message)
{
    /// <summary>The same as a finding.</summary>
    /// <param name="place">Where the policy's document stands.</param>
    public Finding At(Place place) => new(Code, Severity.Warning, place, $"{Message} ({Rule}: {Source})");
}
