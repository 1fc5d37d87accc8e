namespace OpenAso.Conventions.Tests;

public sealed class InheritanceTests
{
    [Fact]
    public void Every_class_is_sealed_or_static_or_derived_from() =>
        KnownGaps.Allow("sealed", Inheritance.Open(Assemblies.Types));

    [Fact]
    public void An_open_class_is_found_and_a_base_class_is_not()
    {
        Type[] types = [typeof(Open), typeof(Base<>), typeof(Derived), typeof(Static), typeof(IAnything)];

        Assert.EndsWith(".Open", Assert.Single(Inheritance.Open(types)).Id, StringComparison.Ordinal);
    }

#pragma warning disable CA1852 // The open class is the bad example.
    private class Open;
#pragma warning restore CA1852

    private abstract class Base<T>;

    private sealed class Derived : Base<int>;

    private static class Static;

    private interface IAnything;
}
