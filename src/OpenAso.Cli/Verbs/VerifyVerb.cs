using System.CommandLine;
using OpenAso.Operations.Verifying;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso verify</c></summary>
internal static class VerifyVerb
{
    private const int Shown = 50;

    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var json = Options.Json();
        var command = new Command("verify", "Proves the books: claims, accumulators, ledger, payments, remittances.")
        {
            folder,
            employer,
            json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder), parsed.GetValue(employer), parsed.GetValue(json), terminal));
        return new Verb(command, "verify");
    }

    private static int Run(BooksPlace folder, string? employer, bool json, Terminal terminal)
    {
        var books = DataFolder.Open(folder, DatabaseAccess.Read, terminal);
        try
        {
            var proofs = DataFolder.Scopes(books, employer).Select(new VerifyUseCase(books).Run).ToList();
            foreach (var proof in proofs)
            {
                if (json)
                    terminal.Output.WriteLine(VerificationJson.Of(proof));
                else
                    Say(proof, terminal);
            }
            return proofs.TrueForAll(proof => proof.IsProved) ? ExitCode.Done : ExitCode.NeedsAttention;
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Say(Verification proof, Terminal terminal)
    {
        terminal.Output.WriteLine($"{proof.Scope.Employer}:");
        foreach (var check in proof.Checks)
        {
            var outcome = check.Discrepancies == 0 ? "proved" : $"{check.Discrepancies} DO NOT AGREE";
            terminal.Output.WriteLine(
                $"  {check.Name}: {outcome} "
                    + $"({check.Examined.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} examined)");
        }
        foreach (var discrepancy in proof.Discrepancies.Items.Take(Shown))
            terminal.Output.WriteLine($"  {discrepancy}");
        if (proof.Discrepancies.Count > Shown)
            terminal.Output.WriteLine($"  … and {proof.Discrepancies.Count - Shown} more.");
    }
}
