using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads CSV files that a command names.</summary>
internal static class CsvFiles
{
    public static IReadOnlyList<T> Read<T>(
        IEnumerable<FileInfo> files, Func<TextReader, string, Parsed<ValueList<T>>> read, List<Finding> findings) =>
        [.. files.SelectMany(file => Read(file, read, findings))];

    private static ValueList<T> Read<T>(
        FileInfo file, Func<TextReader, string, Parsed<ValueList<T>>> read, List<Finding> findings)
    {
        using var reader = new StringReader(InputFiles.Text(file));
        var parsed = read(reader, file.ToString());
        findings.AddRange(parsed.Findings);
        return parsed.Value;
    }
}
