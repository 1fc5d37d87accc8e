using System.Buffers;
using OpenAso.Operations;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Remitting;
using OpenAso.X12.Remittances;

namespace OpenAso.Cli.Verbs;

/// <summary>The files that <c>adjudicate --out</c> writes: one 835, and a 999 for each file read.</summary>
internal static class AdjudicationFiles
{
    private const string RemittanceName = "remittance.835";

    // Without an agreement nobody has said who pays.
    private static readonly RemittancePayer Payer = new()
    {
        Name = "SELF-FUNDED PLAN",
        TaxIdentifier = "999999999",
        Address = new RemittanceAddress("PLAN OFFICE", "", "COLUMBUS", "OH", "43215"),
        TechnicalContact = new RemittanceContact("PLAN OFFICE", Telephone: "5555550100"),
    };

    /// <summary>Writes them, or only names them.</summary>
    public static void Write(
        DirectoryInfo folder, IReadOnlyList<StandingClaim> decided, IEnumerable<ReadFile> files, bool dryRun,
        Terminal terminal)
    {
        var remittances = DecisionRemittances.Of(decided, Payer);
        var written = Of(remittances, files).ToList();
        if (dryRun)
        {
            OutputFile.DemandFolder(folder, "--out");
            foreach (var (name, _) in written)
                terminal.Say($"would write {Path.Combine(folder.ToString(), name)}");
            return;
        }
        OutputFile.MakeFolder(folder, "--out");
        foreach (var (name, write) in written)
            OutputFile.Write(Path.Combine(folder.FullName, name), write);
        terminal.Say(
            $"{Counted.Of(remittances.Count, "payment", "payments")} in "
                + $"{Path.Combine(folder.ToString(), RemittanceName)}; "
                + $"{Counted.Of(written.Count(one => one.Name != RemittanceName), "answer", "answers")} (999) "
                + "beside it.");
    }

    private static IEnumerable<(string Name, Action<IBufferWriter<byte>> Write)> Of(
        DecisionRemittances remittances, IEnumerable<ReadFile> files)
    {
        if (remittances.LastDay is { } day)
            yield return (
                RemittanceName, output => X12Files.WriteRemittances(output, remittances.Remittances(), day, 1));
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (X12Files.Acknowledgment(file.Envelopes) is { } answer)
                yield return (Unique(names, Path.GetFileName(file.File.Name)), output => output.Write(answer));
        }
    }

    private static string Unique(HashSet<string> names, string name)
    {
        var number = 1;
        var unique = $"{name}.999";
        while (!names.Add(unique))
            unique = $"{name}-{++number}.999";
        return unique;
    }
}
