using OpenAso.Kernel;

namespace OpenAso.Conventions.Tests;

/// <summary>A rule says where it comes from: every public method of a class that ends in Rules carries its
/// source.</summary>
internal static class Citations
{
    public static IEnumerable<Violation> Missing(Type type) =>
        !type.Name.EndsWith("Rules", StringComparison.Ordinal)
            ? []
            : type.GetMethods(Assemblies.Declared)
                .Where(method => method.IsPublic && !method.IsSpecialName && Assemblies.IsWritten(method))
                .Where(method => !method.GetCustomAttributes(typeof(SourceAttribute), false)
                    .Cast<SourceAttribute>().Any(source => !string.IsNullOrWhiteSpace(source.Citation)))
                .Select(method => new Violation(
                    $"source/{type.Name}.{method.Name}",
                    "No [Source(\"…\")]: name the law, standard or plan clause that the rule comes from."));
}
