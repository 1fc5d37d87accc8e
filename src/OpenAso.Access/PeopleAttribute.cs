using Microsoft.AspNetCore.Authorization;

namespace OpenAso.Access;

/// <summary>A page or endpoint is open to every person who is signed in, whatever they may do otherwise: it is of what
/// is each one's own. A program is nobody who signs in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PeopleAttribute : AuthorizeAttribute
{
    internal const string PolicyName = "people";

    /// <summary>The page or endpoint is open to people.</summary>
    public PeopleAttribute() => Policy = PolicyName;
}
