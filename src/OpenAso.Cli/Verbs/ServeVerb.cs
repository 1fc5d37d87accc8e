using System.CommandLine;
using OpenAso.Api.Webhooks;
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
        var within = new Option<bool>("--webhooks-within")
        {
            Description = "Webhooks may be of this machine and of private networks, and without https.",
        };
        var command = new Command(
            "serve", "Serves pages, and /api/v1 for programs, over the books of a folder until it is stopped.")
        {
            folder, addresses, within,
        };
        command.SetAction((parsed, cancellation) => BooksServer.RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(addresses), terminal,
            new WebhookSettings(parsed.GetValue(within)), cancellation));
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
