namespace OpenAso.Plans.Legal;

/// <summary>The permanent codes of where a plan goes against public limits, listed in docs/findings-plans.md.</summary>
public static class LegalCodes
{
    /// <summary>An employee covered alone may pay more in network than the law allows, or without end.</summary>
    public const string SelfOnlyMaximum = "LEG001";

    /// <summary>A family may pay more in network than the law allows, or without end.</summary>
    public const string FamilyMaximum = "LEG002";

    /// <summary>One person of a family may pay more in network than the law allows for one person.</summary>
    public const string EmbeddedMaximum = "LEG003";

    /// <summary>The deductible is below the least that a high-deductible health plan may have.</summary>
    public const string DeductibleTooLow = "LEG004";

    /// <summary>The out-of-pocket maximum is above what a high-deductible health plan may have, or there is
    /// none.</summary>
    public const string HighDeductibleMaximum = "LEG005";

    /// <summary>A high-deductible health plan pays for other than preventive care before the deductible.</summary>
    public const string PaysBeforeDeductible = "LEG006";

    /// <summary>What the plan pays for an essential health benefit is limited in dollars.</summary>
    public const string DollarLimit = "LEG007";

    /// <summary>Preventive care costs the member something in network, or the plan names none.</summary>
    public const string PreventiveCost = "LEG008";

    /// <summary>The rules hold no figures for a year in which a plan year begins: it was not checked.</summary>
    public const string FiguresNotLoaded = "LEG009";
}
