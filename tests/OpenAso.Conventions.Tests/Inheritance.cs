namespace OpenAso.Conventions.Tests;

/// <summary>A class is sealed or static unless something is derived from it, or the compiler of pages makes it.
/// </summary>
internal static class Inheritance
{
    private const string Page = "Microsoft.AspNetCore.Components.ComponentBase";

    public static IEnumerable<Violation> Open(IReadOnlyCollection<Type> types)
    {
        var bases = types.Select(type => Definition(type.BaseType)).OfType<Type>().ToHashSet();
        return types
            .Where(type => type.IsClass && !type.IsSealed && !bases.Contains(type) && type.Name != "Program"
                && !IsPage(type))
            .Select(type => new Violation(
                $"sealed/{Assemblies.NameOf(type)}", "The class is open and nothing derives from it: seal it."));
    }

    private static bool IsPage(Type? type) =>
        type is not null && (type.FullName == Page || type.Name == "_Imports" || IsPage(type.BaseType));

    private static Type? Definition(Type? type) =>
        type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
}
