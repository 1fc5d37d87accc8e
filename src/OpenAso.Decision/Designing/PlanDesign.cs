using OpenAso.Kernel;

namespace OpenAso.Decision.Designing;

/// <summary>A person who is known to cost much, and the specific deductible that is tried out for that person
/// alone.</summary>
/// <param name="Claimant">The pseudonym by which the employer knows the person.</param>
/// <param name="Deductible">In dollars; zero for none of its own.</param>
public sealed record DesignLaser(string Claimant, int Deductible);

/// <summary>Cost sharing that is tried out for a plan, of its first network tier; what is null is as the plan
/// document says.</summary>
/// <param name="Plan">The plan option.</param>
public sealed record PlanDesign(string Plan)
{
    /// <summary>The most that a deductible, maximum or copay may be, in dollars.</summary>
    public const decimal Most = 1_000_000;

    /// <summary>Another version of the plan document, by the beginning of its content hash; empty for the one in
    /// force.</summary>
    public string Version { get; init; } = "";

    /// <summary>The deductible of one person; that of a family moves with it.</summary>
    public decimal? Deductible { get; init; }

    /// <summary>The out-of-pocket maximum of one person; that of a family moves with it.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The member's share in percent, of the benefits that have the plan's usual one.</summary>
    public decimal? Coinsurance { get; init; }

    /// <summary>By benefit.</summary>
    public ValueList<DesignCopay> Copays { get; init; }

    /// <summary>Whether nothing is said, so that the plan stays as it is.</summary>
    public bool SaysNothing() => this == new PlanDesign(Plan);

    /// <summary>The design with every amount from zero to the most, to the cent, and coinsurance to the hundredth of a
    /// percent.</summary>
    public PlanDesign Within() => this with
    {
        Deductible = In(Deductible, Most),
        Maximum = In(Maximum, Most),
        Coinsurance = In(Coinsurance, 100),
        Version = DesignSettings.IsName(Version) ? Version : "",
        Copays =
        [
            .. Copays.Items.Where(copay => DesignSettings.IsName(copay.Benefit))
                .Select(copay => copay with { Amount = In(copay.Amount, Most) ?? 0 }),
        ],
    };

    private static decimal? In(decimal? value, decimal most) =>
        value is { } known ? Math.Round(Math.Clamp(known, 0, most), 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>The copay of a benefit.</summary>
/// <param name="Benefit">Its key in the plan document.</param>
/// <param name="Amount">In dollars; zero for none.</param>
public sealed record DesignCopay(string Benefit, decimal Amount);
