using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>An insured offer and a stop-loss quote as somebody enters them, with all that the comparison is taken to
/// rest on.</summary>
/// <remarks>Rates are dollars for an employee and month, shares are percent; <see cref="ComparisonFields"/> holds the
/// ranges. The premium of years before and after follows as in a quotes document.</remarks>
public sealed record ComparisonSettings
{
    /// <summary>What one's own plan is called among the options.</summary>
    public const string OwnName = "own plan";

    /// <summary>What level funding is called among them.</summary>
    public const string LevelName = "level funding";

    /// <summary>The stop-loss contract, who would be covered, lasers and plan designs.</summary>
    public DesignSettings Design { get; init; } = new();

    /// <summary>The first year ahead.</summary>
    public int Year { get; init; } = 2026;

    /// <summary>How many years ahead are told, 1 to 5.</summary>
    public int Years { get; init; } = 3;

    /// <summary>What the insurer asks for an employee and month, the same for all.</summary>
    public decimal Premium { get; init; }

    /// <summary>Whether the insurer asks by who is covered beside the employee.</summary>
    public bool ByTier { get; init; }

    /// <summary>What the insurer asks for an employee alone.</summary>
    public decimal PremiumEmployeeOnly { get; init; }

    /// <summary>With a spouse.</summary>
    public decimal PremiumEmployeeAndSpouse { get; init; }

    /// <summary>With children.</summary>
    public decimal PremiumEmployeeAndChildren { get; init; }

    /// <summary>With both.</summary>
    public decimal PremiumFamily { get; init; }

    /// <summary>What the insurer keeps of the premium.</summary>
    public decimal Retention { get; init; } = 15;

    /// <summary>The most that the premium may rise in a year; zero for no such promise.</summary>
    public decimal RenewalCap { get; init; }

    /// <summary>Above it a person's claims do not count when the premium is renewed.</summary>
    public decimal InsurerPooling { get; init; } = 50_000;

    /// <summary>How far own experience counts at renewal; zero for as far as the group's size speaks for it.</summary>
    public decimal Credibility { get; init; }

    /// <summary>By how much the insurer takes claims to rise in a year; of a community rate, by how much it
    /// rises.</summary>
    public decimal InsurerTrend { get; init; } = 8;

    /// <summary>How many of the last years the insurer looks at.</summary>
    public int ExperienceYears { get; init; } = 3;

    /// <summary>By how much claims rise in a year.</summary>
    public decimal Trend { get; init; } = 8;

    /// <summary>What the administrator asks for an employee and month.</summary>
    public decimal Administration { get; init; }

    /// <summary>All other fees of a year.</summary>
    public decimal OtherFees { get; init; }

    /// <summary>By how much fees rise in a year.</summary>
    public decimal FeeGrowth { get; init; } = 3;

    /// <summary>Months of administration that are due after leaving.</summary>
    public decimal RunOutMonths { get; init; } = 3;

    /// <summary>What the carrier asks for the specific; zero for what the loss ratio says.</summary>
    public decimal SpecificPremium { get; init; }

    /// <summary>What the carrier asks for the aggregate; zero for what the loss ratio says.</summary>
    public decimal AggregatePremium { get; init; }

    /// <summary>All that level funding asks for an employee and month; zero where it is not compared.</summary>
    public decimal LevelMonthly { get; init; }

    /// <summary>Of level funding: the share of what is not needed that comes back.</summary>
    public decimal LevelReturned { get; init; } = 50;

    /// <summary>The settings, each brought to the nearest that is allowed.</summary>
    public ComparisonSettings Within()
    {
        var settings = this with { Design = Design.Within() };
        foreach (var field in ComparisonFields.Numbers)
            settings = field.With(settings, field.In(field.Value(settings)));
        return settings;
    }

