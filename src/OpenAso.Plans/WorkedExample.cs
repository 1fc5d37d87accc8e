using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Claims of one family with the split that the plan document promises, to be decided in their
/// order.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Coverage">Who is covered beside the employee.</param>
/// <param name="Members">The first is the employee; each name once.</param>
/// <param name="Lines">In the order of the table. Lines of one claim follow each other and share its number.</param>
/// <param name="Place">Where it stands in the document.</param>
public sealed record WorkedExample(
    string Name, CoverageTier Coverage, ValueList<WorkedMember> Members, ValueList<WorkedLine> Lines, Place Place);

/// <summary>A person of a worked example.</summary>
/// <param name="Name">As the table names the person.</param>
/// <param name="Born">For age bounds.</param>
/// <param name="CoveredFrom">The first day of continuous coverage, for waiting periods; as a rule the plan's first
/// day.</param>
public sealed record WorkedMember(string Name, DateOnly Born, DateOnly CoveredFrom)
{
    /// <summary>Completed years of age on a day; 0 before birth.</summary>
    /// <param name="day">As a rule the day of service.</param>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - Born.Year;
        return Math.Max(0, Born.AddYears(years) > day ? years - 1 : years);
    }
}

/// <summary>One line of a worked claim: what was billed, and who owes what.</summary>
public sealed record WorkedLine
{
    /// <summary>The claim's number in the table; lines with the same number are one claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The patient.</summary>
    public required WorkedMember Member { get; init; }

    /// <summary>The day of service.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the benefit is found by.</summary>
    public required ServiceKey Service { get; init; }

    /// <summary>Units of service; one where the table has no such column.</summary>
    public Quantity Units { get; init; } = Quantity.One;

    /// <summary>The tooth; empty for none.</summary>
    public string Tooth { get; init; } = "";

    /// <summary>Tells billing providers apart, for copays and visits; the claim's number where the table has no such
    /// column, so that each claim is a visit of its own.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether prior authorization was had; as a rule it was.</summary>
    public bool Authorized { get; init; } = true;

    /// <summary>The <see cref="NetworkTier.Id"/> of the provider.</summary>
    public required string Tier { get; init; }

    /// <summary>The <see cref="Benefit.Id"/> that the service must fall under; null where the table does not
    /// say.</summary>
    public string? Benefit { get; init; }

    /// <summary>The provider's charge.</summary>
    public required Money Billed { get; init; }

    /// <summary>What the contract or the plan allows for the service.</summary>
    public required Money Priced { get; init; }

    /// <summary>Who owes what.</summary>
    public required WorkedSplit Expected { get; init; }

    /// <summary>The row in the document.</summary>
    public required Place Place { get; init; }
}

/// <summary>How the charge of one line is divided.</summary>
/// <remarks>A column that the table does not have is zero. The identities of docs/calculation.md hold: a row that does
/// not add up is a finding.</remarks>
/// <param name="Contractual">Written off by contract.</param>
/// <param name="ProviderLiability">Denied at the provider's cost.</param>
/// <param name="BalanceBill">Above what the plan allows, out of network; beside what the member owes.</param>
/// <param name="NotCovered">Owed by the member, and counting toward nothing.</param>
/// <param name="Allowed">What is shared between member and plan.</param>
/// <param name="Copay">A fixed amount.</param>
/// <param name="Deductible">Before the plan pays.</param>
/// <param name="Coinsurance">The member's share.</param>
/// <param name="Penalty">For want of prior authorization.</param>
/// <param name="PlanPays">What the plan pays.</param>
/// <param name="MemberOwes">Copay, deductible, coinsurance, penalty and not covered.</param>
public sealed record WorkedSplit(
    Money Contractual,
    Money ProviderLiability,
    Money BalanceBill,
    Money NotCovered,
    Money Allowed,
    Money Copay,
    Money Deductible,
    Money Coinsurance,
    Money Penalty,
    Money PlanPays,
    Money MemberOwes)
{
    /// <summary>The sums that must agree, with the words for them; empty where all do.</summary>
    /// <param name="billed">The provider's charge.</param>
    public IEnumerable<(string Whole, Money Is, string Parts, Money Sum)> Disagreements(Money billed)
    {
        var charge = Contractual + ProviderLiability + BalanceBill + NotCovered + Allowed;
        if (charge != billed)
            yield return ("billed", billed, "contractual, provider liability, balance bill, not covered and allowed",
                charge);
        var shared = PlanPays + Copay + Deductible + Coinsurance + Penalty;
        if (shared != Allowed)
            yield return ("allowed", Allowed, "plan pays, copay, deductible, coinsurance and penalty", shared);
        var owed = Copay + Deductible + Coinsurance + Penalty + NotCovered;
        if (owed != MemberOwes)
            yield return ("member owes", MemberOwes, "copay, deductible, coinsurance, penalty and not covered", owed);
    }
}
