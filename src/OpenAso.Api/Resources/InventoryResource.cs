using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Requests;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Pending;
using OpenAso.Plans.Legal;

namespace OpenAso.Api.Resources;

/// <summary>What waits, by age and reason, and how much of what arrives is decided at once.</summary>
internal static class InventoryResource
{
    public static void Map(ApiRoutes routes) =>
        routes.Get("/employers/{employer}/claim-inventory", Right.SeeClaims, Show);

    /// <summary>Counts what waits for a person by age and reason, and what was decided without one by month.</summary>
    /// <remarks>A claim with several reasons stands under each. Numbers alone: no claim and nobody is named.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="procedure">How long a plan may take.</param>
    /// <param name="as_of">The day from which ages are counted; today if left out.</param>
    public static Ok<InventoryView> Show(
        ApiCall call, [FromServices] ClaimsProcedure procedure, [FromQuery(Name = "as_of")] DateOnly? as_of) =>
        TypedResults.Ok(InventoryView.Of(
            new ClaimInventoryUseCase(call.Reading, procedure.DecidedWithinDays).Show(
                call.Terms, as_of ?? call.Today)));
}

/// <summary>What waits and what did not need to.</summary>
/// <param name="AsOf">The day from which ages are counted.</param>
/// <param name="Waiting">Claims that wait.</param>
/// <param name="Late">Those of them whose last day has passed.</param>
/// <param name="Reasons">By reason, the most frequent first.</param>
/// <param name="Months">The newest twelve months with claims, oldest first.</param>
public sealed record InventoryView(
    DateOnly AsOf, int Waiting, int Late, IReadOnlyList<InventoryReasonView> Reasons,
    IReadOnlyList<FirstPassView> Months)
{
    internal static InventoryView Of(ClaimInventory inventory) => new(
        inventory.AsOf, inventory.Waiting, inventory.Late,
        [.. inventory.Rows.Items.Select(row => new InventoryReasonView(
            row.Reason, row.Claims, row.Billed,
            [.. row.Bands.Items.Select((count, index) => new AgeBandView(ClaimInventory.Bands[index], count))]))],
        [.. inventory.Months.Items.Select(month => new FirstPassView(
            month.Received.ToString(), month.Claims, month.Waited, month.Rate.ToString()))]);
}

/// <summary>Claims that wait for one reason.</summary>
/// <param name="Reason">Why they wait.</param>
/// <param name="Claims">How many.</param>
/// <param name="Billed">What they bill.</param>
/// <param name="Ages">How many by age.</param>
public sealed record InventoryReasonView(
    string Reason, int Claims, Money Billed, IReadOnlyList<AgeBandView> Ages);

/// <summary>Claims of an age.</summary>
/// <param name="ThroughDays">The last calendar day of the band; null for one without end.</param>
/// <param name="Claims">How many.</param>
public sealed record AgeBandView(int? ThroughDays, int Claims);

/// <summary>How many claims of a month were decided without a person.</summary>
/// <param name="Month">In which they arrived, such as 2026-01.</param>
/// <param name="Claims">How many arrived.</param>
/// <param name="Waited">How many of them waited for a person.</param>
/// <param name="Rate">The share that was decided at once, such as 97.5%.</param>
public sealed record FirstPassView(string Month, int Claims, int Waited, string Rate);
