using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Access;

/// <summary>That somebody may do something in the books of the employer that the address names.</summary>
/// <param name="Right">What.</param>
/// <param name="OfAll">Or in the books of every employer, whatever the address names.</param>
internal sealed record RightRequirement(Right Right, bool OfAll) : IAuthorizationRequirement;

/// <summary>Looks the person's grants up, each time: what was taken away is gone at once.</summary>
/// <param name="visitors">Who is signed in.</param>
internal sealed class RightHandler(Visitors visitors) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, RightRequirement requirement)
    {
        var request = context.Resource as HttpContext;
        if (visitors.Of(context.User) is { } account
            && (requirement.OfAll ? account.MayEverywhere(requirement.Right)
                : request?.GetRouteValue("employer") is string employer
                ? account.May(requirement.Right, new EmployerId(employer))
                : account.May(requirement.Right)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
