using Microsoft.AspNetCore.Authorization;
using OpenAso.Operations.Access;

namespace OpenAso.Access;

/// <summary>What somebody must be allowed to do to open a page or call an endpoint.</summary>
/// <remarks>In the books of the employer that the address names (<c>{employer}</c>); anywhere, where it names none; in
/// those of every employer, where that is asked for.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute : AuthorizeAttribute
{
    internal const string PolicyPrefix = "right:";
    internal const string PolicyOfAllPrefix = "right-of-all:";

    /// <summary>The page or endpoint is open to whoever may do this.</summary>
    /// <param name="right">What.</param>
    /// <param name="ofAll">For every employer of the administrator, and not for one alone.</param>
    public NeedsAttribute(Right right, bool ofAll = false)
    {
        Right = right;
        OfAll = ofAll;
        Policy = (ofAll ? PolicyOfAllPrefix : PolicyPrefix) + right;
    }

    /// <summary>What is needed.</summary>
    public Right Right { get; }

    /// <summary>Whether it is needed for every employer.</summary>
    public bool OfAll { get; }
}
