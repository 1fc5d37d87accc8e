namespace OpenAso.Plans;

/// <summary>The permanent codes of what can be wrong with a plan document, listed in docs/findings-plans.md.</summary>
public static class PlanCodes
{
    /// <summary>A provision cites a clause that the document does not have.</summary>
    public const string ClauseMissing = "PLN001";

    /// <summary>A deductible, maximum, limit, tier or benefit is named that the document does not have.</summary>
    public const string NameUnknown = "PLN002";

    /// <summary>Not a code, a run of codes or the beginning of codes.</summary>
    public const string NotACode = "PLN003";

    /// <summary>Not a run of ages.</summary>
    public const string NotAges = "PLN004";

    /// <summary>Not a time within which a limit is used up.</summary>
    public const string NotAWindow = "PLN005";

    /// <summary>A limit counts nothing, or several things.</summary>
    public const string LimitMeasure = "PLN006";

    /// <summary>A person's limit is above the family's.</summary>
    public const string PersonAboveFamily = "PLN007";

    /// <summary>A tier has no networks, and is not the last; or two tiers have the same network.</summary>
    public const string TierNetworks = "PLN008";

    /// <summary>The terms of cost sharing in a tier cannot be understood.</summary>
    public const string CostSharing = "PLN009";

    /// <summary>An excluded benefit has costs, limits or an authorization.</summary>
    public const string ExcludedTerms = "PLN010";

    /// <summary>The dates of the plan or of an amendment are out of order.</summary>
    public const string Dates = "PLN011";

    /// <summary>Not a day of the year on which a plan year can begin.</summary>
    public const string YearStart = "PLN012";

    /// <summary>Two limits have one identifier.</summary>
    public const string LimitTwice = "PLN013";

    /// <summary>More clauses than can be cited.</summary>
    public const string TooManyClauses = "PLN014";

    /// <summary>A table of worked claims cannot be read.</summary>
    public const string ExampleTable = "PLN020";

    /// <summary>A worked claim's amounts do not add up.</summary>
    public const string ExampleSum = "PLN021";

    /// <summary>A worked claim names a person, a network or a benefit that does not exist.</summary>
    public const string ExampleName = "PLN022";

    /// <summary>A worked claim is served on a day when the plan is not in force.</summary>
    public const string ExampleDate = "PLN023";

    /// <summary>A benefit can never apply: earlier ones include all of its services.</summary>
    public const string Unreachable = "PLN040";

    /// <summary>A limit that no tier and no benefit draws on.</summary>
    public const string LimitUnused = "PLN041";

    /// <summary>A clause that no provision cites.</summary>
    public const string ClauseUncited = "PLN042";

    /// <summary>The document is silent about some services: no benefit takes all the others.</summary>
    public const string Silent = "PLN043";

    /// <summary>A benefit takes the deductible or counts on a maximum that its tier does not have.</summary>
    public const string NoDeductible = "PLN044";

    /// <summary>The plan has no worked examples.</summary>
    public const string NoExamples = "PLN045";
}
