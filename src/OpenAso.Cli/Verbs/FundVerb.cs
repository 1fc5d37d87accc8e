using System.CommandLine;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso fund request|receive</c></summary>
internal sealed class FundVerb
{
    // Many of these still fit into the balance of an account.
    private static readonly Money LargestReceipt = new(999_999_999_999);

    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _date = Options.Day("--date", "The day.");
    private readonly Option<string> _amount = new("--amount") { Description = "Dollars and cents.", Required = true };
    private readonly Option<string> _id = new("--id")
    {
        Description = "Number of the wire or deposit; booked once.",
        Required = true,
    };
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Show what it would come to, keep nothing.",
    };
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private FundVerb(Terminal terminal)
    {
        _terminal = terminal;
        _date.Required = true;
    }

    public static Verb Create(Terminal terminal)
    {
        var verb = new FundVerb(terminal);
        var fund = new Command("fund", "Asks the employer for money, and books what arrives.");
        var request = new Command("request", "Bills fees that are due and asks for what is about to be paid.")
        {
            verb._date,
            verb._employer,
            verb._folder,
            verb._dryRun,
            verb._json,
        };
        request.SetAction(parsed => verb.With(parsed, books => verb.Request(books, parsed)));
        var receive = new Command("receive", "Books money that arrived.")
        {
            verb._date,
            verb._amount,
            verb._id,
            verb._employer,
            verb._folder,
            verb._dryRun,
            verb._json,
        };
        receive.SetAction(parsed => verb.With(parsed, books => verb.Receive(books, parsed)));
        fund.Subcommands.Add(request);
        fund.Subcommands.Add(receive);
        return new Verb(
            fund, "fund request --employer acme --date 2026-06-30",
            "fund receive --employer acme --date 2026-07-02 --id wire-1 --amount 12500.00");
    }

    private int With(ParseResult parsed, Func<Books, int> run)
    {
        var books = DataFolder.Open(parsed.GetRequiredValue(_folder), DatabaseAccess.Write, _terminal);
        try
        {
            return run(books);
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private int Request(Books books, ParseResult parsed)
    {
        var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
        var (funding, day, dryRun) =
            (new FundingUseCase(books), parsed.GetValue(_date)!.Value, parsed.GetValue(_dryRun));
        var asking = dryRun ? funding.PreviewAsync(terms, day) : funding.RequestAsync(terms, day);
        var request = asking.GetAwaiter().GetResult();
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(FundingJson.Of(terms.Scope.Employer, day, request, dryRun));
        else
            Show(request);
        if (dryRun)
            _terminal.Say("Nothing was kept.");
        return ExitCode.Done;
    }

    private void Show(FundingRequest? request)
    {
        _terminal.Output.WriteLine(request is null
            ? "The agreement asks for nothing on this day."
            : $"Request {request.Number}: {request.Amount}, due {request.Due:yyyy-MM-dd}, {request.FromParticipants} "
                + "of it deducted from pay.");
        foreach (var step in request?.Steps.Items ?? [])
            _terminal.Output.WriteLine(
                $"  {Documents.Words.Of(step.Kind.ToString()).Replace('-', ' ')}: {step.Amount}");
    }

    private int Receive(Books books, ParseResult parsed)
    {
        var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
        var (funding, receipt, dryRun) = (new FundingUseCase(books), Receipt(parsed), parsed.GetValue(_dryRun));
        var receiving = dryRun ? funding.PreviewAsync(terms, receipt) : funding.ReceiveAsync(terms, receipt);
        var booked = receiving.GetAwaiter().GetResult();
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(FundingJson.Of(terms.Scope.Employer, receipt, booked, dryRun));
        else
            _terminal.Output.WriteLine((booked, dryRun) switch
            {
                (false, _) => "This receipt was booked before; nothing was changed.",
                (true, true) => $"Would book {receipt.Amount} for {terms.Scope.Employer}; nothing was kept.",
                (true, false) => $"{receipt.Amount} booked.",
            });
        return ExitCode.Done;
    }

    private FundingReceipt Receipt(ParseResult parsed)
    {
        if (!Money.TryParse(parsed.GetRequiredValue(_amount), out var amount) || !amount.IsPositive
            || amount > LargestReceipt)
            throw new CommandFailure(
                "--amount expects dollars and cents above zero, such as 12500.00, and at most 9999999999.99.");
        if (!TransferKey.IsId(parsed.GetRequiredValue(_id)))
            throw new CommandFailure(
                "--id expects 1 to 50 letters, digits, points, hyphens and underscores, such as wire-2026-01.");
        return new FundingReceipt(parsed.GetRequiredValue(_id), parsed.GetValue(_date)!.Value, amount);
    }
}
