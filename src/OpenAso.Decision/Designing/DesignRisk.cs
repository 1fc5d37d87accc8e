using OpenAso.Actuarial.Distributions;
using OpenAso.Decision.Distributions;

namespace OpenAso.Decision.Designing;

/// <summary>Who a contract would cover.</summary>
/// <param name="People">Covered, lasered people included.</param>
/// <param name="Factor">By what the severity is multiplied for everybody.</param>
/// <param name="Severity">Of one person's year.</param>
public sealed record DesignRisk(int People, double Factor, ClaimSeverity Severity)
{
    /// <summary>The people as a risk document holds them.</summary>
    /// <param name="settings">What is tried out.</param>
    public RiskDocument Under(DesignSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var factor = Factor * settings.ClaimsLevel / 100;
        var others = Math.Max(1, People - settings.Lasers.Count);
        return new RiskDocument(
            [new RiskClass(others, factor, Severity, settings.Specific)],
            [.. settings.Lasers.Items.Select(laser => new RiskClass(
                1, factor * settings.LaserFactor / 100, Severity, Math.Max(laser.Deductible, settings.Specific)))],
            settings.GroupSigma / 100.0)
        {
            Multiples = [],
            Quantiles = [],
            Specifics = [],
        };
    }
}
