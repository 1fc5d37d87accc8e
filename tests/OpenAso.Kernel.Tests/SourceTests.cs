namespace OpenAso.Kernel.Tests;

public sealed class SourceTests
{
    [Fact]
    public void A_source_keeps_its_citation() => Assert.Equal("29 CFR 1", new SourceAttribute("29 CFR 1").Citation);
}
