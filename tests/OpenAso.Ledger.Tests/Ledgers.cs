using OpenAso.Kernel;

namespace OpenAso.Ledger.Tests;

/// <summary>Books written as tables: reason, source, amount; one transfer a line.</summary>
internal static class Ledgers
{
    public static DateOnly January(int day) => new(2026, 1, day);

    public static Transfer Make(
        TransferReason reason, string id, string amount, FundSource source = FundSource.Employer, int day = 5) =>
        new(new TransferKey(reason, id), source, 0, Amount(amount), January(day));

    public static Money Amount(string text) =>
        Money.TryParse(text.Replace(",", "", StringComparison.Ordinal), out var money) ? money
            : throw new FormatException($"'{text}' is not an amount.");

    public static Book Post(string table)
    {
        var book = new Book();
        var number = 0;
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var reason = ReasonTerms.All.Single(terms => terms.Word == cells[0]).Reason;
            var source = Enum.Parse<FundSource>(cells[1], ignoreCase: true);
            var outcome = book.Post(Make(reason, $"line-{++number}", cells[2], source));
            Assert.True(outcome == PostOutcome.Posted, $"'{line}' was {outcome}.");
        }
        return book;
    }
}
