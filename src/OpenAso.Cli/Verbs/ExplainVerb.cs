using System.CommandLine;
using System.Text.Json;
using OpenAso.Operations.Explaining;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso explain CLAIM</c></summary>
internal static class ExplainVerb
{
    public static Verb Create(Terminal terminal)
    {
        var claim = new Argument<string>("CLAIM")
        {
            Description = "The claim's number, its first digits, or the provider's own number.",
        };
        var folder = DataFolder.Option();
        var json = Options.Json();
        var command = new Command("explain", "Explains a claim: every cent, with the plan's own words.")
        {
            claim,
            folder,
            json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(claim), parsed.GetRequiredValue(folder), parsed.GetValue(json), terminal));
        return new Verb(command, "explain 1fb92f2f");
    }

    private static int Run(string text, BooksPlace folder, bool json, Terminal terminal)
    {
        if (text.Length < 4)
            throw new CommandFailure("Give at least four characters of the claim's number.");
        var books = DataFolder.Open(folder, DatabaseAccess.Read, terminal);
        try
        {
            var found = new ExplainUseCase(books).Find(text);
            if (found.Count == 0)
                throw new CommandFailure(
                    $"No claim has a number that begins with '{text}', nor that provider's number.");
            if (found.Count > 1)
                terminal.Say($"{found.Count} claims fit; each is shown.");
            foreach (var claim in found)
            {
                var terms = DataFolder.Terms(books, claim.Scope.Employer.Value);
                if (json)
                    WriteJson(claim, terms.Basis.Plans, terminal);
                else
                    terminal.Output.Write(ClaimText.Of(claim.Standing, terms.Basis.Plans));
            }
            return ExitCode.Done;
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void WriteJson(FoundClaim found, OpenAso.Plans.PlanLibrary plans, Terminal terminal)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            DeterminationJson.Write(writer, found.Standing.Claim, found.Standing.Original, plans);
        terminal.Output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
