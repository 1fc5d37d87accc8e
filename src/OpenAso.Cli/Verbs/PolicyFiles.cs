using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads the stop-loss policies that a command names, and prices them for a census.</summary>
internal static class PolicyFiles
{
    /// <summary>The policy of one file; its findings are said.</summary>
    public static StopLossPolicy Read(FileInfo file, Terminal terminal)
    {
        var read = PolicyReader.Read(InputFiles.Text(file), file.ToString());
        terminal.Say(read.Findings);
        return read.Value ?? throw new CommandFailure($"{file} cannot be read as a stop-loss policy: see above.");
    }

    /// <summary>A policy as the offer of its carrier, or of its number where no carrier is named.</summary>
    public static Quote Offer(StopLossPolicy policy, ValueList<QuotedUnits> units) => new(
        policy.Carrier.Length > 0 ? policy.Carrier : policy.Number, policy, policy.Premium?.Rates ?? [], units,
        policy.Months);

    /// <summary>Who would be covered: the last month of a census.</summary>
    public static ValueList<QuotedUnits> Units(IEnumerable<FileInfo> files, List<Finding> findings)
    {
        var census = CsvFiles.Read(files, CensusFile.Read, findings);
        if (census.Count == 0)
            throw new CommandFailure("The census holds nobody, so nothing can be priced; add a month to it.");
        var last = census.Max(units => units.Month);
        return [.. census.Where(units => units.Month == last).GroupBy(units => (units.Line, units.Tier))
            .Select(group => new QuotedUnits(group.Key.Line, group.Key.Tier, group.Sum(units => units.Units)))];
    }
}
