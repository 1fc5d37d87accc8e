using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>How a reserve is to be estimated.</summary>
public sealed record ReserveTerms
{
    /// <summary>The method; Benktander's stands up best to a wrong trend and to young origins.</summary>
    public ReserveMethod Method { get; init; } = ReserveMethod.Benktander;

    /// <summary>How factors are selected.</summary>
    public AverageTerms Average { get; init; } = new();

    /// <summary>Of each origin: member months, premium; empty where there is none.</summary>
    public ValueList<double> Exposure { get; init; }

    /// <summary>Expected ultimate for each unit of exposure, for every origin; null to take it from the triangle as
    /// Cape Cod does.</summary>
    public double? APriori { get; init; }

    /// <summary>Growth of the cost for each unit of exposure, a year; above minus one.</summary>
    public double Trend { get; init; }

    /// <summary>How much less an origin counts for its neighbour's a-priori: 0 to 1; 1 for no less.</summary>
    public double Decay { get; init; } = 1;

    /// <summary>Rounds of Benktander (2 where null), or replicates of the bootstrap (10,000 where null).</summary>
    public int? Iterations { get; init; }

    /// <summary>Where the bootstrap's chance comes from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>For completion factors: how many of the youngest origins are given by their cost for each unit of
    /// exposure.</summary>
    public int YoungestByCost { get; init; }

    /// <summary>Whether the method expects from an exposure.</summary>
    public bool NeedsExposure => Method is ReserveMethod.BornhuetterFerguson or ReserveMethod.CapeCod
        or ReserveMethod.Benktander || (Method == ReserveMethod.Completion && YoungestByCost > 0);
}
