namespace OpenAso.Actuarial.Reserving;

/// <summary>The permanent codes of what stands against a reserve, or should be known of it; listed in
/// docs/findings-reserves.md.</summary>
public static class ReserveCodes
{
    /// <summary>The method needs exposure and there is none.</summary>
    public const string NoExposure = "RSV001";

    /// <summary>Exposure that does not fit the triangle.</summary>
    public const string BadExposure = "RSV002";

    /// <summary>A term out of its range.</summary>
    public const string BadTerm = "RSV003";

    /// <summary>An age is complete by zero: nothing remains of what came before it.</summary>
    public const string NothingRemains = "RSV004";

    /// <summary>A tail so large that the curve does not end.</summary>
    public const string EndlessTail = "RSV005";

    /// <summary>One age alone: nothing develops.</summary>
    public const string OneAge = "RSV010";

    /// <summary>An age of which no ratio is known.</summary>
    public const string NoRatio = "RSV011";

    /// <summary>An age of which one ratio alone is known.</summary>
    public const string OneRatio = "RSV012";

    /// <summary>No error can be told, because nothing deviates or too little is known.</summary>
    public const string NoDeviation = "RSV013";

    /// <summary>An origin that has come to nothing yet.</summary>
    public const string NothingYet = "RSV014";

    /// <summary>Amounts fall so often that they look incremental.</summary>
    public const string LooksIncremental = "RSV015";

    /// <summary>The tail's error is not known.</summary>
    public const string TailCertain = "RSV016";

    /// <summary>What is expected beforehand was taken from the triangle.</summary>
    public const string APrioriFromCapeCod = "RSV017";

    /// <summary>No residuals to draw from.</summary>
    public const string NoResiduals = "RSV018";

    /// <summary>Factors of the real triangle stood in for drawn ones.</summary>
    public const string FactorKept = "RSV019";

    /// <summary>A term that the method does not use.</summary>
    public const string NotUsed = "RSV020";

    /// <summary>Youngest origins whose completion is so small that it multiplies every payment.</summary>
    public const string TooYoung = "RSV021";
}
