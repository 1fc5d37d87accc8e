using OpenAso.Operations;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Remitting;
using OpenAso.X12.Remittances;

namespace OpenAso.Cli.Verbs;

/// <summary>The files that <c>adjudicate --out</c> writes: one 835, and a 999 for each file read.</summary>
internal static class AdjudicationFiles
{
    // Without an agreement nobody has said who pays.
    private static readonly RemittancePayer Payer = new()
    {
        Name = "SELF-FUNDED PLAN",
        TaxIdentifier = "999999999",
        Address = new RemittanceAddress("PLAN OFFICE", "", "COLUMBUS", "OH", "43215"),
        TechnicalContact = new RemittanceContact("PLAN OFFICE", Telephone: "5555550100"),
    };

    public static void Write(
        DirectoryInfo folder, IReadOnlyList<StandingClaim> decided, IEnumerable<ReadFile> files, Terminal terminal)
    {
        OutputFile.MakeFolder(folder, "--out");
        var remittances = DecisionRemittances.Of(decided, Payer);
        if (remittances.LastDay is { } day)
            OutputFile.Write(
                Path.Combine(folder.FullName, "remittance.835"),
                output => X12Files.WriteRemittances(output, remittances.Remittances(), day, 1));
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (X12Files.Acknowledgment(file.Envelopes) is { } answer)
                OutputFile.Write(
                    Path.Combine(folder.FullName, Unique(names, Path.GetFileName(file.File.Name))), answer);
        }
        terminal.Say(
            $"{Counted.Of(remittances.Count, "payment", "payments")} in "
                + $"{Path.Combine(folder.ToString(), "remittance.835")}; "
                + $"{Counted.Of(names.Count, "answer", "answers")} (999) beside it.");
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
