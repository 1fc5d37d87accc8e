using OpenAso.Funding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;

namespace OpenAso.Cli.Demo;

/// <summary>A year of weeks: the employer is asked for money, it arrives, and what is open is paid.</summary>
internal static class DemoCycle
{
    /// <summary>Goes on behind the last payment run.</summary>
    public static void Run(
        Books books, EmployerTerms terms, DemoEmployer employer, Terminal terminal, CancellationToken cancellation)
    {
        var payments = new PaymentUseCase(books);
        var last = payments.LastRun(terms);
        var days = employer.Cycle.Items.Where(day => last is not { } done || day > done).ToList();
        terminal.Track($"paying the claims of {employer.Key}", share =>
        {
            for (var i = 0; i < days.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                Run(new FundingUseCase(books), payments, terms, days[i]);
                share((double)(i + 1) / days.Count);
            }
            return days.Count;
        });
    }

    // The employer wires what it was asked for; a request that was made before the program stopped is found again.
    private static void Run(FundingUseCase funding, PaymentUseCase payments, EmployerTerms terms, DateOnly day)
    {
        funding.RequestAsync(terms, day).GetAwaiter().GetResult();
        if (funding.Latest(terms) is { } request && request.Day == day && request.Amount.IsPositive)
            funding.ReceiveAsync(
                terms, new FundingReceipt($"wire-{request.Number}", day, request.Amount)).GetAwaiter().GetResult();
        payments.ExecuteAsync(terms, day, payments.Plan(terms, day).Hash).GetAwaiter().GetResult();
    }
}
