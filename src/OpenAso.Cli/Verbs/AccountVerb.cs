using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso account …</c> of people, and <c>openaso account token make|list|revoke</c></summary>
internal sealed class AccountVerb
{
    private const int UsualDays = 90;

    /// <summary>What may be given by name; members and providers see their own records, which no role names.</summary>
    internal static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .Where(RightsOfRoles.IsGivenByName)
        .ToDictionary(role => Words.Of(role.ToString()));

    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = EmployerOption();
    private readonly Option<string?> _name = DeskOptions.Text("--name", "WORDS", "Of the program.", required: true);
    private readonly Option<string?> _token = DeskOptions.Text(
        "--token", "ID", "Which token, as the list names it.", required: true);
    private readonly Option<string?> _by = DeskOptions.Text("--by", "NAME", "Who makes it.", required: true);
    private readonly Option<Role> _role = Options.Word("--role", "What the program may do.", Roles, Role.Auditor);
    private readonly Option<int> _days = Options.Number("--days", "How long it is good for, 366 at most.", UsualDays);
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private AccountVerb(Terminal terminal)
    {
        _terminal = terminal;
        _role.Required = true;
    }

    public static Verb Create(Terminal terminal)
    {
        var verb = new AccountVerb(terminal);
        var make = new Command("make", "Makes a token and shows it once.")
        {
            verb._name, verb._role, verb._employer, verb._days, verb._by, verb._folder, verb._json,
        };
        make.SetAction(verb.Make);
        var list = new Command("list", "Shows every token, and which of them are good.") { verb._folder, verb._json };
        list.SetAction(verb.List);
        var revoke = new Command("revoke", "Revokes a token: it opens nothing from now on.")
        {
            verb._token, verb._folder,
        };
        revoke.SetAction(verb.Revoke);
        var account = new Command("account", "Keeps the accounts of people and the tokens of programs.")
        {
            new Command("token", "Tokens of programs.") { make, list, revoke },
        };
        foreach (var command in AccountCommands.Of(terminal))
            account.Subcommands.Add(command);
        return new Verb(
            account, "account add --account ann --name 'Ann Lee' --role examiner --by root --password",
            "account list", "account token make --name clearing --role eligibility --employer acme --by ann",
            "account token revoke --token 3f09a1b2c4d5");
    }

    /// <summary><c>--employer ID</c>, in whose books alone something is open.</summary>
    internal static Option<string?> EmployerOption() => new("--employer")
    {
        Description = "In the books of this employer alone; of every employer if left out.",
        HelpName = "ID",
    };

    private int Make(ParseResult parsed) => With(parsed, DatabaseAccess.Write, (books, tenant) =>
    {
        var days = parsed.GetValue(_days);
        if (days < 1 || days > (int)TokenUseCase.LongestLife.TotalDays)
            throw new CommandFailure($"--days expects 1 to {(int)TokenUseCase.LongestLife.TotalDays}.");
        if (parsed.GetValue(_employer) is { } named)
            DataFolder.Scope(books, named);
        var now = TimeProvider.System.GetUtcNow();
        EmployerId? employer = parsed.GetValue(_employer) is { } one ? new EmployerId(one) : null;
        var (token, text) = new TokenUseCase(books).MakeAsync(
            tenant,
            new ApiToken(
                "", parsed.GetValue(_name)!, new Grant(parsed.GetValue(_role), employer), parsed.GetValue(_by)!, now,
                now.AddDays(days), null),
            RandomNumberGenerator.GetBytes(TokenUseCase.RandomBytes)).GetAwaiter().GetResult();
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(TokenJson.Of(token, text));
        else
            _terminal.Output.WriteLine(text);
        _terminal.Say($"Token {token.Id} is good until {Day(token.ExpiresAt)}. It is not shown again.");
        return ExitCode.Done;
    });

    private int List(ParseResult parsed) => With(parsed, DatabaseAccess.Read, (books, tenant) =>
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var token in new TokenUseCase(books).All(tenant))
            _terminal.Output.WriteLine(parsed.GetValue(_json)
                ? TokenJson.Of(token)
                : $"{token.Id}  {Words.Of(token.Grant.Role.ToString())} of "
                    + $"{token.Grant.Employer?.Value ?? "every employer"}, "
                    + (token.RevokedAt is { } revoked ? $"revoked {Day(revoked)}"
                        : token.IsGood(now) ? $"good until {Day(token.ExpiresAt)}" : $"expired {Day(token.ExpiresAt)}")
                    + $": {token.Name}");
        return ExitCode.Done;
    });

    private int Revoke(ParseResult parsed) => With(parsed, DatabaseAccess.Write, (books, tenant) =>
    {
        var id = parsed.GetValue(_token)!;
        if (!new TokenUseCase(books).RevokeAsync(tenant, id, TimeProvider.System.GetUtcNow()).GetAwaiter().GetResult())
            throw new CommandFailure(
                $"No token '{id}' is good: 'openaso account token list' names those there are.");
        _terminal.Say($"Token {id} opens nothing from now on.");
        return ExitCode.Done;
    });

    private int With(ParseResult parsed, DatabaseAccess access, Func<Books, TenantId, int> run) => DataFolder.With(
        parsed.GetRequiredValue(_folder), access, _terminal, books => run(books, DataFolder.Administrator(books)));

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
