using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads the fee schedules and networks that a command names.</summary>
internal static class PriceFiles
{
    public static PriceBook Read(IEnumerable<FileInfo> fees, IEnumerable<FileInfo> networks, List<Finding> findings)
    {
        var rules = fees.SelectMany(file => Read(file, FeeFile.Read, findings)).ToList();
        var memberships = networks.SelectMany(file => Read(file, NetworkFile.Read, findings)).ToList();
        return new PriceBook(new FeeSchedule(rules), memberships);
    }

    private static ValueList<T> Read<T>(
        FileInfo file, Func<TextReader, string, Parsed<ValueList<T>>> read, List<Finding> findings)
    {
        using var reader = new StringReader(InputFiles.Text(file));
        var parsed = read(reader, file.ToString());
        findings.AddRange(parsed.Findings);
        return parsed.Value;
    }
}
