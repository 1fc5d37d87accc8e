namespace OpenAso.Plans.Tests;

public class SamplePlanTests
{
    public static TheoryData<string> Plans => [.. Repository.Files("plans", "*.yaml").Where(IsPlan)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_sample_plan_is_read_without_a_finding(string path)
    {
        var parsed = PlanReader.Read(Repository.Read(path), path);

        Assert.Empty(parsed.Findings);
        Assert.NotNull(parsed.Value);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Each_worked_claim_falls_under_the_benefit_that_its_table_names(string path)
    {
        var plan = PlanReader.Read(Repository.Read(path), path).Value!;

        Assert.NotEmpty(plan.Examples);
        Assert.All(plan.Examples.SelectMany(example => example.Lines).Where(line => line.Benefit is not null), line =>
            Assert.Equal((line.Claim, line.Benefit), (line.Claim, plan.AsOf(line.Date)!.BenefitFor(line.Service)?.Id)));
    }

    private static bool IsPlan(string path) => Repository.Read(path).Contains("\nbenefits:", StringComparison.Ordinal);
}
