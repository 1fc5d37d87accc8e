using OpenAso.Kernel;

namespace OpenAso.Providers;

/// <summary>How a price was found.</summary>
public enum PriceMethod
{
    /// <summary>No price was found: the line pends. Never read as the charge.</summary>
    None,

    /// <summary>A fee for each unit.</summary>
    Fee,

    /// <summary>A share of the charge.</summary>
    PercentOfBilled,

    /// <summary>A share of what Medicare would pay (reference-based pricing).</summary>
    PercentOfMedicare,

    /// <summary>An amount for each day.</summary>
    PerDiem,

    /// <summary>One amount for the whole case, divided among its lines.</summary>
    Case,

    /// <summary>Priced before it arrived, by a rented network that the plan names (HCP).</summary>
    Repriced,

    /// <summary>Agreed or looked up by an examiner, where no price was found.</summary>
    Examiner,
}

/// <summary>The price of one line: the most that the plan recognises for it.</summary>
/// <remarks>Never above the charge: the lesser of the two is the price.</remarks>
/// <param name="Amount">Zero where <paramref name="Method"/> is none.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Rule">1-based number of the fee schedule's row; 0 for none.</param>
public readonly record struct Price(Money Amount, PriceMethod Method, int Rule)
{
    /// <summary>No price was found.</summary>
    public static Price NotFound => default;

    /// <summary>Whether a price was found.</summary>
    public bool IsFound => Method != PriceMethod.None;
}
