namespace OpenAso.Decision.Forecasting;

/// <summary>The permanent codes of what stands against a cash forecast, or should be known of it; listed in
/// docs/findings-decision.md.</summary>
public static class ForecastCodes
{
    /// <summary>Too little is known to forecast claims.</summary>
    public const string TooShort = "FCT001";

    /// <summary>The plan year turns within the forecast, and no earlier turn is known.</summary>
    public const string YearTurns = "FCT002";

    /// <summary>Pended claims wait that the forecast does not release.</summary>
    public const string Pended = "FCT003";

    /// <summary>Filings whose payment nobody can date.</summary>
    public const string RecoveriesNotDated = "FCT004";

    /// <summary>Months without a known stop-loss policy.</summary>
    public const string NoPolicy = "FCT005";

    /// <summary>Disability is forecast as far as it is certified.</summary>
    public const string CertifiedOnly = "FCT006";
}
