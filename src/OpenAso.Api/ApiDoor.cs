using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Access;
using OpenAso.Api.Description;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Api.Resources;
using OpenAso.Api.Webhooks;

namespace OpenAso.Api;

/// <summary>Puts what programs call into a server.</summary>
public static class ApiDoor
{
    /// <summary>Where it is.</summary>
    public const string Root = AccessDoor.Programs + "/v1";

    /// <summary>The version that is spoken: within it, things are added and nothing is taken away.</summary>
    public const string Dated = "2026-11-26";

    private const string Limited = "calls";
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(60);

    /// <summary>What it needs; access and books are there already.</summary>
    /// <param name="services">Of the server.</param>
    /// <param name="webhooks">Which addresses webhooks may be.</param>
    public static IServiceCollection AddApi(this IServiceCollection services, WebhookSettings webhooks)
    {
        services.AddSingleton(webhooks).AddHostedService<WebhookSender>();
        services.AddSingleton<RequestsInFlight>().AddScoped<ApiCall>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddRequestTimeouts();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Limited, request => RateLimitPartition.GetTokenBucketLimiter(
                request.User.Identity?.Name ?? "",
                _ => Bucket(request.RequestServices.GetRequiredService<WebSettings>().Calls)));
        });
        return services.AddDescription();
    }

    private static TokenBucketRateLimiterOptions Bucket(CallLimits limits) => new()
    {
        TokenLimit = limits.AtOnce,
        TokensPerPeriod = limits.EachSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    /// <summary>Answers for all that goes wrong in it; in front of everything else.</summary>
    /// <param name="server">The server.</param>
    public static WebApplication UseApi(this WebApplication server)
    {
        ArgumentNullException.ThrowIfNull(server);
        server.UseWhen(
            AccessDoor.IsForPrograms, calls => calls.Use(ProblemAnswers.AnswerAsync).Use(CallGuards.Prepare));
        return server;
    }

    /// <summary>Its addresses; behind authentication and authorization.</summary>
    /// <param name="server">The server.</param>
    public static WebApplication MapApi(this WebApplication server)
    {
        ArgumentNullException.ThrowIfNull(server);
        server.UseRateLimiter();
        server.UseRequestTimeouts();
        var group = server.MapGroup(Root);
        group.AddEndpointFilter(CallGuards.RefuseCrossSite).RequireRateLimiting(Limited)
            .WithRequestTimeout(LongestCall);
        ApiResources.Map(group);
        server.MapDescription();
        return server;
    }
}
