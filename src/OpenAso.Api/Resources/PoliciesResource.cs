using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Operations.Access;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Gaps;

namespace OpenAso.Api.Resources;

/// <summary>A stop-loss policy on a day: its terms, where it stands, whom to keep an eye on, what it will not
/// pay.</summary>
internal static class PoliciesResource
{
    private const string Desk = "/employers/{employer}/stop-loss";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Desk + "/watch", Right.WorkStopLoss, WatchAsync);
        routes.Get(Desk + "/position", Right.WorkStopLoss, PositionAsync);
        routes.Get(Desk + "/policy", Right.WorkStopLoss, TermsAsync);
        routes.Get(Desk + "/gaps", Right.WorkStopLoss, GapsAsync);
    }

    /// <summary>The claimants to keep an eye on, who has used most of the deductible first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="asked">Which policy, on which day.</param>
    public static async Task<Ok<WatchView>> WatchAsync(ApiCall call, [AsParameters] DeskQuery asked) =>
        TypedResults.Ok(WatchView.Of(await ShowAsync(call, asked, "watch list").ConfigureAwait(false)));

    /// <summary>Where the policy stands: every claimant, the aggregate, what does not count and why, and what must be
    /// told.</summary>
    /// <remarks>The body is what 'openaso stop-loss position --json' writes; 'openaso schema stop-loss-position'
    /// describes it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="asked">Which policy, on which day.</param>
    public static async Task<Ok<JsonElement>> PositionAsync(ApiCall call, [AsParameters] DeskQuery asked)
    {
        var desk = await ShowAsync(call, asked, "position").ConfigureAwait(false);
        return TypedResults.Ok(JsonElement.Parse(StopLossPositionJson.Of(desk.Position, [])));
    }

    /// <summary>The terms of the policy: specific with its lasers, aggregate with its factors, notices,
    /// filings.</summary>
    /// <param name="call">The call.</param>
    /// <param name="asked">Which policy, on which day.</param>
    public static async Task<Ok<PolicyView>> TermsAsync(ApiCall call, [AsParameters] DeskQuery asked) =>
        TypedResults.Ok(PolicyView.Of((await ShowAsync(call, asked, "policy").ConfigureAwait(false)).Policy));

    /// <summary>What the plan pays and the policy does not pay back.</summary>
    /// <remarks>The body is what 'openaso stop-loss gaps --json' writes; 'openaso schema stop-loss-gaps' describes
    /// it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="asked">Which policy, on which day.</param>
    /// <param name="dependent_age">The last age in years at which a child is covered; not known if left out.</param>
    /// <param name="leave_days">How many days somebody on leave stays covered; not known if left out.</param>
    public static async Task<Ok<JsonElement>> GapsAsync(
        ApiCall call, [AsParameters] DeskQuery asked, [FromQuery(Name = "dependent_age")] int? dependent_age,
        [FromQuery(Name = "leave_days")] int? leave_days)
    {
        var desk = await ShowAsync(call, asked, "gaps").ConfigureAwait(false);
        var gaps = new GapUseCase(call.Reading).Gaps(
            call.Terms, desk.Policy,
            new PlanPractice { Plans = [], DependentAge = dependent_age, LeaveOfAbsenceDays = leave_days },
            desk.Position.AsOf);
        return TypedResults.Ok(JsonElement.Parse(GapJson.Of(desk.Policy.Number, desk.Position.AsOf, gaps)));
    }

    private static async Task<StopLossDesk> ShowAsync(ApiCall call, DeskQuery asked, string subject)
    {
        var terms = call.Terms;
        await call.SeesAsync(AccessAction.SeeClaimants, $"stop-loss {subject}").ConfigureAwait(false);
        return new StopLossDeskUseCase(call.Reading).Show(terms, asked.Policy, asked.AsOf ?? call.Today)
            ?? throw RefusedException.NotFound("policy");
    }
}

/// <summary>Which policy, on which day.</summary>
/// <param name="Policy">Its number; the one of the day if left out.</param>
/// <param name="AsOf">The day; today if left out.</param>
public sealed record DeskQuery(
    [FromQuery(Name = "policy")] string? Policy, [FromQuery(Name = "as_of")] DateOnly? AsOf);
