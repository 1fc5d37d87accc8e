using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>Types are named for what the field calls them, never for a role in a program.</summary>
internal static partial class Names
{
    public static IEnumerable<Violation> Of(Type type)
    {
        if (Forbidden().Match(type.Name) is { Success: true } ending)
            yield return new Violation(
                $"name/{Assemblies.NameOf(type)}", $"The name ends in {ending.Value}; use the field's noun for it.");
    }

    // Generic types carry a number of parameters behind their name.
    [GeneratedRegex(@"(Manager|Helpers?|Utils?|Utilities|Processor|Handler|Service|Impl|Info|Data)(?=$|`)")]
    private static partial Regex Forbidden();
}