    /// <summary>The question as a quotes document asks it: one's own plan, and level funding where it is
    /// priced.</summary>
    /// <param name="facts">Of the employer.</param>
    /// <param name="risk">Who is covered.</param>
    /// <param name="figures">They say whether the insured plan is of the small-group market.</param>
    public QuotesDocument Quotes(ComparisonFacts facts, RiskDocument risk, ComparisonFigures figures)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(figures);
        var employer = new QuotedEmployer(Math.Max(1, facts.Employees), facts.State, Year) { Tiers = facts.Tiers };
        var isSmall = employer.Employees <= figures.MarketOf(facts.State, Year)?.Employees;
        var offer = StopLoss(employer, risk);
        return new QuotesDocument(employer, Insured(employer, isSmall), Options(employer, offer))
        {
            Trend = Share(Trend),
            Lines = ["health"],
        };
    }

    /// <summary>What the insured plan costs in the first year.</summary>
    /// <param name="employer">Who is covered.</param>
    public double FirstPremium(QuotedEmployer employer)
    {
        ArgumentNullException.ThrowIfNull(employer);
        var annual = ByTier
            ? employer.Tiers.Items.Sum(tier => 12.0 * tier.Employees * (double)RateOf(tier.Name))
            : employer.Annual((double)Premium);
        return Math.Max(annual, 1);
    }

    private decimal RateOf(string tier) => tier switch
    {
        "employee-only" => PremiumEmployeeOnly,
        "employee-and-spouse" => PremiumEmployeeAndSpouse,
        "employee-and-children" => PremiumEmployeeAndChildren,
        _ => PremiumFamily,
    };

    private InsuredOffer Insured(QuotedEmployer employer, bool isSmall) =>
        new(new Price(FirstPremium(employer), null))
        {
            CommunityTrend = isSmall ? Share(InsurerTrend) : null,
            Renewal = isSmall ? null : new RenewalTerms((double)InsurerPooling)
            {
                Credibility = Credibility > 0 ? Share(Credibility) : null,
                Trend = Share(InsurerTrend),
                Retention = [new RetentionPart("retention", Share(Retention))],
                Cap = RenewalCap > 0 ? Share(RenewalCap) : double.PositiveInfinity,
                ExperienceYears = ExperienceYears,
            },
        };

    private StopLossOffer StopLoss(QuotedEmployer employer, RiskDocument risk) => new(
        Design.Specific, Quoted(employer, SpecificPremium, Design.SpecificLossRatio))
    {
        Aggregating = Design.Aggregating,
        Lasers = Design.KeepsLasers ? [] : [.. risk.Lasered.Items.Select(_ => (double)Design.Specific)],
        Corridor = Design.HasAggregate ? Design.Corridor / 100.0 : null,
        AggregatePrice = Design.HasAggregate
            ? Quoted(employer, AggregatePremium, Design.AggregateLossRatio)
            : Price.None,
    };

    private ValueList<FundingOption> Options(QuotedEmployer employer, StopLossOffer offer)
    {
        var own = new FundingOption(OwnName, Arrangement.Aso)
        {
            Administration = employer.Annual((double)Administration),
            OtherFees = (double)OtherFees,
            FeeGrowth = Share(FeeGrowth),
            StopLoss = offer,
            RunOutMonths = (double)RunOutMonths,
        };
        if (LevelMonthly == 0)
            return [own];
        var level = own with
        {
            Name = LevelName,
            Arrangement = Arrangement.LevelFunding,
            Monthly = employer.Annual((double)LevelMonthly) / 12,
            Returned = Share(LevelReturned),
            // The monthly amount says where it attaches, and what it asks for that.
            StopLoss = offer with { Corridor = null, AggregatePrice = Price.None },
        };
        return [own, level];
    }

    private static Price Quoted(QuotedEmployer employer, decimal rate, int lossRatio) => rate > 0
        ? new Price(employer.Annual((double)rate), null)
        : new Price(null, lossRatio / 100.0);

    private static double Share(decimal percent) => (double)percent / 100;
}

/// <summary>What a comparison takes from the books as it is.</summary>
/// <param name="State">Where the employer is, as <c>US-OH</c>.</param>
/// <param name="Tiers">Covered employees by who is covered beside them.</param>
public sealed record ComparisonFacts(string State, ValueList<QuotedTier> Tiers)
{
    /// <summary>Covered employees.</summary>
    public int Employees => Tiers.Items.Sum(tier => tier.Employees);
}
