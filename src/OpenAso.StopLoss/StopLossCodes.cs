namespace OpenAso.StopLoss;

/// <summary>The permanent codes of what can be wrong with a policy, an extract or a census, listed in
/// docs/findings-stop-loss.md.</summary>
public static class StopLossCodes
{
    /// <summary>Not a state or province.</summary>
    public const string NotASitus = "STL001";

    /// <summary>Days that are not in order.</summary>
    public const string Dates = "STL002";

    /// <summary>Not a contract basis.</summary>
    public const string NotABasis = "STL003";

    /// <summary>A policy that protects against nothing.</summary>
    public const string NothingProtected = "STL004";

    /// <summary>The same thing is said twice.</summary>
    public const string SaidTwice = "STL005";

    /// <summary>A laser that is not above the policy's own deductible.</summary>
    public const string LowLaser = "STL006";

    /// <summary>A factor or a rate for a line that the policy does not protect.</summary>
    public const string LineNotProtected = "STL007";

    /// <summary>Not a length of time.</summary>
    public const string NotASpan = "STL008";

    /// <summary>Two terms that do not go together.</summary>
    public const string Contradiction = "STL009";

    /// <summary>Not a code as it is sent.</summary>
    public const string NotACode = "STL010";

    /// <summary>Nobody says who was covered in a month.</summary>
    public const string NoCensus = "STL020";

    /// <summary>The policy has no factor for somebody who is covered.</summary>
    public const string NoFactor = "STL021";

    /// <summary>Fewer than no units in a month.</summary>
    public const string NegativeCensus = "STL022";

    /// <summary>Payments handed in with a filing that do not come to the position.</summary>
    public const string DoesNotTie = "STL030";

    /// <summary>Something that a carrier wants to see is not there.</summary>
    public const string ChecklistOpen = "STL031";

    /// <summary>A filing after its last day.</summary>
    public const string FiledLate = "STL032";

    /// <summary>There is nothing to file.</summary>
    public const string NothingToFile = "STL033";

    /// <summary>Less than the carrier takes as an addition.</summary>
    public const string SmallAddition = "STL034";

    /// <summary>The proof of enrolment begins after the first service.</summary>
    public const string CoveredLater = "STL035";

    /// <summary>A filed loss cannot take this step.</summary>
    public const string RecoveryStep = "STL036";

    /// <summary>A step of a filed loss lies before the last one.</summary>
    public const string RecoveryDay = "STL037";

    /// <summary>A step of a filed loss needs a reason.</summary>
    public const string RecoveryReason = "STL038";

    /// <summary>A step of a filed loss has an amount that cannot be.</summary>
    public const string RecoveryAmount = "STL039";

    /// <summary>The policy has no advance funding.</summary>
    public const string NoAdvance = "STL040";

    /// <summary>A request for advance funding after its last day.</summary>
    public const string AdvanceLate = "STL041";

    /// <summary>A request for advance funding under a deductible that is not used up.</summary>
    public const string DeductibleNotUsed = "STL042";

    /// <summary>A request for advance funding below the least amount.</summary>
    public const string SmallAdvance = "STL043";

    /// <summary>A claim that cannot be funded in advance.</summary>
    public const string NotAdvanced = "STL044";

    /// <summary>The specific deductible is below what the state asks.</summary>
    public const string SpecificBelowMinimum = "STL050";

    /// <summary>The aggregate attachment is below what the state asks.</summary>
    public const string AggregateBelowMinimum = "STL051";

    /// <summary>Something that the state may ask could not be checked.</summary>
    public const string MinimumNotChecked = "STL052";

    /// <summary>A protection like that of the seed templates, which hardly suits the United States.</summary>
    public const string TenThousandUnsuited = "STL053";

    /// <summary>An employer of this size may not be sold stop-loss there.</summary>
    public const string Barred = "STL054";

    /// <summary>Somebody is lasered where that is not allowed.</summary>
    public const string LaserNotAllowed = "STL055";

    /// <summary>Specific or aggregate alone where both must be.</summary>
    public const string OneProtectionMissing = "STL056";

    /// <summary>Payments count for a shorter time than the state asks.</summary>
    public const string RunOutTooShort = "STL057";

    /// <summary>A row of the state minima that makes no sense.</summary>
    public const string NotAMinimum = "STL058";

    /// <summary>Units that are covered and that no premium rate prices.</summary>
    public const string NoPremiumRate = "STL060";

    /// <summary>A policy without premium.</summary>
    public const string NoPremium = "STL061";

    /// <summary>Expected claims are not known.</summary>
    public const string NoExpectedClaims = "STL062";

    /// <summary>Nobody says who is covered in the month that is billed.</summary>
    public const string NoUnits = "STL063";

    /// <summary>A rate that rises by more than was promised.</summary>
    public const string RateCapPassed = "STL065";

    /// <summary>Somebody is lasered anew although that was promised not to happen.</summary>
    public const string NewLaser = "STL066";

    /// <summary>A laser that was there is raised.</summary>
    public const string LaserRaised = "STL067";

    /// <summary>A rate that nothing of the policy before can be held against.</summary>
    public const string RateNotCompared = "STL068";
}
