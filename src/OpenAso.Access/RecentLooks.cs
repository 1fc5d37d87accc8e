using System.Collections.Concurrent;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Access;

/// <summary>Remembers looks at people's health that were entered a short while ago: a page that stays open and renews
/// itself is one look for so long, and then another.</summary>
/// <remarks>Otherwise each entry would be a change of the books that has open pages renew themselves, and enter that,
/// without an end. Safe for use from many threads at once.</remarks>
public sealed class RecentLooks
{
    /// <summary>How long a look is the same one.</summary>
    public static readonly TimeSpan SameLook = TimeSpan.FromMinutes(15);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<Look, DateTimeOffset> _looks = new();

    /// <summary>Whether what a page asks for by itself is a look that was entered a short while ago. Whatever is more
    /// than a look never is.</summary>
    /// <param name="entry">What would be entered.</param>
    internal bool HasContinued(AccessEntry entry) => IsLook(entry.Action)
        && _looks.TryGetValue(Of(entry), out var entered) && entry.Moment - entered < SameLook;

    /// <summary>It was entered.</summary>
    /// <param name="entry">What was.</param>
    internal void Remember(AccessEntry entry)
    {
        if (_looks.Count >= MostRemembered)
            _looks.Clear();
        _looks[Of(entry)] = entry.Moment;
    }

    private static bool IsLook(AccessAction action) => action is AccessAction.SeeClaim or AccessAction.SeeClaims
        or AccessAction.SeePerson or AccessAction.SeeClaimants;

    private static Look Of(AccessEntry entry) =>
        new(entry.Account, entry.Origin, entry.Scope.Employer, entry.Action, entry.Subject);

    private readonly record struct Look(
        string Account, string Origin, EmployerId Employer, AccessAction Action, string Subject);
}
