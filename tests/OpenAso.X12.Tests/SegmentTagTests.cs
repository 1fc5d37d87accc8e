namespace OpenAso.X12.Tests;

public class SegmentTagTests
{
    [Fact]
    public void Tags_are_compared_by_their_letters() => Assert.Equal(new SegmentTag(1), new SegmentTag(1));
}
