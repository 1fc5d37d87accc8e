namespace OpenAso.Conventions.Tests;

/// <summary>A class is sealed or static unless something is derived from it.</summary>
internal static class Inheritance
{
    public static IEnumerable<Violation> Open(IReadOnlyCollection<Type> types)
    {
        var bases = types.Select(type => Definition(type.BaseType)).OfType<Type>().ToHashSet();
        return types
            .Where(type => type.IsClass && !type.IsSealed && !bases.Contains(type) && type.Name != "Program")
            .Select(type => new Violation(
                $"sealed/{Assemblies.NameOf(type)}", "The class is open and nothing derives from it: seal it."));
    }

    private static Type? Definition(Type? type) =>
        type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
}
