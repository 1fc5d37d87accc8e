using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Correspondence.Tests;

public class AdjustmentWordsTests
{
    public static TheoryData<Denial> Denials => [.. Enum.GetValues<Denial>().Where(denial => denial != Denial.None)];

    [Theory]
    [MemberData(nameof(Denials))]
    public void Every_denial_has_its_words_and_says_what_would_change_it(Denial denial)
    {
        var group = AdjustmentRules.BearerOf(denial);

        var words = AdjustmentWords.Of(group, AdjustmentRules.ReasonOf(denial));

        Assert.NotEmpty(words.Reason);
        Assert.NotEmpty(words.Mend);
    }

    [Fact]
    public void Every_amount_that_a_line_can_have_has_its_words()
    {
        var line = new LineDetermination
        {
            Contractual = new Money(1), BalanceBill = new Money(2), Copay = new Money(3), Deductible = new Money(4),
            Coinsurance = new Money(5), Penalty = new Money(6),
        };
        var adjustments = new LineAdjustments();
        var count = AdjustmentRules.Of(line, adjustments);

        Assert.Equal(6, count);
        for (var i = 0; i < count; i++)
            Assert.NotEmpty(AdjustmentWords.Of(adjustments[i].Group, adjustments[i].Reason).Reason);
    }

    [Fact]
    public void A_code_that_no_decision_gives_has_no_words() =>
        Assert.Throws<ArgumentException>(() => AdjustmentWords.Of(AdjustmentGroup.OA, Code.Of("18")));
}
