using OpenAso.Disability.Deciding;
using OpenAso.Disability.Terms;

namespace OpenAso.Disability.Tests;

public class SamplePlanTests
{
    [Theory]
    [InlineData("std", 5)]
    [InlineData("ltd", 2)]
    public void Every_disability_plan_decides_its_worked_examples_as_it_promises(string name, int examples)
    {
        var plan = DisabilityPlanReader.Read(Repository.Read($"plans/disability/{name}.yaml"), name).Value!;

        Assert.Equal(examples, plan.Examples.Count);
        Assert.Empty(ExampleRun.Of(plan, Sample.Law));
    }

    [Theory]
    [InlineData("maximum: 2500", "maximum: 700", "gross")]
    [InlineData("rate: 50%", "rate: 100%", "recovery")]
    [InlineData("sickness: 7,", "sickness: 8,", "from")]
    [InlineData("decision: denied", "decision: approved\n    schedule: |\n      from | net\n      2026-01-05 | 1",
        "decision")]
    public void A_changed_term_is_a_difference_from_the_examples(string written, string changed, string what)
    {
        var text = Repository.Read("plans/disability/std.yaml");
        Assert.Contains(written, text, StringComparison.Ordinal);

        var plan = DisabilityPlanReader.Read(text.Replace(written, changed, StringComparison.Ordinal), "std").Value!;

        Assert.Contains(ExampleRun.Of(plan, Sample.Law), difference => difference.What == what);
    }

    [Fact]
    public void An_amendment_holds_for_disabilities_that_begin_on_its_day()
    {
        var text = Sample.WeeklyText(("amendments", "[{first: 2026-01-05, benefit: {percent: 50%}}]"));
        var plan = DisabilityPlanReader.Read(text, "plan.yaml").Value!;
        var before = Sample.Claim(
            ("disability", "{last-day-worked: 2026-01-03, from: 2026-01-04, cause: accident}"),
            ("certifications", "[{from: 2026-01-04, to: 2026-03-31}]"));

        Assert.Equal(2, plan.Wordings.Count);
        Assert.Equal(Kernel.Money.Of(500), Sample.Payments(plan, Sample.Claim())[0].Paid);
        Assert.Equal(Kernel.Money.Of(600), Sample.Payments(plan, before)[0].Paid);
    }
}
