using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>What an employer was offered: an insured plan, and ways to fund its own.</summary>
/// <param name="Employer">Of whom it is the answer.</param>
/// <param name="Insured">The insured plan.</param>
/// <param name="Options">Ways to fund one's own, in the order of the document; at least one. The first is the one that
/// advice and tornado are about.</param>
public sealed record QuotesDocument(QuotedEmployer Employer, InsuredOffer Insured, ValueList<FundingOption> Options)
{
    /// <summary>How ground-up claims grow from year to year: 0.08 for 8 %.</summary>
    public required double Trend { get; init; }

    /// <summary>Amounts by which one's own plan may come dearer, whose probability is asked for.</summary>
    public ValueList<double> ExceedBy { get; init; }

    /// <summary>People who need not be employed where somebody else administers the plan.</summary>
    public ValueList<StaffPosition> StaffSaved { get; init; }

    /// <summary>The employer's operating profit of a year; null where not told.</summary>
    public double? OperatingProfit { get; init; }

    /// <summary>The lines of coverage that would be funded: health, dental, short-term-disability…; health where
    /// nothing is said.</summary>
    public ValueList<string> Lines { get; init; }

    /// <summary>The lines of the books that they are: health is medical care with prescription drugs; what the books do
    /// not know, such as life, is none.</summary>
    public IReadOnlyList<LineOfCoverage> LinesOfBooks => Lines.Count == 0
        ? [LineOfCoverage.Medical, LineOfCoverage.Pharmacy]
        : [.. Enum.GetValues<LineOfCoverage>().Where(line => Lines.Items.Contains(Words.Of(line.ToString()))
            || (Lines.Items.Contains("health") && line is (LineOfCoverage.Medical or LineOfCoverage.Pharmacy)))];
}

/// <summary>The employer that quotes are for.</summary>
/// <param name="Employees">Covered employees, of all tiers.</param>
/// <param name="State">As <c>US-OH</c>.</param>
/// <param name="Year">The first year of the comparison.</param>
public sealed record QuotedEmployer(int Employees, string State, int Year)
{
    /// <summary>Employees by the carrier's word for who is covered; empty where quotes do not ask.</summary>
    public ValueList<QuotedTier> Tiers { get; init; }

    /// <summary>What a rate for an employee and month comes to in a year.</summary>
    /// <param name="monthly">The rate.</param>
    public double Annual(double monthly) => monthly * Employees * 12;
}

/// <summary>Employees of one tier.</summary>
/// <param name="Name">The carrier's word: single, family.</param>
/// <param name="Employees">How many.</param>
public sealed record QuotedTier(string Name, int Employees);

/// <summary>A position that is saved.</summary>
/// <param name="Position">What it is called.</param>
/// <param name="Count">How many; a half is possible.</param>
/// <param name="Salary">Of one, a year.</param>
/// <param name="Benefits">Of one, a year.</param>
public sealed record StaffPosition(string Position, double Count, double Salary, double Benefits)
{
    /// <summary>What is saved in a year.</summary>
    public double Saved => Count * (Salary + Benefits);
}

/// <summary>A price: an amount, or what its expected cost comes to at a loss ratio.</summary>
/// <param name="Amount">A year; null where only a loss ratio is known.</param>
/// <param name="LossRatio">0.70 for 70 %; null where an amount is known.</param>
public sealed record Price(double? Amount, double? LossRatio)
{
    /// <summary>Nothing.</summary>
    public static Price None { get; } = new(0, null);

    /// <summary>The price of a year.</summary>
    /// <param name="expected">What is expected to be paid for it.</param>
    public double Of(double expected) => Amount ?? (expected / (LossRatio ?? 1));
}
