using System.CommandLine;
using System.Security.Cryptography;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso account list|add|roles|link|end|password|totp|log</c></summary>
internal sealed class AccountCommands
{
    private const int EntriesShown = 100;

    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _account = DeskOptions.Text(
        "--account", "NAME", "The name to sign in with: letters, digits, and . _ @ -.", required: true);
    private readonly Option<string?> _name = DeskOptions.Text(
        "--name", "WORDS", "How pages call the person.", required: true);
    private readonly Option<string?> _by = DeskOptions.Text("--by", "NAME", "Who does it.", required: true);
    private readonly Option<string?> _issuer = DeskOptions.Text(
        "--issuer", "URL", "The identity provider, as the page after a first sign-in names it.", required: true);
    private readonly Option<string?> _subject = DeskOptions.Text(
        "--subject", "TEXT", "The person there, as that page says.", required: true);
    private readonly Option<string?> _employer = AccountVerb.EmployerOption();
    private readonly Option<string[]> _roles = new("--role")
    {
        Description = $"What for; may be given several times. One of {string.Join(", ", AccountVerb.Roles.Keys)}.",
        HelpName = "WORD",
        Required = true,
    };
    private readonly Option<bool> _password = new("--password")
    {
        Description = "Give the account a password, which is said once.",
    };
    private readonly Option<bool> _remove = new("--remove") { Description = "Take it away." };
    private readonly Option<bool> _dryRun = DeskOptions.DryRun();
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private AccountCommands(Terminal terminal)
    {
        _terminal = terminal;
        _account.Validators.Add(result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (!Account.IsId(text))
                result.AddError($"--account expects up to 64 letters, digits, and . _ @ -, not '{text}'.");
        });
        _roles.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value)
                .Where(word => !AccountVerb.Roles.ContainsKey(word)))
                result.AddError($"--role expects one of {string.Join(", ", AccountVerb.Roles.Keys)}, not '{word}'.");
        });
    }

    public static IEnumerable<Command> Of(Terminal terminal)
    {
        var of = new AccountCommands(terminal);
        var list = new Command("list", "Shows every account, its roles and how it signs in.") { of._folder, of._json };
        list.SetAction(of.List);
        var log = new Command("log", "Shows who signed in, who was refused, and changes of accounts; newest first.")
        {
            of._folder,
        };
        log.SetAction(of.Log);
        return
        [
            list, log,
            of.Changing("add", "Makes an account.", of.Add, of._name, of._roles, of._employer, of._password),
            of.Changing("roles", "Gives an account other roles; who is signed in with it signs in anew.", of.Roles,
                of._roles, of._employer),
            of.Changing("link", "Lets somebody at the identity provider sign in with an account.", of.Link,
                of._issuer, of._subject, of._remove),
            of.Changing("end", "Ends an account: it opens nothing from now on.", of.End),
            of.Changing("password", "Gives an account a new password, which is said once.", of.Password),
            of.Changing("totp", "Sets up an authenticator, whose code is asked for beside the password.", of.Totp,
                of._remove),
        ];
    }

    private Command Changing(
        string name, string description, Func<ParseResult, int> run, params ReadOnlySpan<Option> options)
    {
        var command = new Command(name, description) { _account };
        foreach (var option in options)
            command.Options.Add(option);
        foreach (Option option in new Option[] { _by, _folder, _dryRun, _json })
            command.Options.Add(option);
        command.SetAction(run);
        return command;
    }

    private int Add(ParseResult parsed)
    {
        var password = parsed.GetValue(_password) ? NewPassword() : null;
        return Change(
            parsed, books => new AddAccount(
                new Account(parsed.GetValue(_account)!, parsed.GetValue(_name)!, Grants(parsed, books)),
                Kept(password)),
            new AccountNews(password), password is null
                ? "is made. Nobody can sign in with it yet: 'openaso account link' ties it to somebody at the identity "
                    + "provider, 'openaso account password' gives it a password."
                : "is made.");
    }

    private int Roles(ParseResult parsed) => Change(
        parsed, books => new SetGrants(parsed.GetValue(_account)!, Grants(parsed, books)), new AccountNews(),
        "has these roles and no others; whoever was signed in with it signs in anew.");

    private int Link(ParseResult parsed)
    {
        var (id, identity) = (parsed.GetValue(_account)!,
            new ProviderIdentity(parsed.GetValue(_issuer)!, parsed.GetValue(_subject)!));
        return parsed.GetValue(_remove)
            ? Change(parsed, _ => new UnlinkIdentity(id, identity), new AccountNews(), "is no longer tied to it.")
            : Change(parsed, _ => new LinkIdentity(id, identity), new AccountNews(), "is tied to it.");
    }

    private int End(ParseResult parsed) => Change(
        parsed, _ => new EndAccount(parsed.GetValue(_account)!), new AccountNews(),
        "opens nothing from now on; what was done with it stays under its name.");

    private int Password(ParseResult parsed)
    {
        var password = NewPassword();
        return Change(
            parsed, _ => new SetPassword(parsed.GetValue(_account)!, Kept(password)), new AccountNews(password),
            "has a new password; whoever was signed in with it signs in anew.");
    }

    private int Totp(ParseResult parsed)
    {
        var id = parsed.GetValue(_account)!;
        if (parsed.GetValue(_remove))
            return Change(parsed, _ => new SetAuthenticator(id, ""), new AccountNews(), "asks for no code any more.");
        var secret = Authenticator.Secret(RandomNumberGenerator.GetBytes(Authenticator.SecretBytes));
        return Change(
            parsed, _ => new SetAuthenticator(id, secret),
            new AccountNews(Authenticator: Authenticator.Address(id, secret)),
            "asks for a code beside its password from now on.");
    }

    private int Change(ParseResult parsed, Func<Books, AccountChange> change, AccountNews news, string done) =>
        DataFolder.With(parsed.GetRequiredValue(_folder), DatabaseAccess.Write, _terminal, books =>
        {
            var isTrial = parsed.GetValue(_dryRun);
            var wanted = change(books);
            var by = new ChangedBy(parsed.GetValue(_by)!, TimeProvider.System.GetUtcNow(), "openaso account");
            var (outcome, account) = new AccountUseCase(books)
                .ChangeAsync(DataFolder.Administrator(books), wanted, by, isTrial)
                .GetAwaiter().GetResult();
            Demand(outcome, wanted.Id);
            // A secret of a trial opens nothing: it is not shown.
            Tell(parsed, account!, isTrial ? new AccountNews(IsTrial: true) : news with { IsTrial = false });
            _terminal.Say(isTrial ? $"{wanted.Id}: nothing was kept (--dry-run)." : $"{wanted.Id} {done}");
            return ExitCode.Done;
        });

    private static void Demand(AccountOutcome outcome, string id)
    {
        if (outcome == AccountOutcome.Done)
            return;
        throw new CommandFailure(outcome switch
        {
            AccountOutcome.Exists => $"There is, or was, an account '{id}'; 'openaso account roles' changes what it is "
                + "for, and the name of an ended one is not given again.",
            AccountOutcome.Unknown => $"There is no account '{id}'; 'openaso account list' names those there are.",
            AccountOutcome.Ended => $"The account '{id}' was ended; make another with 'openaso account add'.",
            AccountOutcome.Unfit => "--name expects how pages call the person: 1 to 100 letters.",
            AccountOutcome.OwnAccount => "Nobody ends the account they work with (--by); another administrator does.",
            AccountOutcome.LastAdministrator => "Nobody would be left who keeps accounts and can sign in: give "
                + "somebody else the role administrator first, for every employer, with 'openaso account roles'.",
            AccountOutcome.IdentityTaken => "That person at the identity provider has an account already; "
                + "'openaso account list' shows whose, and 'link --remove' takes it away.",
            _ => $"The account '{id}' is not tied to that person; 'openaso account list' shows to whom it is.",
        });
    }

    private void Tell(ParseResult parsed, KeptAccount account, AccountNews news)
    {
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(AccountJson.Of(account, news));
            return;
        }
        _terminal.Output.WriteLine(AccountLines.Of(account));
        if (news.Password is { } password)
            _terminal.Output.WriteLine($"Its password, which is not shown again: {password}");
        if (news.Authenticator is { } address)
            _terminal.Output.WriteLine($"For its authenticator, not shown again: {address}");
    }

    private int List(ParseResult parsed) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books =>
        {
            foreach (var account in new AccountUseCase(books).All(DataFolder.Administrator(books)))
                Tell(parsed, account, new AccountNews());
            return ExitCode.Done;
        });

    private int Log(ParseResult parsed) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books =>
        {
            foreach (var entry in new AccessLog(books).Newest(
                AccessLog.OfAdministrator(DataFolder.Administrator(books)), EntriesShown))
                _terminal.Output.WriteLine(AccountLines.Of(entry));
            return ExitCode.Done;
        });

    private ValueList<Grant> Grants(ParseResult parsed, Books books)
    {
        var employer = parsed.GetValue(_employer);
        if (employer is not null)
            DataFolder.Scope(books, employer);
        return parsed.GetValue(_roles)!.Distinct(StringComparer.Ordinal)
            .Select(word => new Grant(AccountVerb.Roles[word], employer is null ? null : new EmployerId(employer)))
            .ToValueList();
    }

    private static string NewPassword() => Secret.Readable(RandomNumberGenerator.GetBytes(15));

    private static string Kept(string? password) =>
        password is null ? "" : Secret.Keep(password, RandomNumberGenerator.GetBytes(16));
}
