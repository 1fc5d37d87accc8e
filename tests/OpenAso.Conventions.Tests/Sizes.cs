using System.Globalization;
using System.Reflection;

namespace OpenAso.Conventions.Tests;

/// <summary>Code that a reader can hold in the head: the limits are those of CONTRIBUTING.md.</summary>
internal static class Sizes
{
    public const int LineLength = 120;
    public const int FileLines = 400;
    public const int MethodLines = 60;
    public const int Parameters = 6;

    public static IEnumerable<Violation> Lines(SourceFile file) =>
        file.Lines.Index()
            .Where(line => new StringInfo(line.Item.TrimEnd('\r')).LengthInTextElements > LineLength)
            .Select(line => new Violation(
                $"line/{file.Path}", $"Line {line.Index + 1} is longer than {LineLength} characters; break it."));

    public static IEnumerable<Violation> Files(SourceFile file)
    {
        var count = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (count > FileLines)
            yield return new Violation(
                $"file/{file.Path}",
                $"The file has {count} lines, at most {FileLines} are allowed; divide it by subject.");
    }

    public static IEnumerable<Violation> Methods(SourceFile file) =>
        MemberScan.Of(file.Text).Where(member => member.Lines > MethodLines)
            .Select(member => new Violation(
                $"method/{file.Path}#{member.Name}",
                $"{member.Name} has {member.Lines} lines, at most {MethodLines} are allowed; name its parts."));

    /// <summary>A record's constructor names its members and is exempt; so is what a base class or interface
    /// set.</summary>
    public static IEnumerable<Violation> ParametersOf(Type type) =>
        type.GetMethods(Assemblies.Declared).Where(method => method.GetBaseDefinition() == method)
            .Concat<MethodBase>(Assemblies.IsRecord(type) ? [] : type.GetConstructors(Assemblies.Declared))
            .Where(method => Assemblies.IsWritten(method) && method.GetParameters().Length > Parameters)
            .Where(method => !(Assemblies.IsRecord(type) && method.Name == "Deconstruct"))
            .Where(method => !typeof(Delegate).IsAssignableFrom(type))
            .Select(method => new Violation(
                $"parameters/{Assemblies.NameOf(type)}.{method.Name}",
                $"{method.GetParameters().Length} parameters, at most {Parameters} are allowed; "
                    + "gather them in a record."));
}
