using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso filing receive|approve|pend|deny|appeal|close|repay</c></summary>
internal sealed class FilingAnswers
{
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<string?> _filing = DeskOptions.Text("--filing", "NAME", "Which filing.", required: true);
    private readonly Option<DateOnly?> _date = DeskOptions.Date("The day on which it happened.");
    private readonly Option<Money?> _amount = DeskOptions.Amount("--amount", "Dollars and cents.", required: true);
    private readonly Option<Money?> _approved = DeskOptions.Amount(
        "--approved", "What the carrier agrees to pay in all; what was asked for if left out.");
    private readonly Option<string?> _reference = DeskOptions.Reference("Number of the payment; booked once.");
    private readonly Option<string?> _reason = DeskOptions.Text("--reason", "WORDS", "Why.", required: true);
    private readonly Option<bool> _dryRun = DeskOptions.DryRun();
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    public FilingAnswers(Terminal terminal) => _terminal = terminal;

    /// <summary>Adds the actions, and gives an example of each.</summary>
    public IEnumerable<string> AddTo(Command filing)
    {
        Add(filing, "receive", "Books what the carrier has paid for a filing.", Receive,
            _amount, _approved, _reference);
        Add(filing, "repay", "Pays back what the carrier has paid too much, since claims were taken back.", Repay,
            _amount, _reference);
        Add(filing, "approve", "Records what the carrier has agreed to pay.",
            (of, parsed) => Answer(of, parsed, RecoveryState.Approved), _amount);
        foreach (var (name, description, state) in new[]
        {
            ("pend", "Records that the carrier waits for something.", RecoveryState.Pended),
            ("deny", "Records that the carrier refuses.", RecoveryState.Denied),
            ("appeal", "Records that the carrier was asked to decide again.", RecoveryState.Appealed),
            ("close", "Gives up what is still expected of a filing.", RecoveryState.Closed),
        })
            Add(filing, name, description, (of, parsed) => Answer(of, parsed, state), _reason);
        const string of = "--employer acme --filing SL-2026-ACME-0001 --date 2027-01-20";
        return
        [
            $"filing receive {of} --amount 120500.00 --reference GLR-88123",
            $"filing deny {of} --reason \"not disclosed\"",
            $"filing appeal {of} --reason \"disclosed on page 3\"",
        ];
    }

    private void Add(
        Command filing, string name, string description, Func<(Books, EmployerTerms), ParseResult, int> run,
        params Option[] options)
    {
        var command = new Command(name, description) { _filing, _date };
        foreach (var option in (Option[])[.. options, _employer, _folder, _dryRun, _json])
            command.Options.Add(option);
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(_folder), DatabaseAccess.Write, _terminal,
            books => run((books, DataFolder.Terms(books, parsed.GetValue(_employer))), parsed)));
        filing.Subcommands.Add(command);
    }

    private int Answer((Books Books, EmployerTerms Terms) of, ParseResult parsed, RecoveryState state)
    {
        var approved = state == RecoveryState.Approved;
        var step = new RecoveryStep(
            state, parsed.GetValue(_date)!.Value, approved ? parsed.GetValue(_amount)!.Value : Money.Zero,
            approved ? "" : parsed.GetValue(_reason)!);
        var keep = !parsed.GetValue(_dryRun);
        Say(new RecoveryUseCase(of.Books).AnswerAsync(of.Terms, parsed.GetValue(_filing)!, step, keep)
            .GetAwaiter().GetResult(), parsed, keep ? "" : "nothing was kept");
        return ExitCode.Done;
    }

    private int Receive((Books Books, EmployerTerms Terms) of, ParseResult parsed)
    {
        var keep = !parsed.GetValue(_dryRun);
        var (filing, isNew) = new RecoveryUseCase(of.Books)
            .ReceiveAsync(
                of.Terms, parsed.GetValue(_filing)!, Payment(parsed) with { Approved = parsed.GetValue(_approved) },
                keep).GetAwaiter().GetResult();
        Say(filing, parsed, !isNew ? "this payment was booked before; nothing was changed"
            : keep ? "" : "nothing was kept");
        return ExitCode.Done;
    }

    private int Repay((Books Books, EmployerTerms Terms) of, ParseResult parsed)
    {
        var (keep, payment, name) = (!parsed.GetValue(_dryRun), Payment(parsed), parsed.GetValue(_filing)!);
        var isNew = new RecoveryUseCase(of.Books).RepayAsync(of.Terms, name, payment, keep).GetAwaiter().GetResult();
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(FilingJson.Of(name, payment, isNew && keep));
        else
            _terminal.Output.WriteLine(!isNew ? "This repayment was booked before; nothing was changed."
                : keep ? $"{payment.Amount} paid back to the carrier."
                : $"Would pay {payment.Amount} back to the carrier; nothing was kept.");
        return ExitCode.Done;
    }

    private CarrierPayment Payment(ParseResult parsed) => new(
        parsed.GetValue(_reference)!, parsed.GetValue(_date)!.Value, parsed.GetValue(_amount)!.Value);

    private void Say(KeptFiling filing, ParseResult parsed, string note)
    {
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(FilingJson.Of(filing));
        else
            _terminal.Output.WriteLine(
                $"{filing.Name} is {Documents.Words.Of(filing.Recovery.State.ToString())}: asked for "
                + $"{filing.Recovery.Requested}, received {filing.Recovery.Received}, outstanding "
                + $"{filing.Recovery.Outstanding}, denied {filing.Recovery.Denied}."
                + (note.Length > 0 ? $" ({char.ToUpperInvariant(note[0])}{note[1..]}.)" : ""));
        if (note.Length > 0 && parsed.GetValue(_json))
            _terminal.Say($"{char.ToUpperInvariant(note[0])}{note[1..]}.");
    }
}
