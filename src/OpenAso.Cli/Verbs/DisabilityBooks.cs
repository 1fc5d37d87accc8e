using System.CommandLine;
using System.Globalization;
using System.Text;
using OpenAso.Operations;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso disability advise|paid</c>: what the employer's payroll is to pay under advice-to-pay
/// plans.</summary>
internal static class DisabilityBooks
{
    public static Command Advise(Terminal terminal)
    {
        var (folder, employer) = (DataFolder.Option(), DataFolder.EmployerOption());
        var payroll = Options.Day("--payroll", "The day of the payroll.");
        payroll.Required = true;
        var output = new Option<FileInfo>("--out")
        {
            Description = "The advice is written here (CSV).",
            HelpName = "FILE",
            Required = true,
        };
        var dryRun = DeskOptions.DryRun();
        var command = new Command("advise", "Advises payroll what to pay under advice-to-pay plans, and keeps it.")
        {
            payroll, output, employer, folder, dryRun,
        };
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(folder), DatabaseAccess.Write, terminal, books =>
            {
                var terms = DataFolder.Terms(books, parsed.GetValue(employer));
                var (use, day, page) =
                    (new AdviceUseCase(books), parsed.GetValue(payroll)!.Value, parsed.GetRequiredValue(output));
                var keeps = !parsed.GetValue(dryRun);
                var advice = (keeps ? use.AdviseAsync(terms, day) : use.PreviewAsync(terms, day))
                    .GetAwaiter().GetResult();
                if (keeps)
                    OutputFile.Write(page.FullName, Encoding.UTF8.GetBytes(AdviceFile.Of(advice)));
                terminal.Say(keeps ? $"{page} written." : $"Would write {page}; nothing was kept.");
                Say(advice, terminal);
                return ExitCode.Done;
            }));
        return command;
    }

    public static Command Paid(Terminal terminal)
    {
        var (folder, employer) = (DataFolder.Option(), DataFolder.EmployerOption());
        var payroll = Options.Day("--payroll", "The day of the payroll that was advised.");
        var date = Options.Day("--date", "The day on which it paid; left out: the day of the payroll.");
        payroll.Required = true;
        var dryRun = DeskOptions.DryRun();
        var command = new Command("paid", "Records that payroll paid as it was advised.")
        {
            payroll, date, employer, folder, dryRun,
        };
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(folder), DatabaseAccess.Write, terminal, books =>
            {
                var terms = DataFolder.Terms(books, parsed.GetValue(employer));
                var (use, day) = (new AdviceUseCase(books), parsed.GetValue(payroll)!.Value);
                var (paid, keeps) = (parsed.GetValue(date) ?? day, !parsed.GetValue(dryRun));
                var advice = (keeps ? use.PaidAsync(terms, day, paid) : use.PreviewPaidAsync(terms, day, paid))
                    .GetAwaiter().GetResult()
                    ?? throw new CommandFailure($"Nothing was advised for the payroll of {Day(day)}; "
                        + "'openaso disability advise' advises it.");
                if (!keeps)
                    terminal.Say("Would be recorded so; nothing was kept.");
                Say(advice, terminal);
                return ExitCode.Done;
            }));
        return command;
    }

    private static void Say(PayrollAdvice advice, Terminal terminal) => terminal.Output.WriteLine(
        $"Payroll of {Day(advice.Payroll)}: {Counted.Of(advice.Benefits.Count, "benefit", "benefits")} advised, "
            + $"{Figures.Dollars(advice.Amount)} before tax; "
            + (advice.Paid is { } paid ? $"paid on {Day(paid)}." : "not told as paid yet."));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
