namespace OpenAso.Decision;

/// <summary>The permanent codes of what can be wrong with documents of this room, listed in
/// docs/findings-decision.md.</summary>
public static class DecisionCodes
{
    /// <summary>Not a number.</summary>
    public const string NotANumber = "DEC001";

    /// <summary>A number that cannot be meant.</summary>
    public const string OutOfRange = "DEC002";

    /// <summary>Probabilities that do not add up to 1.</summary>
    public const string DoesNotAddUp = "DEC003";

    /// <summary>Nobody is covered.</summary>
    public const string Nobody = "DEC004";

    /// <summary>A severity that is not there, or of two kinds at once.</summary>
    public const string NotASeverity = "DEC005";

    /// <summary>A lasered deductible that is not above the specific.</summary>
    public const string LaserNotAbove = "DEC006";

    /// <summary>A specific that no claim passes.</summary>
    public const string NothingPasses = "DEC007";

    /// <summary>A severity that does not show what it is said to show.</summary>
    public const string CheckFails = "DEC008";

    /// <summary>A result that is less exact than others.</summary>
    public const string LessExact = "DEC009";

    /// <summary>Not the windows of a contract.</summary>
    public const string NotAContract = "DEC030";

    /// <summary>Completion that does not ascend to 1, or seasons without any claims.</summary>
    public const string NotAPattern = "DEC031";

    /// <summary>A fund that cannot be filled as its terms say.</summary>
    public const string FundBelowMinimum = "DEC032";

    /// <summary>A scenario that is none, or bears a name that is taken.</summary>
    public const string NotAScenario = "DEC033";

    /// <summary>A scenario of renewal where there is no renewal.</summary>
    public const string NoRenewal = "DEC034";

    /// <summary>Claims that no contract covers because they are paid, or were incurred, outside its windows.</summary>
    public const string OutsideWindows = "DEC035";

    /// <summary>The fund runs below zero.</summary>
    public const string FundRunsDry = "DEC036";

    /// <summary>No stop-loss option to compare.</summary>
    public const string NoOption = "DEC050";

    /// <summary>Options without a quote and without a premium model.</summary>
    public const string NoPremium = "DEC051";

    /// <summary>More options than are compared.</summary>
    public const string TooManyOptions = "DEC052";

    /// <summary>An aggregating specific without a specific.</summary>
    public const string AggregatingAlone = "DEC053";

    /// <summary>A tolerance for risk of two kinds, or of none.</summary>
    public const string NotATolerance = "DEC054";

    /// <summary>An aggregate that attaches at two points.</summary>
    public const string TwoAttachments = "DEC055";

    /// <summary>No option that keeps within what was said of risk.</summary>
    public const string NothingWithin = "DEC056";

    /// <summary>A comparison of options that is less exact than others.</summary>
    public const string StudyLessExact = "DEC057";

    /// <summary>A term of a policy that the comparison leaves out.</summary>
    public const string TermLeftOut = "DEC058";

    /// <summary>Lasers of a policy that are not those of the risk.</summary>
    public const string OtherLasers = "DEC059";

    /// <summary>A policy without a premium.</summary>
    public const string NoQuote = "DEC060";
}
