using System.Data.Common;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;
using OpenAso.Documents;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;

namespace OpenAso.Operations.Comparing;

/// <summary>Compares an employer's plan, as its books hold it, with an insured offer that somebody enters.</summary>
/// <param name="books">Open for reading at least.</param>
/// <param name="designs">Who is covered, under which contract.</param>
/// <param name="basis">The figures that it rests on.</param>
/// <param name="memory">Knows what was computed last.</param>
public sealed class BooksComparisonUseCase(
    Books books, DesignUseCase designs, ComparisonBasis basis, DesignMemory memory)
{
    private const int Draws = 1_500_000;
    private const int MonthsBack = 24;
    private const ulong Seed = 1;
    private static readonly double[] Probabilities = [0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary>An offer and quotes to begin with: fees of the agreement, premium of the stop-loss policy, and an
    /// insured premium of which the insurer would keep its retention if claims came as expected.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="design">The stop-loss contract.</param>
    public ComparisonSettings Usual(EmployerTerms terms, DesignSettings design)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var ground = designs.Ground(terms, design);
        var (month, census) = books.Database.Read(connection => CensusOf(connection, terms, ground.AsOf));
        var employees = Math.Max(1, census.Sum(count => count.Employees));
        var usual = new ComparisonSettings
        {
            Design = design,
            Year = terms.Agreement.Year.Containing(ground.AsOf).First.Year + 1,
            InsurerPooling = design.Pooling,
            Administration = FeesOf(terms, month, census) / employees,
            SpecificPremium = PremiumOf(terms, ground.AsOf, census, StopLossCoverage.Specific) / employees,
            AggregatePremium = PremiumOf(terms, ground.AsOf, census, StopLossCoverage.Aggregate) / employees,
        };
        var claims = ground.Risk.Under(design).Group.ExpectedGross;
        var premium = (decimal)(claims / (1 - ((double)usual.Retention / 100)) / 12 / employees);
        var byTier = ByTier(terms, month, census, premium);
        return (usual with
        {
            Premium = premium,
            PremiumEmployeeOnly = byTier[CoverageTier.EmployeeOnly],
            PremiumEmployeeAndSpouse = byTier[CoverageTier.EmployeeAndSpouse],
            PremiumEmployeeAndChildren = byTier[CoverageTier.EmployeeAndChildren],
            PremiumFamily = byTier[CoverageTier.Family],
        }).Within();
    }

    /// <summary>What an address or a call asks; what it does not say is usual.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="query">By key, as <see cref="ComparisonFields"/> and <see cref="DesignAddress"/> name them.</param>
    public ComparisonSettings Asked(EmployerTerms terms, IReadOnlyDictionary<string, string> query)
    {
        var asked = ComparisonFields.Of(query, design => Usual(terms, design), () => designs.Usual(terms));
        return asked with { Design = designs.Normal(terms, asked.Design) };
    }

    /// <summary>Compares.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="settings">What was entered; brought within its ranges.</param>
    public BooksComparison Compare(EmployerTerms terms, ComparisonSettings settings)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(settings);
        var asked = settings.Within();
        return books.Database.Read(connection => memory.Comparison(
            terms.Scope, BooksPosition.Of(connection, terms.Scope), asked, () => Compared(connection, terms, asked)));
    }

    private BooksComparison Compared(DbConnection connection, EmployerTerms terms, ComparisonSettings settings)
    {
        var ground = designs.Ground(terms, settings.Design);
        var (_, census) = CensusOf(connection, terms, ground.AsOf);
        var facts = new ComparisonFacts(StateOf(terms, ground.AsOf),
        [
            .. Enum.GetValues<CoverageTier>().Select(tier => new QuotedTier(
                Words.Of(tier.ToString()), census.Where(count => count.Tier == tier).Sum(count => count.Employees))),
        ]);
        var risk = ground.Risk.Under(settings.Design) with { Quantiles = [.. Probabilities] };
        var runs = Math.Clamp(Draws / (risk.Group.People * settings.Years), 300, 2_000);
        return new BooksComparison(settings, ground, facts, new ComparisonUseCase(basis).Compare(
            settings.Quotes(facts, risk, basis.Rules), risk, new SimulationTerms(settings.Years, runs, Seed),
            asked => PastYearsUseCase.Of(books, terms, ground.AsOf, asked)));
    }

    // Who is covered in the month of the day; after the end of everybody's coverage, who was last.
    private static (Month Month, IReadOnlyList<CensusCount> Census) CensusOf(
        DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var month = Month.Of(day);
        for (var back = 0; ; back++)
        {
            IReadOnlyList<CensusCount> census = [.. CensusRows.Count(connection, terms, month)
                .Where(count => count.Line == LineOfCoverage.Medical)];
            if (census.Count > 0 || back == MonthsBack)
                return (month, census);
            month = Month.Of(month.First.AddDays(-1));
        }
    }

    private static string StateOf(EmployerTerms terms, DateOnly day) =>
        "US-" + terms.Agreement.PayingOnOrLast(day).Employer.Address.State;

    // Of health care, month for month: what is charged once is none of it.
    private static decimal FeesOf(EmployerTerms terms, Month month, IReadOnlyList<CensusCount> census) => Dollars(
        Fees.ForMonth(terms.Agreement, month, census).Value.Lines.Items
            .Where(line => line.Fee.Basis != FeeBasis.Once
                && line.Fee.Line is null or LineOfCoverage.Medical or LineOfCoverage.Pharmacy)
            .Total(line => line.Amount));

    private static decimal PremiumOf(
        EmployerTerms terms, DateOnly day, IReadOnlyList<CensusCount> census, StopLossCoverage coverage) =>
        terms.PolicyOnOrLast(day) is { Premium: { } premium } policy
            ? Dollars(new Quote(policy.Carrier, policy, premium.Rates, [.. census.Select(count => new QuotedUnits(
                count.Line, Words.Of(count.Tier.ToString()), count.Employees))], policy.Months).Premium(coverage))
            : 0;

    // Tiers stand to each other as the budget of the agreement has them; to the cent they may miss the whole.
    private static Dictionary<CoverageTier, decimal> ByTier(
        EmployerTerms terms, Month month, IReadOnlyList<CensusCount> census, decimal premium)
    {
        var budget = terms.Agreement.For(month)?.Budget.Items
            .FirstOrDefault(line => line.Line == LineOfCoverage.Medical)?.Claims;
        var (weighed, employees) = (
            census.Sum(count => Weight(count.Tier) * count.Employees), census.Sum(count => count.Employees));
        return Enum.GetValues<CoverageTier>().ToDictionary(
            tier => tier, tier => weighed == 0 ? premium : premium * Weight(tier) * employees / weighed);

        decimal Weight(CoverageTier tier) => budget is { } known ? Dollars(known[tier]) : 1;
    }

    private static decimal Dollars(Money amount) => amount.Cents / 100m;
}

/// <summary>The comparison of an employer's plan with what somebody entered.</summary>
/// <param name="Settings">What was entered.</param>
/// <param name="Ground">Who is covered, and where that is known from.</param>
/// <param name="Facts">What is taken from the books as it is.</param>
/// <param name="Answer">Years ahead, and past ones.</param>
public sealed record BooksComparison(
    ComparisonSettings Settings, DesignGround Ground, ComparisonFacts Facts, ComparisonAnswer Answer);
