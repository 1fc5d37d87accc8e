using OpenAso.Kernel;

namespace OpenAso.Plans.Tests;

public class CodeSetTests
{
    [Theory]
    [InlineData("99213")]
    [InlineData("99381-99397")]
    [InlineData("Z00*")]
    [InlineData("d1110")]
    public void A_code_a_run_and_a_beginning_are_read(string text) => Assert.True(CodeSet.TryParseRun(text, out _));

    // Claims carry diagnoses without the point, so a provision with one would never be met.
    [Theory]
    [InlineData("Z00.00")]
    [InlineData("Z00.*")]
    [InlineData("99213,99214")]
    [InlineData("99397-99381")]
    [InlineData("9938-99397")]
    [InlineData("*")]
    [InlineData("")]
    public void What_no_claim_can_carry_is_refused(string text) => Assert.False(CodeSet.TryParseRun(text, out _));

    [Theory]
    [InlineData("J3398", "J33*", true, false)]
    [InlineData("J33*", "J33*", true, true)]
    [InlineData("J3*", "J33*", true, true)]
    [InlineData("J3397-J3399", "J3398", true, true)]
    [InlineData("J3400", "J33*", false, false)]
    [InlineData("J3399", "J3398", false, false)]
    public void A_set_meets_a_run_in_one_code_and_holds_it_in_all(string set, string run, bool meets, bool holds)
    {
        var codes = CodeSet.Of([Run(set), Run("99213")]);

        Assert.Equal(meets, codes.Overlaps(Run(run)));
        Assert.Equal(holds, codes.ContainsAll(Run(run)));
    }

    [Fact]
    public void An_empty_list_of_codes_is_named_with_its_line()
    {
        var text = Repository.Read("plans/worked/plan-b.yaml");
        var broken = text.Replace("procedures: 99281-99285", "procedures: []", StringComparison.Ordinal);

        var finding = Assert.Single(PlanReader.Read(broken, "plan-b.yaml").Findings);

        Assert.NotEqual(text, broken);
        Assert.StartsWith("benefits.emergency.services[1].procedures", finding.Place.Path, StringComparison.Ordinal);
        Assert.Contains("leave the key out", finding.Message, StringComparison.Ordinal);
    }

    private static (Code First, Code Last) Run(string text) =>
        CodeSet.TryParseRun(text, out var run) ? run : throw new FormatException($"{text} is no run.");
}
