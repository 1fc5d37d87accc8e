using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Operations.Deciding;

/// <summary>What an employer's claims are decided by.</summary>
/// <param name="Plans">Its plan documents.</param>
/// <param name="Prices">Contracts and networks.</param>
public sealed record DecisionBasis(PlanLibrary Plans, PriceBook Prices);
