namespace OpenAso.Disability.Taxes;

/// <summary>The permanent codes of what is not settled about the taxes of benefits, listed in
/// docs/findings-disability.md.</summary>
public static class TaxCodes
{
    /// <summary>What the employer paid besides in the year is not known.</summary>
    public const string WagesUnknown = "DIS040";

    /// <summary>The wage base of the year is not known, and wages are above the last that is.</summary>
    public const string WageBaseUnknown = "DIS041";

    /// <summary>The figures of law hold no rates of social security and Medicare tax for the year.</summary>
    public const string RatesUnknown = "DIS042";

    /// <summary>What was withheld is not the tax of the year.</summary>
    public const string WithheldDiffers = "DIS043";

    /// <summary>Something came back after the year in which it was paid, and its wages are to be corrected.</summary>
    public const string YearCorrected = "DIS044";

    /// <summary>Wages for unemployment tax that the employer paid besides are not known.</summary>
    public const string UnemploymentUnknown = "DIS045";
}
