using OpenAso.Kernel;
using OpenAso.Operations.PlanDocuments;
using OpenAso.Plans;

namespace OpenAso.Operations.Tests;

public class WorkedExampleTests
{
    public static TheoryData<string> Documents() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("plans"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("benefits:", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_plan_document_decides_its_worked_examples_as_it_promises(string file)
    {
        var plan = PlanReader.Read(File.ReadAllText(Repository.PathOf(file)), file);
        Assert.True(plan.Value is not null, string.Join('\n', plan.Findings.Items));

        var results = WorkedExampleRun.Run(plan.Value);

        Assert.NotEmpty(results);
        Assert.Empty(results.Where(result => !result.Agrees)
            .Select(result => $"{result.Line.Place} {result.Line.Claim}: {result.Problem}"));
    }

    [Theory]
    [InlineData("plan-a", 18)]
    [InlineData("plan-b", 7)]
    [InlineData("plan-c", 10)]
    public void Worked_claims_tables_A_B_and_C_are_there_whole(string name, int rows)
    {
        var plan = PlanReader.Read(File.ReadAllText(Repository.PathOf($"plans/worked/{name}.yaml")), name).Value!;

        Assert.Equal(rows, WorkedExampleRun.Run(plan).Count);
    }

    [Theory]
    [InlineData("acme/acme-ppo")]
    [InlineData("acme/acme-hdhp")]
    [InlineData("acme/acme-dental")]
    [InlineData("birch/birch-ppo")]
    [InlineData("birch/birch-dental")]
    [InlineData("samples/sample-health")]
    [InlineData("samples/sample-dental")]
    public void A_plan_on_offer_shows_a_family_a_provider_out_of_network_and_a_limit_that_is_used_up(string name)
    {
        var file = $"plans/{name}.yaml";
        var plan = PlanReader.Read(File.ReadAllText(Repository.PathOf(file)), file).Value!;
        var results = WorkedExampleRun.Run(plan);

        Assert.Equal(Path.GetFileNameWithoutExtension(file), plan.Id.Value);
        Assert.True(results.Count >= 8, $"{results.Count} worked claims");
        Assert.Contains(
            plan.Examples, example => example.Members.Count > 1 && example.Coverage != CoverageTier.EmployeeOnly);
        Assert.Contains(results, result => result.Line.Tier == "out" && result.Line.Expected.BalanceBill.IsPositive);
        Assert.Contains(results, result => result.Line.Expected.NotCovered.IsPositive && IsCovered(plan, result.Line));
    }

    private static bool IsCovered(Plan plan, WorkedLine line) =>
        plan.AsOf(line.Date)!.BenefitFor(line.Service) is { Covered: true };

    [Fact]
    public void A_deductible_that_is_one_dollar_higher_moves_the_cents_that_depend_on_it()
    {
        var text = File.ReadAllText(Repository.PathOf("plans/worked/plan-a.yaml"));
        var dearer =
            PlanReader.Read(text.Replace("person: 1500,", "person: 1501,", StringComparison.Ordinal), "a").Value!;

        var changed = WorkedExampleRun.Run(dearer).Where(result => !result.Agrees).Select(result => result.Line.Claim);

        // Ana meets hers on A4, and Cal meets the family's on A7: one dollar more of hers is one less of his, and the
        // twenty cents of coinsurance that move with it cancel out in the family's maximum.
        Assert.Equal(["A4", "A7"], changed);
    }
}
