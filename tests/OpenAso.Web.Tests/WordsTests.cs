using System.Globalization;
using OpenAso.Decision;
using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Web.Tests;

public class WordsTests
{
    [Fact]
    public void What_stands_at_the_places_of_a_sentence_is_written_as_its_reader_writes()
    {
        var words = new Words(CultureInfo.GetCultureInfo("de-DE"));

        Assert.Equal("$1.234,50", words.Write(new Money(123_450)));
        Assert.Equal("$1.234.568", words.Write(new WholeAmount(1_234_567.8)));
        Assert.Equal("12,5 %", words.Write(new ComputedShare(0.125)).Replace(' ', ' '));
        Assert.Equal("50,0 %", words.Write(new Percent(500_000)).Replace(' ', ' '));
        Assert.Equal("9 März 2026", words.Write(new DateOnly(2026, 3, 9)));
        Assert.Equal("12.345", words.Write(12_345));
        Assert.Equal("0,10", words.Write(new Parameter(0.1)));
        Assert.Equal("a name", words.Write("a name"));
        Assert.Equal("9 März 2026", words.Pictures.Day(new DateOnly(2026, 3, 9)));
    }

    [Fact]
    public void A_step_that_cannot_follow_is_refused_in_the_words_in_which_the_page_names_steps()
    {
        var day = new DateOnly(2026, 3, 9);
        var filed = new Recovery("F1", StopLossCoverage.Specific, "A", Money.Of(9), Money.Of(9),
            [new RecoveryStep(RecoveryState.Filed, day, Money.Zero, "")]);
        var refused = RecoveryRules.Next(filed, new RecoveryStep(RecoveryState.Appealed, day, Money.Zero, "why"))
            .Findings[0];

        Assert.Equal(
            "Filing F1 is with the carrier and cannot become appealed. Possible: carrier waits for something, "
            + "approved, denied, closed.", new Words(CultureInfo.GetCultureInfo("en-US")).Say(refused));
        Assert.Equal(
            "Filing F1 is filed and cannot become appealed. Possible: pended, approved, denied, closed.",
            refused.Message);
    }
}
