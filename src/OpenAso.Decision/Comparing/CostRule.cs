namespace OpenAso.Decision.Comparing;

/// <summary>What a year costs the employer, from what counts toward the attachment: a cost that rises with claims,
/// stops at the attachment, and rises again where the aggregate is used up.</summary>
/// <param name="Base">What is paid whatever the claims are.</param>
/// <param name="Slope">How much of each dollar of claims below the attachment the employer bears: 1, or less where
/// level funding gives back a share only.</param>
/// <param name="Attachment">From which the carrier pays; infinity for none.</param>
/// <param name="Maximum">The most that the carrier pays; infinity for no maximum.</param>
public sealed record CostRule(double Base, double Slope, double Attachment, double Maximum)
{
    /// <summary>The cost at the attachment; infinity where there is none.</summary>
    public double Top => Slope == 0 ? Base : Base + (Slope * Attachment);

    /// <summary>Where the carrier has paid all it will.</summary>
    public double Exhausted => Attachment + Maximum;

    /// <summary>The cost of a year.</summary>
    /// <param name="claims">That count toward the attachment.</param>
    public double Of(double claims) =>
        Base + (Slope * Math.Min(claims, Attachment)) + Math.Max(claims - Exhausted, 0);

    /// <summary>What the aggregate pays in a year.</summary>
    /// <param name="claims">That count toward the attachment.</param>
    public double Recovered(double claims) => Math.Clamp(claims - Attachment, 0, Maximum);

    /// <summary>The claims above which the year costs more than an amount; infinity where it cannot.</summary>
    /// <param name="cost">The amount.</param>
    public double ClaimsAt(double cost)
    {
        if (cost < Base)
            return double.NegativeInfinity;
        if (cost < Top)
            return (cost - Base) / Slope;
        return Exhausted + (cost - Top);
    }
}
