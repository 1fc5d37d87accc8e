using Microsoft.AspNetCore.Authorization;
using OpenAso.Operations.Access;

namespace OpenAso.Access;

/// <summary>What somebody must be allowed to do to open a page or call an endpoint.</summary>
/// <remarks>In the books of the employer that the address names (<c>{employer}</c>); anywhere, where it names none.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute : AuthorizeAttribute
{
    internal const string PolicyPrefix = "right:";

    /// <summary>The page or endpoint is open to whoever may do this.</summary>
    /// <param name="right">What.</param>
    public NeedsAttribute(Right right)
    {
        Right = right;
        Policy = PolicyPrefix + right;
    }

    /// <summary>What is needed.</summary>
    public Right Right { get; }
}
