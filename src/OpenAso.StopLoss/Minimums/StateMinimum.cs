using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Minimums;

/// <summary>What kind of thing a minimum is.</summary>
public enum MinimumStatus
{
    /// <summary>It holds in the state.</summary>
    InForce,

    /// <summary>Carriers file it; no statute says it.</summary>
    Carrier,

    /// <summary>The source implies it and does not say it.</summary>
    Implied,

    /// <summary>Sources disagree, so that nothing can be checked.</summary>
    Conflicting,

    /// <summary>A model for states, law nowhere by itself.</summary>
    Model,

    /// <summary>Older than what holds now, without a date.</summary>
    Superseded,

    /// <summary>Proposed and refused.</summary>
    Defeated,
}

/// <summary>Whom a minimum for each head counts.</summary>
public enum CountedHeads
{
    /// <summary>Employees and their dependents who are members of the group.</summary>
    GroupMembers,

    /// <summary>Everybody whom the policy covers.</summary>
    CoveredPersons,
}

/// <summary>The least aggregate attachment: the largest of the forms that are named.</summary>
/// <param name="PerPerson">For each head a year; zero for none.</param>
/// <param name="Counts">Whom it counts.</param>
/// <param name="OfExpected">A share of expected claims; none for none.</param>
/// <param name="Amount">A fixed amount a year; zero for none.</param>
public sealed record AggregateMinimum(Money PerPerson, CountedHeads Counts, Percent OfExpected, Money Amount)
{
    /// <summary>The share of expected claims, any fraction of a cent rounded up, because it is the least.</summary>
    /// <param name="expectedClaims">Of a year.</param>
    public Money ShareOf(Money expectedClaims) => expectedClaims.Times(OfExpected, Rounding.Up);

    /// <summary>The least attachment; where expected claims are not known, without their share.</summary>
    /// <param name="members">Heads.</param>
    /// <param name="expectedClaims">Of a year; null where not known.</param>
    public Money For(int members, Money? expectedClaims)
    {
        var fixedParts = Money.Max(PerPerson.Ratio(members, 1, Rounding.HalfUp), Amount);
        return expectedClaims is { } expected ? Money.Max(fixedParts, ShareOf(expected)) : fixedParts;
    }
}

/// <summary>What one state asks of policies for employers of one size, for some days.</summary>
/// <remarks>Dated data, read from <c>rules/stop-loss-minimums.yaml</c>.</remarks>
public sealed record StateMinimum
{
    /// <summary>Its own short name.</summary>
    public required string Id { get; init; }

    /// <summary>The state; null for a model or proposal that is no state's.</summary>
    public Situs? State { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required MinimumStatus Status { get; init; }

    /// <summary>The first day on which a policy that it holds for begins; null where not known.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last such day; null while it holds, or where not known.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The smallest employer that it holds for; null for no bound.</summary>
    public int? LeastEmployees { get; init; }

    /// <summary>The largest employer that it holds for; null for no bound.</summary>
    public int? MostEmployees { get; init; }

    /// <summary>The least specific deductible; null for none.</summary>
    public Money? Specific { get; init; }

    /// <summary>The least aggregate attachment; null for none.</summary>
    public AggregateMinimum? Aggregate { get; init; }

    /// <summary>Whether somebody may be lasered.</summary>
    public bool AllowsLasers { get; init; } = true;

    /// <summary>Whether a policy must have specific and aggregate.</summary>
    public bool AsksForBoth { get; init; }

    /// <summary>Months after the end in which claims paid must still count; zero for none.</summary>
    public int RunOutMonths { get; init; }

    /// <summary>Whether employers of this size may not be sold stop-loss at all.</summary>
    public bool IsBarred { get; init; }

    /// <summary>Where it stands, as a reader would look it up.</summary>
    public required string Source { get; init; }

    /// <summary>What is doubtful about it; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether policies are held to it.</summary>
    public bool IsChecked => Status is MinimumStatus.InForce or MinimumStatus.Carrier or MinimumStatus.Implied;

    /// <summary>Whether it holds for a policy.</summary>
    /// <param name="situs">Whose law governs the policy.</param>
    /// <param name="day">The first day of the policy period.</param>
    /// <param name="employees">The size of the employer.</param>
    public bool HoldsFor(Situs situs, DateOnly day, int employees) =>
        State == situs
        && (First is not { } first || day >= first) && (Last is not { } last || day <= last)
        && (LeastEmployees is not { } least || employees >= least)
        && (MostEmployees is not { } most || employees <= most);
}

/// <summary>Why a policy like a seed template needs a second look in the United States.</summary>
/// <param name="AtMost">For a person or an employee: a policy with more is left alone.</param>
/// <param name="Source">Where that stands.</param>
/// <param name="Note">In words.</param>
public sealed record TemplateCaution(Money AtMost, string Source, string Note);

/// <summary>The minima of all states that are known.</summary>
/// <param name="AsOf">The day on which the figures were gathered.</param>
/// <param name="Rows">In the order of the document.</param>
/// <param name="Templates">Why a policy like a template needs a second look.</param>
public sealed record StopLossMinimums(
    DateOnly AsOf, ValueList<StateMinimum> Rows, ImmutableDictionary<PolicyTemplate, TemplateCaution> Templates)
{
    /// <summary>Reads the document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="file">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything is wrong: a policy is not checked against figures that are half
    /// understood.</returns>
    public static Parsed<StopLossMinimums?> Read(string text, string file) => MinimumsReader.Read(text, file);
}
