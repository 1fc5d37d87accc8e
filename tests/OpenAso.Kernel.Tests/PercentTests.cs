using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class PercentTests
{
    [Theory]
    [InlineData("20%", 200_000)]
    [InlineData("20 %", 200_000)]
    [InlineData(" 20 ", 200_000)]
    [InlineData("12.5%", 125_000)]
    [InlineData("0.0001%", 1)]
    [InlineData("140%", 1_400_000)]
    [InlineData("0%", 0)]
    public void Shares_are_read(string text, int millionths)
    {
        Assert.True(Percent.TryParse(text, out var percent));
        Assert.Equal(millionths, percent.Millionths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-20%")]
    [InlineData("20%%")]
    [InlineData("0.00001%")]
    [InlineData("1e2%")]
    [InlineData("200001%")]
    public void What_is_no_share_is_refused(string text)
    {
        Assert.False(Percent.TryParse(text, out var percent));
        Assert.Equal(Percent.None, percent);
    }

    [Fact]
    public void What_is_written_is_read_back() => Gen.Int[0, 2_000_000_000].Sample(millionths =>
        Percent.TryParse(new Percent(millionths).ToString(), out var read) && read.Millionths == millionths);

    [Fact]
    public void A_share_and_its_complement_are_the_whole()
    {
        Assert.Equal(Percent.Of(80), Percent.Of(20).Complement);
        Assert.Equal(Percent.None, Percent.Whole.Complement);
        Assert.Equal(0.125m, new Percent(125_000).Fraction);
    }

    [Fact]
    public void Shares_are_ordered_by_size() => Gen.Select(Gen.Int, Gen.Int).Sample((left, right) =>
    {
        Percent a = new(left), b = new(right);
        return (a < b) == (left < right) && (a > b) == (left > right) && (a <= b) == (left <= right)
            && (a >= b) == (left >= right) && a.CompareTo(b) == left.CompareTo(right);
    });

    [Fact]
    public void More_percents_than_fit_are_refused() => Assert.Throws<OverflowException>(() => Percent.Of(300_000));
}
