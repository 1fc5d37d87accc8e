using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.Operations.Comparing;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reporting;

namespace OpenAso.Operations.Tests;

/// <summary>An employer's plan, as its books hold it, beside what somebody enters.</summary>
public sealed class BooksComparisonTests(YearOfBooks year) : IClassFixture<YearOfBooks>
{
    private static readonly ComparisonBasis Basis = new(
        ComparisonFiguresReader.Read(Text("rules/comparison.yaml"), "comparison.yaml").Value!,
        SelfFundedShareReader.Read(Text("rules/self-funded-share.yaml"), "self-funded-share.yaml").Value!);

    private static readonly ClaimSeverities Severities =
        ClaimSeverityReader.Read(Text("rules/claim-severity.yaml"), "claim-severity.yaml").Value!;

    private readonly DesignMemory _memory = new();

    private EmployerTerms Terms => year.Employer.Terms;

    private DesignUseCase Designs => new(year.Employer.Books, Severities, _memory);

    private BooksComparisonUseCase Use => new(year.Employer.Books, Designs, Basis, _memory);

    private ComparisonSettings Usual => Use.Usual(Terms, Designs.Usual(Terms));

    // The agreement: 38.50, and 9.75 for an employee alone or 14.25 with anybody else. The policy: 68.40, 141.20,
    // 128.75 and 196.30 for the specific, 4.85 for the aggregate.
    [Fact]
    public void To_begin_with_fees_and_premium_are_those_of_agreement_and_policy()
    {
        var tiers = Use.Compare(Terms, Usual).Facts.Tiers.Items.ToDictionary(tier => tier.Name, tier => tier.Employees);
        var employees = tiers.Values.Sum();

        Assert.Equal(25, employees);
        Assert.Equal(
            38.50 + (((9.75 * tiers["employee-only"]) + (14.25 * (employees - tiers["employee-only"]))) / employees),
            (double)Usual.Administration, 0.005001);
        Assert.Equal(
            ((68.40 * tiers["employee-only"]) + (141.20 * tiers["employee-and-spouse"])
                + (128.75 * tiers["employee-and-children"]) + (196.30 * tiers["family"])) / employees,
            (double)Usual.SpecificPremium, 0.005001);
        Assert.Equal(4.85m, Usual.AggregatePremium);
        // 2,000 is below the least that is tried out.
        Assert.Equal((2027, 10_000, 1_000), (Usual.Year, Usual.Design.Specific, Usual.Design.Aggregating));
    }

    [Fact]
    public void To_begin_with_the_insurer_keeps_its_retention_of_the_premium_by_tier_as_of_the_composite_one()
    {
        var usual = Usual;
        var comparison = Use.Compare(Terms, usual);
        var (insured, quotes) = (comparison.Answer.Ahead.Insured, comparison.Answer.Ahead.Quotes);

        Assert.Equal(0.85, insured.ExpectedClaims / insured.First, 1e-4);
        Assert.Equal(
            usual.FirstPremium(quotes.Employer), (usual with { ByTier = true }).FirstPremium(quotes.Employer), 2.0);
        Assert.True(usual.PremiumFamily > usual.PremiumEmployeeOnly);
    }

    [Fact]
    public void Past_years_are_those_of_the_books_under_the_premium_that_was_entered()
    {
        var comparison = Use.Compare(Terms, Usual with { Premium = 1_000, InsurerTrend = 0 });
        var past = Assert.Single(comparison.Answer.Past!.Years);
        var known = PastYearsUseCase.Of(
            year.Employer.Books, Terms, comparison.Ground.AsOf,
            new PastQuestion([LineOfCoverage.Medical, LineOfCoverage.Pharmacy], Money.Of(50_000)))[0];

        Assert.Equal((2026, false), (past.Year.Year, past.Year.IsComplete));
        Assert.Equal(known, past.Year);
        // 25 employees are a small group: the rate of the community, for the months of members there were.
        var insured = comparison.Answer.Ahead.Insured;
        Assert.False(insured.IsExperienceRated);
        Assert.Equal(
            300_000.0 / insured.People * known.MemberMonths / 12, past.Premium.Cents / 100.0, 0.01);
    }

    [Fact]
    public void A_higher_premium_is_saved_dollar_for_dollar_in_the_first_year()
    {
        var (low, high) = (First(Usual with { Premium = 1_000 }), First(Usual with { Premium = 1_100 }));

        Assert.Equal(12 * 25 * 100, high.Saving - low.Saving, 1e-6);
        Assert.Equal(low.Expected, high.Expected, 1e-9);
    }

    [Fact]
    public void A_laser_of_one_person_costs_the_employer_more_and_the_carrier_less()
    {
        var person = Designs.Ground(Terms, new DesignSettings()).Claimants[0].Claimant;
        var none = new DesignSettings { Specific = 20_000, HasAggregate = false };
        var laser = none with { Lasers = [new DesignLaser(person, 200_000)] };

        var (before, after) = (
            DesignAnswer.Of(Designs.Ground(Terms, none).Risk, none),
            DesignAnswer.Of(Designs.Ground(Terms, laser).Risk, laser));

        Assert.True(after.Chosen.Tail > before.Chosen.Tail);
        Assert.Contains(Designs.Ground(Terms, laser).Claimants.Items, one => one.Claimant == person);
    }

    [Fact]
    public void Who_may_be_lasered_is_whom_the_policy_lasers_and_who_cost_most_by_pseudonym()
    {
        var ground = Designs.Ground(Terms, Designs.Usual(Terms));
        var costliest = new PositionUseCase(year.Employer.Books).Show(Terms).Costliest[0].Pseudonym;

        Assert.Equal(Designs.Usual(Terms).Lasers[0].Claimant, ground.Claimants[0].Claimant);
        Assert.Equal(250_000, ground.Claimants[0].Laser);
        Assert.Contains(ground.Claimants.Items, one => one.Claimant == costliest && one.Cost is not null);
    }

    [Fact]
    public void A_plan_design_moves_what_people_are_expected_to_cost_by_what_it_moves_of_last_years_claims()
    {
        var asItIs = Designs.Usual(Terms);
        var designed = Designs.Normal(Terms, asItIs with
        {
            Plans = [new PlanDesign("acme-ppo") { Deductible = 4_000 }],
        });
        var (before, after) = (Designs.Ground(Terms, asItIs), Designs.Ground(Terms, designed));

        Assert.Null(before.PlanDesign);
        Assert.InRange(after.PlanDesign!.Factor, 0.2, 0.999);
        Assert.Equal(before.Risk.Factor * after.PlanDesign.Factor, after.Risk.Factor, 1e-12);
        Assert.Equal(asItIs, Designs.Normal(Terms, asItIs with
        {
            Plans = [new PlanDesign("acme-ppo") { Deductible = 1_000 }],
        }));
    }

    [Fact]
    public void The_same_question_is_answered_from_memory()
    {
        var usual = Usual;
        Assert.Same(Use.Compare(Terms, usual), Use.Compare(Terms, usual with { Premium = usual.Premium }));
    }

    private FirstYear First(ComparisonSettings settings) =>
        Use.Compare(Terms, settings).Answer.Ahead.Options[0].FirstYear;

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
