using System.CommandLine;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Storage;
using Spectre.Console;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso pay plan|execute</c></summary>
internal sealed class PayVerb
{
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _date = Options.Day(
        "--date", "The day of the run; claims received up to it count.");
    private readonly Option<string> _plan = new("--plan")
    {
        Description = "The plan that was looked at, as 'pay plan' names it.",
        HelpName = "HASH",
        Required = true,
    };
    private readonly Option<string> _by = new("--by")
    {
        Description = "Who executes the run: kept with it, as executed by one person; your user name if left out.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Show what the run would do, pay nothing.",
    };
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private PayVerb(Terminal terminal)
    {
        _terminal = terminal;
        _date.Required = true;
    }

    public static Verb Create(Terminal terminal)
    {
        var verb = new PayVerb(terminal);
        var pay = new Command("pay", "Pays what is open: plan, look, execute.");
        var plan = new Command("plan", "Shows what a payment run would do.")
        {
            verb._date,
            verb._employer,
            verb._folder,
            verb._json,
        };
        plan.SetAction(parsed => verb.With(parsed, DatabaseAccess.Read, books => verb.Plan(books, parsed)));
        var execute = new Command("execute", "Executes the plan that was looked at, if nothing has changed.")
        {
            verb._date, verb._plan, verb._by, verb._employer, verb._folder, verb._dryRun, verb._json,
        };
        execute.SetAction(parsed => verb.With(parsed, DatabaseAccess.Write, books => verb.Execute(books, parsed)));
        pay.Subcommands.Add(plan);
        pay.Subcommands.Add(execute);
        return new Verb(
            pay, "pay plan --employer acme --date 2026-06-30",
            "pay execute --employer acme --date 2026-06-30 --plan 0f3a…");
    }

    private int With(ParseResult parsed, DatabaseAccess access, Func<Books, int> run)
    {
        var books = DataFolder.Open(parsed.GetRequiredValue(_folder), access, _terminal);
        try
        {
            return run(books);
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private int Plan(Books books, ParseResult parsed)
    {
        var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
        var plan = new PaymentUseCase(books).Plan(terms, parsed.GetValue(_date)!.Value);
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(PaymentPlanJson.Of(plan));
        else
            Show(plan);
        return ExitCode.Done;
    }

    private int Execute(Books books, ParseResult parsed)
    {
        var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
        var (day, dryRun) = (parsed.GetValue(_date)!.Value, parsed.GetValue(_dryRun));
        if (!ContentHash.TryParse(parsed.GetRequiredValue(_plan), out var lookedAt))
            throw new CommandFailure("--plan expects the 32 digits that 'pay plan' prints.");
        var payments = new PaymentUseCase(books);
        var by = new Examiner(parsed.GetRequiredValue(_by), TimeProvider.System.GetUtcNow(), "command line");
        var run = Try(dryRun
            ? payments.PreviewAsync(terms, day, lookedAt)
            : payments.ExecuteAsync(terms, day, lookedAt, by));
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(PaymentRunJson.Of(terms.Scope.Employer, run, dryRun));
        else
            _terminal.Output.WriteLine(
                $"{(dryRun ? "Would be run" : "Run")} {run.Number}: "
                    + $"{Counted.Of(run.Payments.Count, "payment", "payments")}, "
                    + $"{run.Total} in all; fees paid {run.FeesPaid}; "
                + (run.PremiumPaid.IsPositive ? $"stop-loss premium paid {run.PremiumPaid}; " : "")
                + $"providers told of {run.Told} more claims.");
        if (dryRun)
            _terminal.Say("Nothing was paid.");
        return ExitCode.Done;
    }

    private static ExecutedRun Try(Task<ExecutedRun> run)
    {
        try
        {
            return run.GetAwaiter().GetResult();
        }
        catch (PaymentRunRefusedException refused)
        {
            throw new CommandFailure(refused.Message);
        }
    }

    private void Show(PaymentRunPlan plan)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Payee")
            .AddColumn(new TableColumn("Claims").RightAligned())
            .AddColumn(new TableColumn("Amount").RightAligned());
        foreach (var payment in plan.Payments.Items.OrderByDescending(payment => payment.Amount.Cents).Take(25))
            table.AddRow(Markup.Escape(payment.Payee.ToString()),
                payment.Obligations.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                payment.Amount.ToString());
        _terminal.Write(table);
        _terminal.Output.WriteLine(
            $"{plan.Payments.Count} payments, {plan.Total} in all; the fund can give away {plan.Available.Total}.");
        foreach (var held in plan.Held.Items.GroupBy(held => held.Reason))
            _terminal.Output.WriteLine(
                $"held, {Words(held.Key)}: {held.Count()} claims, {held.Select(one => one.Obligation.Amount).Total()}");
        _terminal.Output.WriteLine($"plan {plan.Hash}");
    }

    private static string Words(HoldReason reason) => reason switch
    {
        HoldReason.FundsInsufficient => "the fund does not reach so far",
        HoldReason.PayeeOwesPlan => "the payee owes the plan more than it would be paid",
        _ => "outside the agreement",
    };
}
