using System.CommandLine;
using OpenAso.Cli.Serving;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso serve</c></summary>
internal static class ServeVerb
{
    /// <summary>Where a server listens unless told otherwise: this machine alone.</summary>
    public const string UsualAddress = "http://127.0.0.1:5080";

    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var addresses = Addresses();
        var command = new Command("serve", "Serves the pages over the books until it is stopped.")
        {
            folder, addresses,
        };
        command.SetAction((parsed, cancellation) => BooksServer.RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(addresses), terminal, cancellation));
        return new Verb(command, "serve --dir openaso-data");
    }

    /// <summary><c>--urls</c></summary>
    public static Option<string> Addresses() => new("--urls")
    {
        Description = $"Where to listen; {UsualAddress} if left out. Several are divided by ';'.",
        HelpName = "URLS",
        DefaultValueFactory = _ => UsualAddress,
    };
}
