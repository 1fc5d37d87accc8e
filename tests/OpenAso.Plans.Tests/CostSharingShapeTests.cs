using OpenAso.Kernel;

namespace OpenAso.Plans.Tests;

/// <summary>The main figures of a plan, and the plan with others in their place.</summary>
public class CostSharingShapeTests
{
    private static readonly Plan Ppo = Read("acme-ppo");
    private static readonly ResolvedPlan Terms = Ppo.Segments[0];

    [Fact]
    public void The_figures_of_a_plan_are_those_of_its_first_tier()
    {
        var shape = CostSharingShape.Of(Terms);

        Assert.Equal(
            (Money.Of(1_000), Money.Of(5_000), Percent.Of(20)),
            (shape.Deductible!.Value, shape.OutOfPocketMaximum!.Value, shape.Coinsurance!.Value));
        Assert.Equal(Money.Of(25), shape.Copays.Items.Single(copay => copay.Benefit == "office").Amount);
        Assert.Equal(Money.Of(250), shape.Copays.Items.Single(copay => copay.Benefit == "emergency").Amount);
        Assert.DoesNotContain(shape.Copays.Items, copay => copay.Benefit == "preventive");
    }

    [Theory]
    [InlineData("acme-ppo")]
    [InlineData("acme-hdhp")]
    public void A_plan_with_its_own_figures_is_the_same_plan(string name)
    {
        var plan = Read(name);
        Assert.Equal(Everything(plan), Everything(CostSharingShape.Of(plan.Segments[0]).Over(plan)));
    }

    [Fact]
    public void A_familys_deductible_moves_with_a_persons_and_other_tiers_stay()
    {
        var designed = Over(new CostSharingShape(Money.Of(1_500), Money.Of(6_000), null, []));

        // 2,000 and 10,000 of a family, in the ratios of 1,500 to 1,000 and 6,000 to 5,000.
        Assert.Equal((150_000L, 300_000L), Amounts(designed, designed.Tiers[0].Deductible));
        Assert.Equal((600_000L, 1_200_000L), Amounts(designed, designed.Tiers[0].OutOfPocketMaximum));
        Assert.Equal(
            Amounts(Terms, Terms.Tiers[1].Deductible), Amounts(designed, designed.Tiers[1].Deductible));
    }

    [Fact]
    public void Coinsurance_moves_where_the_usual_one_holds_and_a_copay_of_nothing_is_none()
    {
        var designed = Over(new CostSharingShape(
            null, null, Percent.Of(30), [new BenefitCopay("office", "", Money.Zero)]));

        Assert.Equal(Percent.Of(30), First(designed, "hospital").Coinsurance);
        Assert.Equal(Percent.Of(40), Benefit(designed, "hospital").ByTier[1]!.Coinsurance);
        Assert.Equal(Percent.None, First(designed, "office").Coinsurance);
        Assert.Null(First(designed, "office").Copay);
        Assert.Equal(Money.Of(50), First(designed, "specialist").Copay!.Amount);
        Assert.Equal(new Money(100_000), new Money(Amounts(designed, designed.Tiers[0].Deductible).Person));
    }

    [Fact]
    public void Where_one_deductible_is_the_familys_alone_it_is_the_figure()
    {
        var hdhp = Read("acme-hdhp").Segments[0];
        var shape = CostSharingShape.Of(hdhp);
        var limit = hdhp.Limits[hdhp.Tiers[0].Deductible!.Value];

        Assert.Equal(limit.Person ?? limit.Family, shape.Deductible!.Value.Cents);
        var twice = (shape with { Deductible = shape.Deductible.Value + shape.Deductible.Value })
            .Over(Read("acme-hdhp")).Segments[0].Limits[limit.Index];
        Assert.Equal(
            (2 * limit.Person, 2 * limit.Family, 2 * limit.SelfOnly), (twice.Person, twice.Family, twice.SelfOnly));
    }

    private static ResolvedPlan Over(CostSharingShape shape) => shape.Over(Ppo).Segments[0];

    private static Benefit Benefit(ResolvedPlan terms, string id) =>
        terms.Benefits.Single(benefit => benefit.Id == id);

    private static CostSharing First(ResolvedPlan terms, string id) => Benefit(terms, id).ByTier[0]!;

    private static (long Person, long Family) Amounts(ResolvedPlan terms, int? limit) =>
        (terms.Limits[limit!.Value].Person!.Value, terms.Limits[limit.Value].Family!.Value);

    // Every property of the terms, their benefits and limits: one that is added and not copied is found out.
    private static string Everything(Plan plan) => string.Join('\n', plan.Segments.SelectMany(terms =>
        Told(terms).Concat(terms.Benefits.SelectMany(Told)).Concat(terms.Limits.SelectMany(Told))));

    private static IEnumerable<string> Told(object part) => part.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => $"{property.Name}: {Told(property.GetValue(part), property.Name)}");

    private static string Told(object? value, string name) => value switch
    {
        System.Collections.IEnumerable items and not string when name is not ("Benefits" or "Limits") =>
            string.Join(" | ", items.Cast<object?>().Select(item => $"{item}")),
        System.Collections.IEnumerable items and not string => $"{items.Cast<object?>().Count()}",
        _ => $"{value}",
    };

    private static Plan Read(string plan) =>
        PlanReader.Read(Repository.Read($"plans/acme/{plan}.yaml"), plan).Value!;
}
