using System.Reflection;
using System.Text.RegularExpressions;
using OpenAso.Kernel;

namespace OpenAso.Storage;

/// <summary>One step in a database's history.</summary>
/// <param name="Number">From 1, ascending.</param>
/// <param name="Name">What it is called, as in its file's name.</param>
/// <param name="Sql">Its statements, the common ones before those made for one database.</param>
public sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>Names its text, whatever a checkout made of the line ends.</summary>
    public ContentHash Hash => ContentHash.Of(Sql.ReplaceLineEndings("\n"));

    /// <summary>Reads the migrations that a program carries, in order.</summary>
    /// <remarks>
    /// <c>0001-claims.sql</c> is for every database; <c>0001-claims.postgres.sql</c> only for the one it names, where
    /// it runs behind the common file of its number.
    /// </remarks>
    /// <param name="assembly">Carries them as embedded resources.</param>
    /// <param name="prefix">What their names begin with, such as <c>OpenAso.Operations.Migrations.</c>.</param>
    /// <param name="dialect">For which database.</param>
    /// <exception cref="ArgumentException">None is found, a name is not of this form, or a number has two
    /// names.</exception>
    public static IReadOnlyList<Migration> Embedded(Assembly assembly, string prefix, Dialect dialect)
    {
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => (Resource: name, Parts: Parts(name[prefix.Length..])))
            .ToList();
        if (files.Count == 0)
            throw new ArgumentException(
                $"{assembly.GetName().Name} carries no resource named {prefix}…", nameof(prefix));
        return [.. files
            .Where(file => file.Parts.Dialect.Length == 0 || file.Parts.Dialect == dialect.Name)
            .OrderBy(file => file.Parts.Dialect.Length)
            .GroupBy(file => file.Parts.Number)
            .OrderBy(group => group.Key)
            .Select(group => new Migration(
                group.Key,
                group.Select(file => file.Parts.Name).Distinct().ToList() is [var only]
                    ? only
                    : throw new ArgumentException($"Two migrations have the number {group.Key:0000}.", nameof(prefix)),
                string.Join("\n", group.Select(file => Text(assembly, file.Resource)))))];
    }

    /// <summary>As its file is named, without the ending.</summary>
    public override string ToString() => $"{Number:0000}-{Name}";

    private static (int Number, string Name, string Dialect) Parts(string file)
    {
        var match = FileName().Match(file);
        return match.Success
            ? (int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
                match.Groups[2].Value, match.Groups[3].Value)
            : throw new ArgumentException($"A migration is named like 0001-claims.sql, not {file}.", nameof(file));
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(\d{4})-([a-z0-9-]+)(?:\.([a-z]+))?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
