using System.CommandLine;
using System.Globalization;
using OpenAso.Claims;
using OpenAso.Operations;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso pend list|release|deny|note</c></summary>
internal sealed class PendVerb
{
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _date = DeskOptions.Date("The day from which ages are counted.");
    private readonly Option<string?> _claim = DeskOptions.Text(
        "--claim", "ID", "The claim's whole number, as the list names it.", required: true);
    private readonly Option<string?> _reason = DeskOptions.Text(
        "--reason", "WORDS", "Why, in your words: kept with the claim.", required: true);
    private readonly Option<string?> _by = DeskOptions.Text(
        "--by", "NAME", "Who does it: kept with the claim.", required: true);
    private readonly Option<bool> _dryRun = DeskOptions.DryRun();
    private readonly Option<bool> _json = Options.Json();
    private readonly PendAnswerOptions _answers = new();
    private readonly Terminal _terminal;

    private PendVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new PendVerb(terminal);
        var pend = new Command("pend", "Works the claims that wait for a person.");
        var list = new Command("list", "Shows what waits, the oldest first, and why.")
        {
            verb._date, verb._employer, verb._folder, verb._json,
        };
        list.SetAction(verb.List);
        pend.Subcommands.Add(list);
        pend.Subcommands.Add(verb.Doing(
            "release", "Decides a claim again, by what you found out.", verb._answers.OfRelease,
            (use, terms, request, parsed) =>
                use.ReleaseAsync(terms, verb._answers.Release(request, parsed))));
        pend.Subcommands.Add(verb.Doing(
            "deny", "Denies a claim as a whole.", verb._answers.OfDenial,
            (use, terms, request, parsed) => use.DenyAsync(terms, verb._answers.Deny(request, parsed))));
        pend.Subcommands.Add(verb.Doing(
            "note", "Keeps a note about a claim, which waits on.", [],
            (use, terms, request, _) => use.NoteAsync(terms, request)));
        return new Verb(
            pend, "pend list --employer acme --date 2026-06-30",
            "pend release --employer acme --claim 1fb9…  --price 1=80.00 --by ann --reason 'agreed with the clinic'");
    }

    private Command Doing(
        string name, string description, IEnumerable<Option> answers,
        Func<PendUseCase, EmployerTerms, PendRequest, ParseResult, Task<PendOutcome>> act)
    {
        var command = new Command(name, description)
        {
            _claim, _reason, _by, _employer, _folder, _dryRun, _json,
        };
        foreach (var answer in answers)
            command.Options.Add(answer);
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(_folder), DatabaseAccess.Write, _terminal, books =>
            {
                var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
                var by = new Examiner(parsed.GetValue(_by)!, TimeProvider.System.GetUtcNow(), "command line");
                var request = new PendRequest(parsed.GetValue(_claim)!, parsed.GetValue(_reason)!, by)
                {
                    Keeps = !parsed.GetValue(_dryRun),
                };
                return Say(terms, act(Use(books), terms, request, parsed).GetAwaiter().GetResult(), parsed);
            }));
        return command;
    }

    private static PendUseCase Use(Books books) => new(books, ShippedDocuments.Procedure().DecidedWithinDays);

    private int List(ParseResult parsed) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books =>
        {
            var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
            var waiting = Use(books).Waiting(terms, parsed.GetValue(_date)!.Value);
            foreach (var claim in waiting)
                Say(terms, claim, parsed);
            if (!parsed.GetValue(_json))
                _terminal.Output.WriteLine(
                    $"{Counted.Of(waiting.Count, "claim waits", "claims wait")}, "
                    + $"{waiting.Count(IsLate)} longer than the plan may take.");
            return waiting.Any(IsLate) ? ExitCode.NeedsAttention : ExitCode.Done;
        });

    private static bool IsLate(PendedClaim claim) => claim.Age.DaysLeft < 0;

    private void Say(EmployerTerms terms, PendedClaim claim, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(PendJson.Of(terms.Scope.Employer, claim));
        else
            _terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{claim.Claim.Id}  received {claim.Claim.Received:yyyy-MM-dd}, {Left(claim.Age)}; billed "
                + $"{claim.Claim.Billed}: {Reasons(claim.Reasons)}"));
    }

    private static string Left(WaitingAge age) => age.DaysLeft < 0
        ? $"{Counted.Of(-age.DaysLeft, "DAY", "DAYS")} LATE"
        : $"{Counted.Of(age.DaysLeft, "day", "days")} left";

    private static string Reasons(PendReasons reasons) =>
        string.Join(", ", ClaimWords.Of(reasons).Select(word => word.Replace('-', ' ')));

    private int Say(EmployerTerms terms, PendOutcome outcome, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(PendJson.Of(terms.Scope.Employer, outcome));
        else
            _terminal.Output.WriteLine(Words(outcome));
        if (!outcome.Kept)
            _terminal.Say("Nothing was kept.");
        return outcome is { Action: not PendAction.Note, StillWaits: true } ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    private static string Words(PendOutcome outcome) => outcome switch
    {
        { Action: PendAction.Note } => $"Noted; the claim waits: {Reasons(outcome.Waited.Reasons)}.",
        { StillWaits: true, Decided: { } still } =>
            $"The claim still waits: {Reasons(still.Determination.PendReasons)}.",
        { Decided: { } decided } =>
            $"{ClaimWords.Of(decided.Determination.Status)} as {decided.Claim.Id}: the plan pays "
            + $"{decided.Determination.PlanPaid}, members owe {decided.Determination.MemberOwes}.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
