using System.Globalization;
using System.Resources;

namespace OpenAso.Kernel.Tests;

public class SentenceTests
{
    private static readonly RoomTexts Texts = new(typeof(SentenceTests));

    [Fact]
    public void What_somebody_else_wrote_is_left_as_it_is_in_every_language()
    {
        var sentence = Sentence.Quoted("{0} of {1}, as it was sent");

        Assert.Null(sentence.Texts);
        Assert.Equal("{0} of {1}, as it was sent", $"{sentence}");
    }

    [Fact]
    public void Sentences_are_equal_where_they_say_the_same()
    {
        Assert.Equal(Texts["key", new Money(100), "name"], Texts["key", new Money(100), "name"]);
        Assert.NotEqual(Texts["key", new Money(100)], Texts["key", new Money(101)]);
        Assert.NotEqual(Texts["key"], Texts["other"]);
        Assert.NotEqual(Texts["key"], Sentence.Quoted("key"));
    }

    [Fact]
    public void Places_are_written_by_whoever_says_the_sentence()
    {
        var sentence = Texts["key", new Money(123_450), new DateOnly(2026, 3, 9)];

        Assert.Equal("On <2026> <1234.50> is due.", sentence.Filled(
            "On {1} {0} is due.", place => place is DateOnly day ? $"<{day.Year}>" : $"<{place}>",
            CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_key_without_a_text_is_a_defect() =>
        Assert.ThrowsAny<MissingManifestResourceException>(() => Texts["no-such-key"].ToString());

    [Fact]
    public void The_message_of_a_finding_is_the_english_of_its_sentence()
    {
        var finding = new Finding("CODE", Severity.Warning, Place.None, Sentence.Quoted("Mend it."));

        Assert.Equal("Mend it.", finding.Message);
        Assert.NotNull(finding.Sentence);
        Assert.Null(new Finding("CODE", Severity.Warning, Place.None, "Mend it.").Sentence);
    }
}
