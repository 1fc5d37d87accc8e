using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Public and editable figures that a comparison rests on, with their sources.</summary>
/// <param name="Markets">Where employers are rated by community, by state and size.</param>
/// <param name="Completion">How fast claims are paid.</param>
/// <param name="Caution">When the software cautions.</param>
/// <param name="Swings">By how much what is not known may be off.</param>
/// <param name="Lines">Lines of coverage that hardly suit self-funding.</param>
public sealed record ComparisonFigures(
    ValueList<SmallGroupMarket> Markets, CompletionPattern Completion, CautionLimits Caution, Swings Swings,
    ValueList<UnsuitedLine> Lines)
{
    /// <summary>The row that says how large a small employer is; null where none does.</summary>
    /// <param name="state">As <c>US-OH</c>.</param>
    /// <param name="year">A year on whose first day it holds.</param>
    public SmallGroupMarket? MarketOf(string state, int year) => Markets.Items.FirstOrDefault(market =>
        market.States.Items.Contains(state) && market.First <= new DateOnly(year, 1, 1)
            && new DateOnly(year, 1, 1) <= (market.Last ?? DateOnly.MaxValue));

    /// <summary>Whether any row knows a state, in whatever year.</summary>
    /// <param name="state">As <c>US-OH</c>.</param>
    public bool Knows(string state) => Markets.Items.Any(market => market.States.Items.Contains(state));
}

/// <summary>Employers of a size who are rated by community.</summary>
/// <param name="Employees">Up to how many.</param>
/// <param name="States">Where.</param>
/// <param name="First">From when.</param>
/// <param name="Last">Until when; null for still.</param>
/// <param name="Source">Who says so.</param>
public sealed record SmallGroupMarket(
    int Employees, ValueList<string> States, DateOnly First, DateOnly? Last, string Source);

/// <summary>The part of a month's claims that is paid by the end of that month, of the next one, and so on.</summary>
/// <param name="Factors">Ascending to 1.</param>
/// <param name="Source">Where they come from.</param>
public sealed record CompletionPattern(ValueList<double> Factors, string Source)
{
    /// <summary>The same with everything paid some months later, or earlier where below zero.</summary>
    /// <param name="months">How many.</param>
    public CompletionPattern Later(int months) => this with
    {
        Factors = months >= 0
            ? Enumerable.Repeat(0.0, months).Concat(Factors.Items).ToValueList()
            : Factors.Items.Skip(-months).ToValueList(),
    };
}

/// <summary>From which numbers on the software cautions; judgement, not law.</summary>
/// <param name="Employees">Fewer are few.</param>
/// <param name="Deviation">Standard deviation of retained claims as a share of them: more is unsteady.</param>
/// <param name="Tail">What one year in twenty costs beyond the insured premium, as a share of it: more is much.</param>
/// <param name="ProfitShare">The same as a share of the operating profit.</param>
/// <param name="Specific">Specific deductible as a share of expected claims: more is high.</param>
public sealed record CautionLimits(
    int Employees, double Deviation, double Tail, double ProfitShare, double Specific)
{
    /// <summary>Why these.</summary>
    public required string Source { get; init; }
}

/// <summary>By how much inputs are moved to see what would change the answer, each down and up.</summary>
/// <param name="Trend">Points of trend.</param>
/// <param name="ClaimsLevel">Share of claims.</param>
/// <param name="GroupSigma">Points of sigma.</param>
/// <param name="SpecificPremium">Share of it.</param>
/// <param name="Corridor">Share of the attachment.</param>
/// <param name="Laser">Share of lasered deductibles.</param>
/// <param name="Completion">Months.</param>
/// <param name="InsuredPremium">Share of it.</param>
public sealed record Swings(
    double Trend, double ClaimsLevel, double GroupSigma, double SpecificPremium, double Corridor, double Laser,
    int Completion, double InsuredPremium);

/// <summary>A line of coverage that hardly suits self-funding.</summary>
/// <param name="Line">Its word.</param>
/// <param name="Employees">Below how many it does not suit; null for whatever size.</param>
/// <param name="Why">In words.</param>
public sealed record UnsuitedLine(string Line, int? Employees, string Why);

/// <summary>How many covered workers are in self-funded plans.</summary>
/// <param name="Source">The survey.</param>
/// <param name="SmallWorkers">Firms of up to so many workers are small.</param>
/// <param name="Years">Ascending.</param>
public sealed record SelfFundedShares(string Source, int SmallWorkers, ValueList<SelfFundedShare> Years)
{
    /// <summary>The latest year up to a year; null where all are later.</summary>
    /// <param name="year">Any.</param>
    public SelfFundedShare? Of(int year) => Years.Items.LastOrDefault(one => one.Year <= year);
}

/// <summary>One year of the survey.</summary>
/// <param name="Year">The year.</param>
/// <param name="All">Of all covered workers; 0.67 for 67 %.</param>
/// <param name="Small">Of those in small firms; null where not known.</param>
/// <param name="Large">Of those in large firms; null where not known.</param>
/// <param name="Status">How sure it is: confirmed, reported, not-confirmed.</param>
/// <param name="Source">Where it was read.</param>
public sealed record SelfFundedShare(
    int Year, double All, double? Small, double? Large, FigureStatus Status, string Source);

/// <summary>How sure a public figure is.</summary>
public enum FigureStatus
{
    /// <summary>Read on the publisher's own page.</summary>
    Confirmed,

    /// <summary>Read on pages that quote the publisher.</summary>
    Reported,

    /// <summary>In use, and not found on any page that could be read.</summary>
    NotConfirmed,
}
