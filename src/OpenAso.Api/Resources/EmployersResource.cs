using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Operations.Access;
using OpenAso.Plans;

namespace OpenAso.Api.Resources;

/// <summary>Employers and the plans that their claims are decided by.</summary>
internal static class EmployersResource
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("/employers", Right.SeePlans, Show);
        routes.Get("/employers/{employer}/plans", Right.SeePlans, Plans);
        routes.Get("/employers/{employer}/plans/{plan}", Right.SeePlans, Plan);
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

    /// <summary>Lists the plans of an employer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<PlanListed>> Plans(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(page.Of(
        call.Terms.Basis.Plans.Plans.Select(PlanListed.Of), plan => plan.Id));

    /// <summary>The wording of a plan on a day: every clause with its text, benefits and limits.</summary>
    /// <param name="call">The call.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="as_of">The day; its newest wording if left out.</param>
    public static Ok<PlanView> Plan(ApiCall call, string plan, [FromQuery(Name = "as_of")] DateOnly? as_of)
    {
        var found = call.Terms.Basis.Plans.Plans.FirstOrDefault(one => one.Id.Value == plan)
            ?? throw RefusedException.NotFound("plan");
        return TypedResults.Ok(PlanView.Of(as_of is { } day
            ? found.AsOf(day) ?? throw RefusedException.Invalid("as_of", "The plan has no wording on this day.")
            : found.Segments[^1]));
    }
}

/// <summary>An employer.</summary>
/// <param name="Id">As addresses name it.</param>
/// <param name="Name">As its agreement names it.</param>
/// <param name="Since">The first day of its agreement.</param>
public sealed record EmployerView(string Id, string Name, DateOnly Since);

/// <summary>A plan of a list.</summary>
/// <param name="Id">As addresses name it.</param>
/// <param name="Name">Of its newest wording.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Version">Names the document by what it says.</param>
/// <param name="Wordings">The first day of each wording.</param>
public sealed record PlanListed(
    string Id, string Name, string Line, string Version, IReadOnlyList<DateOnly> Wordings)
{
    internal static PlanListed Of(Plan plan) => new(
        plan.Id.Value, plan.Segments[^1].Name, Words.Of(plan.Segments[^1].Line.ToString()), plan.Version.ToString(),
        [.. plan.Segments.Select(segment => segment.InForce.First)]);
}

/// <summary>The wording of a plan.</summary>
/// <param name="Id">As addresses name it.</param>
/// <param name="Name">As members know it.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Version">Names the document by what it says.</param>
/// <param name="From">The first day of this wording.</param>
/// <param name="Through">Its last day; null where none is known.</param>
/// <param name="Clauses">In the order of the document.</param>
/// <param name="Benefits">What it covers.</param>
/// <param name="Limits">What members owe or get at most.</param>
public sealed record PlanView(
    string Id, string Name, string Line, string Version, DateOnly From, DateOnly? Through,
    IReadOnlyList<ClauseView> Clauses, IReadOnlyList<string> Benefits, IReadOnlyList<PlanLimitView> Limits)
{
    internal static PlanView Of(ResolvedPlan plan) => new(
        plan.Id.Value, plan.Name, Words.Of(plan.Line.ToString()), plan.Version.ToString(), plan.InForce.First,
        plan.InForce.Last == DateOnly.MaxValue ? null : plan.InForce.Last,
        [.. plan.Clauses.Where(clause => clause.Id.Value is { Length: > 0 })
            .Select(clause => new ClauseView(clause.Id.Value, clause.Text))],
        [.. plan.Benefits.Select(benefit => benefit.Id)],
        [.. plan.Limits.Select(limit => new PlanLimitView(
            limit.Id.Value, limit.Name, limit.Clause == ClauseNumber.None ? null : plan[limit.Clause].Id.Value))]);
}

/// <summary>A clause of a plan.</summary>
/// <param name="Id">As decisions cite it.</param>
/// <param name="Text">The wording.</param>
public sealed record ClauseView(string Id, string Text);

/// <summary>A limit of a plan.</summary>
/// <param name="Id">As accumulators name it.</param>
/// <param name="Name">As members know it; may be empty.</param>
/// <param name="Clause">The provision that sets it.</param>
public sealed record PlanLimitView(string Id, string Name, string? Clause);
