using System.Globalization;

namespace OpenAso.Decision;

/// <summary>An amount that a model computed, in whole units of the currency.</summary>
/// <param name="Value">Not in cents.</param>
public readonly record struct WholeAmount(double Value)
{
    /// <summary>As 1,760,000: rounded half away from zero, without a currency.</summary>
    public override string ToString() => Value.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>A share that a model computed.</summary>
/// <param name="Value">1 for all.</param>
public readonly record struct ComputedShare(double Value)
{
    /// <summary>As 12.5 %: to the tenth of a percent, which is left out where it is none.</summary>
    public override string ToString() => (100 * Value).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}

/// <summary>A bare number of a model.</summary>
/// <param name="Value">Without a unit.</param>
public readonly record struct Parameter(double Value)
{
    /// <summary>As 0.10: to the hundredth.</summary>
    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);
}
