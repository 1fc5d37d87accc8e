namespace OpenAso.X12.Tests;

public class SegmentTagTests
{
    [Fact]
    public void A_tag_is_its_letters()
    {
        Assert.Equal(SegmentTag.ISA, SegmentTag.Of("ISA").Packed);
        Assert.Equal("GS", SegmentTag.Of("GS").ToString());
        Assert.NotEqual(SegmentTag.Of("N3"), SegmentTag.Of("NM1"));
        Assert.Equal(0, SegmentTag.Pack("TOOLONG"u8));
    }
}
