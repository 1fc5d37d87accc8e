using OpenAso.Kernel;

namespace OpenAso.Conventions.Tests;

public sealed class CitationsTests
{
    [Fact]
    public void Every_public_method_of_a_rules_class_cites_its_source() =>
        KnownGaps.Allow("source", Assemblies.Types.SelectMany(Citations.Missing));

    [Fact]
    public void A_rule_without_a_source_is_found()
    {
        Assert.Equal(["source/ExampleRules.Bare", "source/ExampleRules.Empty"],
            Citations.Missing(typeof(ExampleRules)).Select(violation => violation.Id));
        Assert.Empty(Citations.Missing(typeof(Example)));
    }

    private static class ExampleRules
    {
        [Source("29 CFR 2560.503-1")]
        public static int Cited() => Hidden();

        public static int Bare() => 2;

        [Source(" ")]
        public static int Empty() => 3;

        private static int Hidden() => 1;
    }

    private static class Example
    {
        public static int Bare() => 2;
    }
}
