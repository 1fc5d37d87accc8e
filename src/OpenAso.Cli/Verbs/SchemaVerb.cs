using System.CommandLine;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso schema NAME</c></summary>
internal static class SchemaVerb
{
    private const string Prefix = "OpenAso.Cli.Schemas.";

    public static Verb Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "Which; without it, all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("schema", "Prints the JSON Schema of an input document or an output.") { name };
        command.SetAction(parsed => Print(parsed.GetValue(name), terminal));
        return new Verb(command, "schema determination");
    }

    private static int Print(string? name, Terminal terminal)
    {
        if (name is null)
        {
            foreach (var known in Names())
                terminal.Output.WriteLine(known);
            return ExitCode.Done;
        }
        using var stream = typeof(SchemaVerb).Assembly.GetManifestResourceStream($"{Prefix}{name}.json")
            ?? throw new CommandFailure($"There is no schema '{name}'; there are {string.Join(", ", Names())}.");
        using var reader = new StreamReader(stream);
        terminal.Output.Write(reader.ReadToEnd());
        return ExitCode.Done;
    }

    private static IEnumerable<string> Names() => typeof(SchemaVerb).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]))
        .Order(StringComparer.Ordinal);
}
