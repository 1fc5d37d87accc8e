using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;

namespace OpenAso.Cli.Demo;

/// <summary>The stop-loss desk of a year: every quarter what is due is filed with the carrier, who pays within thirty
/// days.</summary>
/// <remarks>It follows the whole cycle, so that a demonstration that was stopped comes to the same.</remarks>
internal static class DemoDesk
{
    private const int Quarter = 13;
    private const int DaysToPay = 30;

    /// <summary>Files what is due, and books what the carrier paid for it within the year.</summary>
    public static void Run(Books books, EmployerTerms terms, DemoEmployer employer)
    {
        if (terms.Policies.Count == 0)
            return;
        var last = employer.Cycle[^1];
        var days = employer.Cycle.Items.Where((day, index) => (index + 1) % Quarter == 0 || day == last).Distinct();
        var runs = new FilingUseCase(books)
            .WriteAsync(terms, [.. days.Select(day => new FilingRequest(day))]).GetAwaiter().GetResult();
        foreach (var written in runs.SelectMany(run => run.Written.Items))
            Pay(books, terms, written.Filing, last);
    }

    private static void Pay(Books books, EmployerTerms terms, KeptFiling filing, DateOnly last)
    {
        var day = filing.FiledOn.AddDays(DaysToPay);
        if (day > last || !filing.Recovery.Requested.IsPositive)
            return;
        new RecoveryUseCase(books).ReceiveAsync(
            terms, filing.Name, new CarrierPayment($"{filing.Name}-paid", day, filing.Recovery.Requested))
            .GetAwaiter().GetResult();
    }
}
