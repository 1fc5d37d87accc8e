using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Requests;
using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Optimizing;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Designing;

namespace OpenAso.Api.Resources;

/// <summary>Stop-loss contracts tried out on the people that the books hold: what a year costs, and how bad it may
/// get.</summary>
internal static class DecisionResource
{
    private const string Decision = "/employers/{employer}/decision";

    // Each answer takes a processor for a while: one at a time.
    private static readonly SemaphoreSlim One = new(1);

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Decision, Right.Decide, Usual);
        routes.Ask(Decision, Right.Decide, AnswerAsync);
    }

    /// <summary>The contract as it is, to begin with.</summary>
    /// <param name="call">The call.</param>
    /// <param name="severities">What people may cost.</param>
    /// <param name="memory">What was computed last.</param>
    public static Ok<DesignSettings> Usual(
        ApiCall call, [FromServices] ClaimSeverities severities, [FromServices] DesignMemory memory) =>
        TypedResults.Ok(new DesignUseCase(call.Reading, severities, memory).Usual(call.Terms));

    /// <summary>What a contract costs the employer in a year, all in; with others that differ in their specific
    /// alone.</summary>
    /// <remarks>A model, not a quote. What is left out is as in the contract that 'GET' shows; what is out of its
    /// range is brought within.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="severities">What people may cost.</param>
    /// <param name="memory">What was computed last.</param>
    /// <param name="body">What is tried out.</param>
    public static async Task<Ok<DecisionView>> AnswerAsync(
        ApiCall call, [FromServices] ClaimSeverities severities, [FromServices] DesignMemory memory, DecisionBody body)
    {
        await One.WaitAsync(call.Request.RequestAborted).ConfigureAwait(false);
        try
        {
            var use = new DesignUseCase(call.Reading, severities, memory);
            var settings = use.Normal(call.Terms, body.Over(use.Usual(call.Terms)));
            var ground = use.Ground(call.Terms, settings);
            return TypedResults.Ok(DecisionView.Of(
                ground, DesignAnswer.Of(ground.Risk, settings), DesignAnswer.Neighbours(ground.Risk, settings)));
        }
        finally
        {
            One.Release();
        }
    }
}

/// <summary>What a contract costs in a year: estimates, plain numbers of dollars.</summary>
/// <param name="AsOf">As the books stand on this day.</param>
/// <param name="People">How many are covered.</param>
/// <param name="Settings">What was tried out.</param>
/// <param name="Expected">What the year costs on average, all in.</param>
/// <param name="Premium">Of it, stop-loss premium.</param>
/// <param name="Tail">The mean of the worst years.</param>
/// <param name="Most">The most that it may cost; null where nothing bounds it.</param>
/// <param name="DearerThanInsured">How likely it costs more than the insured premium; null where none is
/// compared.</param>
/// <param name="Quantiles">What is not passed with each probability, and the mean beyond.</param>
/// <param name="Options">This contract and others.</param>
public sealed record DecisionView(
    DateOnly AsOf, int People, DesignSettings Settings, double Expected, double Premium, double Tail, double? Most,
    double? DearerThanInsured, IReadOnlyList<DesignQuantile> Quantiles, IReadOnlyList<DecisionOptionView> Options)
{
    /// <summary>What claims of the last twelve months come to by the plans that are tried out; null where every plan is
    /// as it is.</summary>
    public PlanDesignView? PlanDesign { get; init; }

    internal static DecisionView Of(DesignGround ground, DesignAnswer answer, OptionStudy study) => new(
        ground.AsOf, ground.Risk.People, answer.Settings, answer.Chosen.Expected, answer.Chosen.Premium.Total,
        answer.Chosen.Tail, double.IsFinite(answer.Chosen.Most) ? answer.Chosen.Most : null, answer.DearerThanInsured,
        [.. answer.Quantiles.Items],
        [.. study.Options.Items.Select(one => new DecisionOptionView(
            one.Option.Specific, one.Expected, one.Premium.Total, one.Tail, one.BeatenBy is null))])
    {
        PlanDesign = ground.PlanDesign is { } design ? PlanDesignView.Of(design) : null,
    };
}

/// <summary>Claims of a year, decided again by other plans.</summary>
/// <param name="From">The first day of service.</param>
/// <param name="Through">The last day of service.</param>
/// <param name="Claims">How many were decided.</param>
/// <param name="PlanPays">By the plans as they are.</param>
/// <param name="PlanWouldPay">By the plans that are tried out.</param>
/// <param name="MembersOwe">By the plans as they are.</param>
/// <param name="MembersWouldOwe">By the plans that are tried out.</param>
/// <param name="DecidedByPeople">Claims that a person decided: they count as they were decided.</param>
/// <param name="Waiting">Claims that wait: they do not count.</param>
public sealed record PlanDesignView(
    DateOnly From, DateOnly Through, int Claims, Money PlanPays, Money PlanWouldPay, Money MembersOwe,
    Money MembersWouldOwe, int DecidedByPeople, int Waiting)
{
    internal static PlanDesignView Of(PlanDesignAnswer answer) => new(
        answer.Incurred.First, answer.Incurred.Last, answer.Before.Claims, answer.Before.Plan, answer.After.Plan,
        answer.Before.Members, answer.After.Members, answer.DecidedByPeople, answer.Waiting);
}

/// <summary>A contract that differs in its specific.</summary>
/// <param name="Specific">The specific deductible.</param>
/// <param name="Expected">What the year costs on average.</param>
/// <param name="Premium">Of it, stop-loss premium.</param>
/// <param name="Tail">The mean of the worst years.</param>
/// <param name="IsOnFrontier">Whether none is better both on average and in the worst years.</param>
public sealed record DecisionOptionView(
    double Specific, double Expected, double Premium, double Tail, bool IsOnFrontier);
