using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Operations.Access;
using OpenAso.Operations.PlanDocuments;

namespace OpenAso.Api.Resources;

/// <summary>The plans that claims are decided by: clauses, worked examples, and what changed between
/// versions.</summary>
internal static class PlansResource
{
    private const string List = "/employers/{employer}/plans";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.SeePlans, Show);
        routes.Get(List + "/{plan}", Right.SeePlans, Find);
        routes.Get(List + "/{plan}/changes", Right.SeePlans, Changes);
    }

    /// <summary>Lists the plans of an employer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<PlanListed>> Show(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(page.Of(
        call.Terms.Basis.Plans.Plans.Select(PlanListed.Of), plan => plan.Id));

    /// <summary>The wording of a plan on a day: every clause with its text, benefits, limits, and the worked examples
    /// of the document with what its terms make of them.</summary>
    /// <param name="call">The call.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="as_of">The day; its newest wording if left out.</param>
    /// <param name="version">Which kept version of the document, from 1; the newest if left out.</param>
    public static Ok<PlanView> Find(
        ApiCall call, string plan, [FromQuery(Name = "as_of")] DateOnly? as_of, [FromQuery] long? version)
    {
        var found = new PlanViewUseCase(call.Reading).Show(call.Scope, plan, version)
            ?? throw RefusedException.NotFound("plan");
        var wording = as_of is { } day
            ? found.Plan.AsOf(day) ?? throw RefusedException.Invalid("as_of", "The plan has no wording on this day.")
            : found.Plan.Segments[^1];
        return TypedResults.Ok(PlanView.Of(wording) with
        {
            Number = found.Version.Number,
            Versions = [.. found.Versions.Select(one => one.Number)],
            Examples = [.. found.Results.Select(WorkedView.Of)],
        });
    }

    /// <summary>What changed in a plan document from one kept version to another, line by line.</summary>
    /// <param name="call">The call.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="from">The earlier version; the one before the later if left out.</param>
    /// <param name="to">The later version; the newest if left out.</param>
    public static Ok<PlanChangesView> Changes(
        ApiCall call, string plan, [FromQuery] long? from, [FromQuery] long? to)
    {
        var use = new PlanViewUseCase(call.Reading);
        var newest = use.Show(call.Scope, plan)?.Version.Number ?? throw RefusedException.NotFound("plan");
        var last = to ?? newest;
        var first = from ?? Math.Max(1, last - 1);
        var lines = use.Difference(call.Scope, plan, first, last)
            ?? throw RefusedException.Invalid("from", $"Versions 1 to {newest} of the plan are kept.");
        return TypedResults.Ok(new PlanChangesView(
            plan, first, last,
            [.. lines.Where(line => line.Change != LineChange.Same).Select(line => new ChangedLineView(
                Words.Of(line.Change.ToString()), line.Before > 0 ? line.Before : null,
                line.After > 0 ? line.After : null, line.Text))]));
    }
}
