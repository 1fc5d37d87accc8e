using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_are_equal_when_their_items_are() =>
        Gen.Select(Gen.Int[0, 2].Array[0, 4], Gen.Int[0, 2].Array[0, 4]).Sample((left, right) =>
        {
            ValueList<int> a = left.ToValueList(), b = right.ToValueList();
            return (a == b) == left.SequenceEqual(right) && (a != b) == !left.SequenceEqual(right)
                && a.Equals((object)b) == (a == b) && (a != b || a.GetHashCode() == b.GetHashCode());
        });

    [Fact]
    public void The_default_is_the_empty_list()
    {
        ValueList<int> nothing = default;

        Assert.Equal([], nothing);
        Assert.Empty(nothing);
        Assert.Empty(nothing.Items);
        Assert.Equal(nothing.GetHashCode(), ValueList.Create<int>([]).GetHashCode());
        Assert.Equal([7], nothing.Add(7));
        Assert.ThrowsAny<Exception>(() => nothing[0]);
    }

    [Fact]
    public void Adding_leaves_the_list_as_it_was()
    {
        ValueList<int> two = [1, 2];

        Assert.Equal([1, 2, 3], two.Add(3));
        Assert.Equal([1, 2], two);
        Assert.Equal(2, two[1]);
    }

    [Fact]
    public void A_record_that_holds_one_compares_by_its_items()
    {
        var finding = new Finding("ABC001", Severity.Warning, new Place("a.yaml", 12, 3, "tiers"), "Mend it.");

        Assert.Equal(new Parsed<int>(1, [finding]), new Parsed<int>(1, [finding with { }]));
        Assert.NotEqual(new Parsed<int>(1, [finding]), new Parsed<int>(1, []));
    }
}
