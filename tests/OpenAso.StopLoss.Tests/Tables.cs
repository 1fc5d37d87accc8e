using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Tests;

/// <summary>Policies, payments and census in the words of a carrier's form.</summary>
internal static class Tables
{
    /// <summary>A policy for 2026 with these parts; two spaces stand before each line of a part.</summary>
    public static StopLossPolicy Policy(string specific = "", string aggregate = "", string rest = "", int year = 2026)
    {
        var text = $$"""
            policy: SL-1
            situs: US-TX
            period: { first: {{year}}-01-01, last: {{year}}-12-31 }

            """
            + (specific.Length > 0 ? "specific:\n" + Indent(specific) : "")
            + (aggregate.Length > 0 ? "aggregate:\n" + Indent(aggregate) : "")
            + rest;
        var parsed = PolicyReader.Read(text, "stop-loss.yaml");
        Assert.Empty(parsed.Findings);
        return parsed.Value!;
    }

    /// <summary>One payment a line: <c>claim claimant incurred paid amount</c>, then options: a line of coverage,
    /// <c>cert=X</c>, <c>not=reason</c>, <c>dx=code</c>, <c>stay=days</c>. Paid stands for issued and funded; <c>-</c>
    /// for neither.</summary>
    public static List<ClaimPayment> Payments(string table) =>
        [.. Rows(table).Select(cells => new ClaimPayment
        {
            Claim = cells[0],
            Claimant = cells[1],
            Certificate = Option(cells, "cert=") ?? cells[1],
            Line = cells.Skip(5).Where(StopLossLines.Words.ContainsKey).Select(word => StopLossLines.Words[word])
                .FirstOrDefault(LineOfCoverage.Medical),
            Incurred = Day(cells[2]),
            Dates = cells[3] == "-"
                ? new PaymentDates(Day(cells[2]), null, null, null)
                : new PaymentDates(Day(cells[3]), Day(cells[3]), Day(cells[3]), null),
            Amount = Amount(cells[4]),
            IneligibleBecause = Option(cells, "not="),
            Diagnosis = Option(cells, "dx=") ?? "",
            ConfinementDays = int.Parse(Option(cells, "stay=") ?? "0", CultureInfo.InvariantCulture),
        })];

    /// <summary>Twelve months of units in the tiers single and family.</summary>
    public static IEnumerable<CensusUnits> Census(int[] singles, int[] families, int year = 2026)
    {
        for (var month = 0; month < singles.Length; month++)
        {
            yield return new CensusUnits(new Month(year, month + 1), LineOfCoverage.Medical, "single", singles[month]);
            yield return new CensusUnits(new Month(year, month + 1), LineOfCoverage.Medical, "family", families[month]);
        }
    }

    /// <summary>The position after these payments.</summary>
    public static StopLossPosition Position(
        StopLossPolicy policy, string asOf, IEnumerable<ClaimPayment> payments, IEnumerable<CensusUnits>? census = null)
    {
        var book = new StopLossBook(policy, Day(asOf));
        book.Cover(census ?? []);
        foreach (var payment in payments)
            book.Add(payment);
        return book.Position();
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money Amount(string text) =>
        Money.TryParse(text.Replace(",", "", StringComparison.Ordinal), out var money)
            ? money
            : throw new FormatException($"{text} is no amount.");

    public static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n')
            .Select(line => line.Split('#')[0].Split([' ', '\r', '|'], StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length > 0);

    private static string? Option(string[] cells, string name) =>
        cells.FirstOrDefault(cell => cell.StartsWith(name, StringComparison.Ordinal))?[name.Length..];

    private static string Indent(string part) =>
        string.Concat(part.Split('\n').Where(line => line.Trim().Length > 0).Select(line => $"  {line.TrimEnd()}\n"));
}
