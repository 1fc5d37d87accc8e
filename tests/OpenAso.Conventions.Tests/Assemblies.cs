using System.Reflection;
using System.Runtime.CompilerServices;

namespace OpenAso.Conventions.Tests;

/// <summary>What was built from <c>src/</c>.</summary>
internal static class Assemblies
{
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Lazy<IReadOnlyList<Type>> Written = new(
        () => [.. Repository.Projects.Select(Of).SelectMany(assembly => assembly.GetTypes()).Where(IsWritten)]);

    /// <summary>Every type that somebody wrote; nothing that the compiler made.</summary>
    public static IReadOnlyList<Type> Types => Written.Value;

    public static Assembly Of(string project) =>
        Assembly.Load(project == "OpenAso.Cli" ? "openaso" : project);

    public static string ProjectOf(Type type) =>
        type.Assembly.GetName().Name is "openaso" ? "OpenAso.Cli" : type.Assembly.GetName().Name!;

    public static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null || type.GetMethod("PrintMembers", Declared) is not null;

    public static bool IsWritten(MemberInfo member) =>
        !member.Name.Contains('<', StringComparison.Ordinal)
        && !member.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && !member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), false)
        && (member.DeclaringType is null || IsWritten(member.DeclaringType));
}
