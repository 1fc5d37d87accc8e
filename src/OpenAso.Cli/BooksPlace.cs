using System.CommandLine;
using System.CommandLine.Parsing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli;

/// <summary>Where books are: a file in a folder, or a database of a PostgreSQL server that holds those of one
/// administrator or several.</summary>
/// <param name="Folder">Named by <c>--dir</c>; with a server, where files go.</param>
/// <param name="Server">The address of the database; null for the file in the folder.</param>
/// <param name="Administrator">Whose books of the server; null for none named.</param>
internal sealed record BooksPlace(DirectoryInfo Folder, string? Server, string? Administrator)
{
    /// <summary>Names the server where no option does: an address with a password does not belong on a command
    /// line.</summary>
    public const string ServerVariable = "OPENASO_DATABASE";

    /// <summary>Says whose books where no option does.</summary>
    public const string AdministratorVariable = "OPENASO_ADMINISTRATOR";

    private const string ServerName = "--database";
    private const string AdministratorName = "--administrator";

    /// <summary>The file of the key by which secrets are sealed; null for the usual one.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Whether they are opened by a server, which asks the same again and again.</summary>
    public bool IsServed { get; init; }

    /// <summary>Where files are written, and the database file is if there is no server.</summary>
    public string File => Path.Combine(Folder.ToString(), Books.FileName);

    /// <summary>Whether there are books to open: a server is asked when it is opened.</summary>
    public bool Exists => Server is not null || Path.Exists(File);

    /// <summary>What repeats the place on a command line; empty for the usual folder.</summary>
    public string Arguments => (Server is not null
        ? $" --database {this} --administrator {Administrator}"
        : Folder.ToString() == DataFolder.Default ? "" : $" --dir {Folder}")
        + (KeyFile is { } file && file != Variable(Cli.KeyFile.Variable) ? $" {Cli.KeyFile.OptionName} {file}" : "");

    /// <summary>The place that a command names.</summary>
    /// <param name="folder">By <c>--dir</c>, or the usual one.</param>
    /// <param name="named">Whether <c>--dir</c> stands there.</param>
    /// <param name="result">Of the parser.</param>
    public static BooksPlace Of(DirectoryInfo folder, bool named, SymbolResult result)
    {
        var server = result.GetValue<string?>(ServerName) ?? (named ? null : Variable(ServerVariable));
        return new BooksPlace(
            folder, server,
            server is null ? null : result.GetValue<string?>(AdministratorName) ?? Variable(AdministratorVariable))
        {
            KeyFile = result.GetValue<string?>(Cli.KeyFile.OptionName) ?? Variable(Cli.KeyFile.Variable),
        };
    }

    /// <summary>Gives the options of a server to every command that works on books.</summary>
    public static void AddOptions(Command command)
    {
        if (command.Options.Any(option => option.ValueType == typeof(BooksPlace)))
        {
            command.Options.Add(ServerOption());
            command.Options.Add(AdministratorOption());
            command.Options.Add(KeyFileOption());
        }
        foreach (var inner in command.Subcommands)
            AddOptions(inner);
    }

    /// <summary>Opens the books.</summary>
    /// <param name="access">What for.</param>
    /// <param name="terminal">Told while another process is waited for.</param>
    /// <exception cref="CommandFailure">They are not there, or nobody says whose they are.</exception>
    public Books Open(DatabaseAccess access, Terminal terminal)
    {
        var books = (Server is { } server ? OfServer(server, access) : OfFile(access, terminal))
            .GetAwaiter().GetResult();
        books.Key = new KeyFile(KeyFile, terminal);
        return books;
    }

    /// <summary>The folder, or the database and its host; never a password.</summary>
    public override string ToString() => Server is { } server
        ? new PostgresOptions(server, "").ToString()
        : Folder.ToString();

    private static Option<string?> ServerOption() => new(ServerName)
    {
        Description = "PostgreSQL instead of a file: postgres://user@host:5432/database, or keywords and values; "
            + $"{ServerVariable} if left out and no --dir is named.",
        HelpName = "ADDRESS",
    };

    private static Option<string?> AdministratorOption() => new(AdministratorName)
    {
        Description = "Whose books of the server, by the administrator's id in its agreements; "
            + $"{AdministratorVariable} if left out.",
        HelpName = "ID",
    };

    private static Option<string?> KeyFileOption() => new(Cli.KeyFile.OptionName)
    {
        Description = "File of the key by which secrets in the books are sealed, made on first use; "
            + $"{Cli.KeyFile.Variable} if left out, or a file of your own.",
        HelpName = "FILE",
    };

    private Task<Books> OfServer(string server, DatabaseAccess access) => Books.OpenAsync(
        new PostgresOptions(server, Administrator ?? throw new CommandFailure(
            "A server holds the books of one administrator or several: say whose with --administrator ID, the id under "
            + $"'administrator' in the agreements, or set {AdministratorVariable}."))
        {
            Access = access,
            KeepsPlans = IsServed,
        });

    private Task<Books> OfFile(DatabaseAccess access, Terminal terminal)
    {
        if (System.IO.File.Exists(Folder.ToString()))
            throw new CommandFailure($"{Folder} is a file; --dir names the folder of {Books.FileName}.");
        if (access != DatabaseAccess.Create && !Exists)
            throw new CommandFailure(
                $"{File} does not exist; 'openaso demo' or 'openaso import' makes it, '--dir' names another folder.");
        return Books.OpenAsync(new SqliteOptions(File)
        {
            Access = access,
            Waiting = (owner, waited) => terminal.Say(
                $"{File} is in use by {owner?.ToString() ?? "another process"}; waiting ({waited.TotalSeconds:0} s)."),
        });
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
