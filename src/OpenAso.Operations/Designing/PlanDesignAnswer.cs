using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Operations.Designing;

/// <summary>A plan whose cost sharing can be tried out.</summary>
/// <param name="Id">The plan option.</param>
/// <param name="Name">What a member reads.</param>
/// <param name="Shape">Its cost sharing as it is.</param>
/// <param name="Versions">The versions of its document in the books, by the beginning of their content hashes, the one
/// in force last.</param>
public sealed record DesignablePlan(PlanId Id, string Name, CostSharingShape Shape, ValueList<string> Versions);

/// <summary>What the claims of a year come to when they are decided again by other plans.</summary>
/// <param name="Incurred">The days of service.</param>
/// <param name="Before">By the plan documents as they are.</param>
/// <param name="After">By the plans that are tried out.</param>
public sealed record PlanDesignAnswer(DateRange Incurred, SharedCost Before, SharedCost After)
{
    /// <summary>Claims that a person decided: they count on both sides as they were decided.</summary>
    public required int DecidedByPeople { get; init; }

    /// <summary>Claims that wait for a person: they count on neither side.</summary>
    public required int Waiting { get; init; }

    /// <summary>What the plan pays afterwards for each unit of what it pays now; 1 where it pays nothing.</summary>
    public double Factor => Before.Plan.IsPositive ? (double)After.Plan.Cents / Before.Plan.Cents : 1;
}

/// <summary>Who bears what providers are due.</summary>
/// <param name="Claims">How many were decided.</param>
/// <param name="Plan">What the plan pays.</param>
/// <param name="Members">What members owe, balance bills apart.</param>
public sealed record SharedCost(int Claims, Money Plan, Money Members)
{
    internal SharedCost Plus(SharedCost other) =>
        new(Claims + other.Claims, Plan + other.Plan, Members + other.Members);
}
