using System.CommandLine;
using System.Globalization;
using System.Text;
using OpenAso.Operations.Insuring;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso notice list|letter|sent</c></summary>
internal sealed class NoticeVerb
{
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _date = DeskOptions.Date("The day; of 'sent', on which the notice was sent.");
    private readonly Option<string?> _policy = DeskOptions.Text(
        "--policy", "NUMBER", "Which stop-loss policy; all that have begun if left out.");
    private readonly Option<string?> _notice = DeskOptions.Text(
        "--notice", "ID", "Which notice, as the list names it.", required: true);
    private readonly Option<string?> _reference = DeskOptions.Text(
        "--reference", "WORDS", "Of the letter or message that was sent.");
    private readonly Option<FileInfo?> _out = new("--out")
    {
        Description = "Where the letter is written, as a page; standard output if left out.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _open = new("--open") { Description = "Only those that were not sent yet." };
    private readonly Option<bool> _dryRun = DeskOptions.DryRun();
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private NoticeVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new NoticeVerb(terminal);
        var notice = new Command("notice", "Tells what a stop-loss carrier must be told, and keeps what was.");
        var list = new Command("list", "Shows the notices that have arisen, and which of them were sent.")
        {
            verb._date, verb._policy, verb._open, verb._employer, verb._folder, verb._json,
        };
        list.SetAction(verb.List);
        var sent = new Command("sent", "Marks a notice as sent.")
        {
            verb._notice, verb._date, verb._reference, verb._employer, verb._folder, verb._dryRun, verb._json,
        };
        sent.SetAction(verb.Sent);
        var letter = new Command("letter", "Writes the letter by which the carrier is told.")
        {
            verb._notice, verb._date, verb._out, verb._employer, verb._folder,
        };
        letter.SetAction(verb.Letter);
        notice.Subcommands.Add(list);
        notice.Subcommands.Add(letter);
        notice.Subcommands.Add(sent);
        return new Verb(
            notice, "notice list --employer acme --date 2026-06-30 --open",
            "notice letter --employer acme --notice 9f1c02ab3d4e --date 2026-07-01 --out letter-17.html",
            "notice sent --employer acme --notice 9f1c02ab3d4e --date 2026-07-01 --reference letter-17");
    }

    private int List(ParseResult parsed) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books =>
        {
            var notices = new NoticeUseCase(books)
                .Show(
                    DataFolder.Terms(books, parsed.GetValue(_employer)), parsed.GetValue(_policy),
                    parsed.GetValue(_date)!.Value)
                .Where(notice => notice.SentOn is null || !parsed.GetValue(_open)).ToList();
            foreach (var notice in notices)
                Say(notice, parsed);
            if (!parsed.GetValue(_json))
                _terminal.Output.WriteLine(
                    $"{Operations.Counted.Of(notices.Count, "notice", "notices")}, "
                    + $"{notices.Count(notice => notice.SentOn is null)} not sent, "
                    + $"{notices.Count(IsLate)} of them late.");
            return notices.Exists(IsLate) ? ExitCode.NeedsAttention : ExitCode.Done;
        });

    private int Letter(ParseResult parsed) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books =>
        {
            var (id, day) = (parsed.GetValue(_notice)!, parsed.GetValue(_date)!.Value);
            var letter = new NoticeUseCase(books).Letter(
                DataFolder.Terms(books, parsed.GetValue(_employer)), id, day)
                ?? throw new CommandFailure(string.Create(
                    CultureInfo.InvariantCulture,
                    $"No notice '{id}' has arisen by {day:yyyy-MM-dd}; 'openaso notice list' names those there are."));
            if (parsed.GetValue(_out) is { } file)
                OutputFile.Write(file.FullName, Encoding.UTF8.GetBytes(letter));
            else
                _terminal.Output.Write(letter);
            return ExitCode.Done;
        });

    private int Sent(ParseResult parsed) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Write, _terminal, books =>
        {
            var keep = !parsed.GetValue(_dryRun);
            var (notice, isNew) = new NoticeUseCase(books)
                .SendAsync(
                    DataFolder.Terms(books, parsed.GetValue(_employer)), parsed.GetValue(_notice)!,
                    parsed.GetValue(_date)!.Value, parsed.GetValue(_reference) ?? "", keep).GetAwaiter().GetResult();
            Say(notice, parsed);
            if (!isNew)
                _terminal.Say("It was marked as sent before; nothing was changed.");
            else if (!keep)
                _terminal.Say("Nothing was kept.");
            return ExitCode.Done;
        });

    private static bool IsLate(CarrierNotice notice) => notice is { SentOn: null, DaysLate: > 0 };

    private void Say(CarrierNotice notice, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(NoticeJson.Of(notice));
        else
            _terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{notice.Id}  due {notice.Notice.DueOn:yyyy-MM-dd}  {notice.Notice.Claimant}: {notice.Notice.Because}")
                + State(notice));
    }

    private static string State(CarrierNotice notice) => notice.SentOn is { } sent
        ? string.Create(CultureInfo.InvariantCulture, $" Sent {sent:yyyy-MM-dd}{Late(notice)}.")
        : IsLate(notice) ? string.Create(CultureInfo.InvariantCulture, $" {notice.DaysLate} DAYS LATE.") : "";

    private static string Late(CarrierNotice notice) =>
        notice.DaysLate > 0 ? string.Create(CultureInfo.InvariantCulture, $", {notice.DaysLate} days late") : "";
}
