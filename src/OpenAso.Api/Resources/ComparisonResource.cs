using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Requests;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Operations.Access;
using OpenAso.Operations.Comparing;
using OpenAso.Operations.Designing;

namespace OpenAso.Api.Resources;

/// <summary>The own plan beside an insured one, year by year.</summary>
internal static class ComparisonResource
{
    // Each answer takes a processor for a while: one at a time.
    private static readonly SemaphoreSlim One = new(1);

    public static void Map(ApiRoutes routes) =>
        routes.Get("/employers/{employer}/comparison", Right.Decide, ShowAsync);

    /// <summary>What the own plan cost and is expected to cost, beside an insured plan: past years as they would have
    /// been insured, years ahead as they may come, and what would change the answer.</summary>
    /// <remarks>A model, not a quote. What was offered stands in the query, under the names that 'settings' of the
    /// answer tells, such as premium=850. Those of the stop-loss contract are as in the address of the decision
    /// page: specific=100000. What is left out is usual; what is out of its range is brought within.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="severities">What people may cost.</param>
    /// <param name="basis">The figures that a comparison rests on.</param>
    /// <param name="memory">What was computed last.</param>
    public static async Task<Ok<ComparisonView>> ShowAsync(
        ApiCall call, [FromServices] ClaimSeverities severities, [FromServices] ComparisonBasis basis,
        [FromServices] DesignMemory memory)
    {
        await One.WaitAsync(call.Request.RequestAborted).ConfigureAwait(false);
        try
        {
            var use = new BooksComparisonUseCase(
                call.Reading, new DesignUseCase(call.Reading, severities, memory), basis, memory);
            var query = call.Request.Request.Query.Where(one => one.Value.Count > 0)
                .ToDictionary(one => one.Key, one => one.Value[^1] ?? "", StringComparer.Ordinal);
            return TypedResults.Ok(ComparisonView.Of(use.Compare(call.Terms, use.Asked(call.Terms, query))));
        }
        finally
        {
            One.Release();
        }
    }
}
