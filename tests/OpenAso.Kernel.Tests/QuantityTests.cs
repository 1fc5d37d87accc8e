using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1)]
    [InlineData(1_001, 2)]
    [InlineData(-1_500, -1)]
    public void A_part_of_a_unit_counts_as_one(long thousandths, long units) =>
        Assert.Equal(units, new Quantity(thousandths).RoundedUp);

    [Fact]
    public void What_is_written_is_read_back() => Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Sample(thousandths =>
        Quantity.TryParse(new Quantity(thousandths).ToString(), out var read) && read.Thousandths == thousandths);

    [Theory]
    [InlineData("")]
    [InlineData("1.0005")]
    [InlineData("1,5")]
    [InlineData("1000000001")]
    public void What_is_no_quantity_is_refused(string text)
    {
        Assert.False(Quantity.TryParse(text, out var quantity));
        Assert.Equal(Quantity.Zero, quantity);
    }

    [Fact]
    public void Whole_quantities_are_known()
    {
        Assert.True(Quantity.Of(21).IsWhole);
        Assert.False(new Quantity(1_500).IsWhole);
        Assert.True(Quantity.One < Quantity.Of(2) && Quantity.Of(2) >= Quantity.Of(2));
    }
}
