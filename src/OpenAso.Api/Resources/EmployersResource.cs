using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Api.Lists;
using OpenAso.Api.Requests;
using OpenAso.Operations.Access;

namespace OpenAso.Api.Resources;

/// <summary>Employers.</summary>
internal static class EmployersResource
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("/employers", Right.SeePlans, Show);
    }

    /// <summary>Lists the employers whose books the caller may look into.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<EmployerView>> Show(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(page.Of(
        call.Employers(Right.SeePlans)
            .Select(id => (Id: id, Terms: call.Books.Terms(id))).Where(one => one.Terms is not null)
            .Select(one => new EmployerView(
                one.Id.Value, one.Terms!.Agreement.Segments[^1].Employer.Name, one.Terms.Agreement.Effective.First)),
        employer => employer.Id));
}

/// <summary>An employer.</summary>
/// <param name="Id">As addresses name it.</param>
/// <param name="Name">As its agreement names it.</param>
/// <param name="Since">The first day of its agreement.</param>
public sealed record EmployerView(string Id, string Name, DateOnly Since);
