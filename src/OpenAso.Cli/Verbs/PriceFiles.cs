using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads the fee schedules and networks that a command names.</summary>
internal static class PriceFiles
{
    public static PriceBook Read(IEnumerable<FileInfo> fees, IEnumerable<FileInfo> networks, List<Finding> findings)
    {
        var rules = CsvFiles.Read(fees, FeeFile.Read, findings);
        var memberships = CsvFiles.Read(networks, NetworkFile.Read, findings);
        return new PriceBook(new FeeSchedule(rules), memberships);
    }
}
