using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>The terms of an agreement on the days on which one wording holds.</summary>
/// <remarks>Immutable.</remarks>
public sealed class AgreementTerms
{
    /// <summary>The days on which this wording holds.</summary>
    public required DateRange InForce { get; init; }

    /// <summary>The provisions with their own words, in the order of the document.</summary>
    public required ValueList<AgreementClause> Clauses { get; init; }

    /// <summary>Who decides and pays claims for a fee.</summary>
    public required Party Administrator { get; init; }

    /// <summary>Whose plan it is.</summary>
    public required Party Employer { get; init; }

    /// <summary>What is covered, with the plans that employees choose from; in the order of the document.</summary>
    public required ValueList<OfferedLine> Lines { get; init; }

    /// <summary>What the administrator charges; in the order of the document.</summary>
    public required ValueList<Fee> Fees { get; init; }

    /// <summary>What participants pay of the cost, by line; a line that is not here is paid by the employer
    /// alone.</summary>
    public required ValueList<ContributionTerms> Contributions { get; init; }

    /// <summary>When and how the employer is asked for money.</summary>
    public required FundingTerms Funding { get; init; }

    /// <summary>Claims expected for each covered employee in a month, by line.</summary>
    public required ValueList<BudgetTerms> Budget { get; init; }

    /// <summary>Who has the surplus.</summary>
    public required SurplusTerms Surplus { get; init; }

    /// <summary>The plan's bank account, by the name that people know it by; never its number.</summary>
    public required string BankAccount { get; init; }

    /// <summary>The lines that cover every employee.</summary>
    public IEnumerable<LineOfCoverage> LinesOfEverybody =>
        Lines.Items.Where(line => line.Counts == CoveredEmployees.EveryEmployee).Select(line => line.Line);

    /// <summary>Whether a line of coverage is offered.</summary>
    /// <param name="line">Any line.</param>
    public bool Offers(LineOfCoverage line) => Lines.Items.Any(offered => offered.Line == line);
}

/// <summary>A provision of the agreement.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Text">Its own words.</param>
public sealed record AgreementClause(ClauseId Id, string Text);

/// <summary>A line of coverage under the agreement.</summary>
/// <param name="Line">What is covered.</param>
/// <param name="Clause">The provision.</param>
/// <param name="Plans">The plans that employees choose from; at least one.</param>
/// <param name="Counts">Who is counted for fees, budget and contributions.</param>
public sealed record OfferedLine(
    LineOfCoverage Line, ClauseId Clause, ValueList<PlanId> Plans, CoveredEmployees Counts);

/// <summary>Who is counted as covered under a line.</summary>
public enum CoveredEmployees
{
    /// <summary>Those whose enrolment names the line.</summary>
    Enrolled,

    /// <summary>All employees who are enrolled under any line: disability covers everybody who is employed, and
    /// enrolment files seldom name it.</summary>
    EveryEmployee,
}

/// <summary>Claims that are expected.</summary>
/// <param name="Line">Of this line of coverage.</param>
/// <param name="Clause">The provision.</param>
/// <param name="Claims">For each covered employee in a month, by tier.</param>
public sealed record BudgetTerms(LineOfCoverage Line, ClauseId Clause, ByTier<Money> Claims);

/// <summary>What participants pay.</summary>
/// <param name="Line">Of this line of coverage.</param>
/// <param name="Clause">The provision.</param>
/// <param name="Shares">Of the line's expected claims and monthly fees for one employee, by tier.</param>
public sealed record ContributionTerms(LineOfCoverage Line, ClauseId Clause, ByTier<Percent> Shares);

/// <summary>What happens to a surplus. A deficit is always the employer's.</summary>
public enum SurplusUse
{
    /// <summary>It goes back to the employer when the plan year is settled.</summary>
    ReturnedToEmployer,

    /// <summary>It stays in the fund and lowers the next requests.</summary>
    CarriedForward,
}

/// <summary>Who has the surplus.</summary>
/// <param name="Clause">The provision.</param>
/// <param name="Use">What happens to it.</param>
public sealed record SurplusTerms(ClauseId Clause, SurplusUse Use);
