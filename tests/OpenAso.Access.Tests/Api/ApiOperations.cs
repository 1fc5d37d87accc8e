using Microsoft.AspNetCore.Routing;

namespace OpenAso.Access.Tests.Api;

/// <summary>Every operation of the interface for programs, as the server maps it.</summary>
internal static class ApiOperations
{
    /// <summary>Open to every person who is signed in, and to no program.</summary>
    public const string OfPeople = "people";

    public static IEnumerable<(string Name, RouteEndpoint Endpoint)> Of(ServerFixture server) =>
        server.Endpoints
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(
                method => ($"{method} {endpoint.RoutePattern.RawText![7..]}", endpoint)));

    public static string RightOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<NeedsAttribute>() is { } needs
            ? needs.Right + (needs.OfAll ? AccessTests.OfAll : "")
            : endpoint.Metadata.GetMetadata<PeopleAttribute>() is not null ? OfPeople
            : "anybody";
}
