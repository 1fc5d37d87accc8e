namespace OpenAso.Decision.Comparing;

/// <summary>The permanent codes of what can be wrong with a comparison, listed in docs/findings-comparing.md.</summary>
public static class ComparingCodes
{
    /// <summary>No price, or more than one way to tell it.</summary>
    public const string NotOnePrice = "DEC200";

    /// <summary>A state that no rule knows.</summary>
    public const string UnknownState = "DEC201";

    /// <summary>Experience rating in the small-group market.</summary>
    public const string NotExperienceRated = "DEC202";

    /// <summary>A community rate without its trend, or a trend of it where there is none.</summary>
    public const string CommunityTrend = "DEC203";

    /// <summary>Nothing to compare with.</summary>
    public const string NoOption = "DEC204";

    /// <summary>Two options of one name.</summary>
    public const string NameTaken = "DEC205";

    /// <summary>Lasers that do not fit the lasered people.</summary>
    public const string LasersDiffer = "DEC206";

    /// <summary>A stop-loss policy that cannot be used.</summary>
    public const string PolicyNotUsable = "DEC207";

    /// <summary>Level funding or minimum premium without its monthly amount.</summary>
    public const string NoMonthly = "DEC208";

    /// <summary>Parts of the retention that leave nothing for claims.</summary>
    public const string RetentionTooHigh = "DEC209";

    /// <summary>Tiers that do not add up to the employees, or a rate for a tier that nobody has.</summary>
    public const string TiersDiffer = "DEC210";

    /// <summary>Fewer people than employees.</summary>
    public const string FewerPeople = "DEC211";

    /// <summary>A premium below the claims that are expected.</summary>
    public const string PremiumBelowClaims = "DEC212";

    /// <summary>A monthly amount that does not even cover fixed cost.</summary>
    public const string MonthlyTooLow = "DEC213";

    /// <summary>Rules of the comparison that are none.</summary>
    public const string NotARule = "DEC214";

    /// <summary>Past years without what their own plan would have cost beside claims.</summary>
    public const string PastWithoutFees = "DEC215";

    /// <summary>No past year to look at.</summary>
    public const string NoPastYear = "DEC216";

    /// <summary>Terms of a policy that the numbers leave out.</summary>
    public const string LeftOut = "DEC217";

    /// <summary>Past years that cannot be put in order.</summary>
    public const string PastYearTwice = "DEC218";
}
