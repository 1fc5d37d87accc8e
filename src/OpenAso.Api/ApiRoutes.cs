using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Access;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Operations.Access;

namespace OpenAso.Api;

/// <summary>Maps the addresses of a resource: each says what its caller needs, and how often it may come to
/// something. What needs no right is open to people who are signed in, and to no program.</summary>
/// <param name="group">All addresses of the version.</param>
/// <param name="tag">What the resource is called in the description.</param>
/// <param name="ofAll">Rights are needed for every employer, and not for one alone.</param>
internal sealed class ApiRoutes(IEndpointRouteBuilder group, string tag, bool ofAll = false)
{
    /// <summary>Something is looked at.</summary>
    public RouteHandlerBuilder Get(string route, Right? right, Delegate handler) =>
        Described(group.MapGet(route, handler), right, SentBody.LargestForm);

    /// <summary>Something is done, once for each key.</summary>
    public RouteHandlerBuilder Post(string route, Right? right, Delegate handler, int most = SentBody.LargestForm) =>
        Once(group.MapPost(route, handler), right, most, isAtomic: false);

    /// <summary>Something is done, once for each key; the use case keeps the answer with its effect.</summary>
    public RouteHandlerBuilder PostAtomic(string route, Right right, Delegate handler, int most) =>
        Once(group.MapPost(route, handler), right, most, isAtomic: true);

    /// <summary>Something is done, once for each key, with a body that holds a secret: what is kept of it to recognise
    /// the call by is as slow to guess by as what is kept of a password.</summary>
    public RouteHandlerBuilder PostSecret(string route, Right? right, Delegate handler) =>
        Post(route, right, handler).WithMetadata(new SecretBodyMetadata());

    /// <summary>Something is done, once for each key, that is answered with a secret: the answer is kept sealed.
    /// </summary>
    public RouteHandlerBuilder PostForSecret(string route, Right right, Delegate handler) =>
        Post(route, right, handler).WithMetadata(new SecretAnswerMetadata());

    /// <summary>Something is asked that has many parts; nothing is changed.</summary>
    public RouteHandlerBuilder Ask(string route, Right right, Delegate handler) =>
        Described(group.MapPost(route, handler), right, SentBody.LargestForm);

    /// <summary>Something is begun that comes to nothing by itself: sent again, it is begun anew. Its answer is kept
    /// nowhere.</summary>
    public RouteHandlerBuilder Begin(string route, Right? right, Delegate handler) =>
        Described(group.MapPost(route, handler), right, SentBody.LargestForm);

    /// <summary>Something is taken away; again, it is gone already.</summary>
    public RouteHandlerBuilder Delete(string route, Right right, Delegate handler) =>
        Described(group.MapDelete(route, handler), right, SentBody.LargestForm);

    private RouteHandlerBuilder Once(RouteHandlerBuilder route, Right? right, int most, bool isAtomic) =>
        Described(route, right, most)
            .AddEndpointFilterFactory((_, next) => context => new OnceFilter(
                context.HttpContext.RequestServices.GetRequiredService<RequestsInFlight>(),
                context.HttpContext.RequestServices.GetRequiredService<TimeProvider>(), isAtomic)
                .InvokeAsync(context, next))
            .WithMetadata(new OnceMetadata());

    private RouteHandlerBuilder Described(RouteHandlerBuilder route, Right? right, int most) => route
        .RequireAuthorization(right is { } needed ? new NeedsAttribute(needed, ofAll) : new PeopleAttribute())
        .WithTags(tag)
        .WithMetadata(new SizeLimit(most))
        .Produces<ApiProblem>(StatusCodes.Status400BadRequest, "application/problem+json");

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}

/// <summary>That a call carries a key.</summary>
internal sealed record OnceMetadata;

/// <summary>That the body of a call holds a secret.</summary>
internal sealed record SecretBodyMetadata;

/// <summary>That the answer to a call holds a secret.</summary>
internal sealed record SecretAnswerMetadata;
