using OpenAso.Kernel;

namespace OpenAso.Actuarial.Credibility;

/// <summary>What several groups with years of experience say of each of them.</summary>
/// <param name="Collective">The mean of all, each weighted by its credibility.</param>
/// <param name="Between">The variance between groups (a); zero where they do not differ by more than chance.</param>
/// <param name="Within">The variance within a group of weight 1 (s²).</param>
/// <param name="Groups">In the order given.</param>
public sealed record CredibilityModel(
    double Collective, double Between, double Within, ValueList<CredibleGroup> Groups);

/// <summary>One group.</summary>
/// <param name="Mean">Its own experience.</param>
/// <param name="Credibility">How far that counts: 0 to 1.</param>
/// <param name="Premium">What is expected of it next.</param>
public sealed record CredibleGroup(double Mean, double Credibility, double Premium);

/// <summary>How the variance between groups is estimated.</summary>
public enum VarianceEstimator
{
    /// <summary>Without bias, in one step.</summary>
    Unbiased,

    /// <summary>By the pseudo-estimator of Bichsel and Straub, from step to step until it stays.</summary>
    Iterative,
}
