using OpenAso.Actuarial.Simulation;
using OpenAso.Kernel;

namespace OpenAso.Decision.Stressing;

/// <summary>Named scenarios, and how claims and funds usually behave, as public data.</summary>
/// <param name="Completion">The part of a month's claims that is paid by its end, by the end of the next, and so
/// on.</param>
/// <param name="CompletionSource">Where it comes from.</param>
/// <param name="MonthsOfClaims">What a fund usually holds after a call, beside the fixed cost of a month.</param>
/// <param name="FundSource">Where that comes from.</param>
/// <param name="Scenarios">In the order of the document.</param>
public sealed record StressScenarios(
    ValueList<double> Completion, string CompletionSource, double MonthsOfClaims, string FundSource,
    ValueList<StressScenario> Scenarios)
{
    /// <summary>The scenario of a name; null where there is none.</summary>
    /// <param name="id">As in the document.</param>
    public StressScenario? Named(string id) => Scenarios.Items.FirstOrDefault(scenario => scenario.Id == id);
}

/// <summary>Something that may happen to a plan.</summary>
/// <param name="Id">Its name in commands.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="AsOf">The day as of which its figures were known.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Assumed">What of it nobody published.</param>
/// <param name="Stress">What happens.</param>
public sealed record StressScenario(
    string Id, string Name, DateOnly AsOf, string Source, string Assumed, PlanStress Stress);
