using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Edi.Csv;

/// <summary>Reads fee schedules: <c>network,npi,code,modifier,place,first,last,method,amount</c>.</summary>
/// <remarks>Empty parts stand for any. The amount is dollars for fee, per-diem and case, and a share such as
/// <c>85</c> or
/// <c>85%</c> for percent-of-billed and percent-of-medicare. A row that cannot be read is left out and named.</remarks>
public static class FeeFile
{
    private static readonly string[] Columns =
        ["network", "npi", "code", "modifier", "place", "first", "last", "method", "amount"];

    private static readonly Dictionary<string, PriceMethod> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fee"] = PriceMethod.Fee,
        ["percent-of-billed"] = PriceMethod.PercentOfBilled,
        ["percent-of-medicare"] = PriceMethod.PercentOfMedicare,
        ["per-diem"] = PriceMethod.PerDiem,
        ["case"] = PriceMethod.Case,
    };

    // With the largest amount and the largest quantity, the price still fits into Money.
    private static readonly Percent LargestShare = Percent.Of(900);

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>The rules in the order of the file, numbered by its lines.</returns>
    public static Parsed<ValueList<FeeRule>> Read(TextReader reader, string file)
    {
        List<FeeRule> rules = [];
        List<Finding> findings = [];
        var seen = new Dictionary<FeeRule, FeeRule>();
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            if (Rule(row) is not { } rule)
                return;
            var key = rule with { Row = 0, Amount = Money.Zero, Share = Percent.None, Method = PriceMethod.None };
            if (seen.TryGetValue(key, out var earlier) && earlier with { Row = rule.Row } != rule)
                findings.Add(Contradiction(row, earlier));
            else if (seen.TryAdd(key, rule))
                rules.Add(rule);
        });
        return new Parsed<ValueList<FeeRule>>(rules.ToValueList(), findings.ToValueList());
    }

    private static FeeRule? Rule(CsvRow row)
    {
        if (!Methods.TryGetValue(row.Text("method"), out var method))
            row.Bad<PriceMethod>("method", string.Join(", ", Methods.Keys));
        var isShare = method is PriceMethod.PercentOfBilled or PriceMethod.PercentOfMedicare;
        Money amount = default;
        Percent share = default;
        if (isShare && (!Percent.TryParse(row.Text("amount"), out share) || share > LargestShare))
            row.Bad<Percent>("amount", "a share such as 85 or 85%, not below zero and at most 900%");
        if (!isShare && (!Money.TryParse(row.Text("amount"), out amount) || amount.IsNegative
            || amount > Values.LargestAmount))
            row.Bad<Money>("amount", "dollars and cents such as 112.50, not below zero and at most 99999999.99");
        var rule = new FeeRule(
            row.Line, row.Text("network"), row.Npi("npi"), row.Code("code"), row.Code("modifier"), row.Code("place"),
            row.Dates("first", "last"), method, amount, share);
        return row.IsSound ? rule : null;
    }

    private static Finding Contradiction(CsvRow row, FeeRule earlier) =>
        new(CsvCodes.Contradiction, Severity.Rejected, row.Place,
            $"Line {earlier.Row} sets another price for the same network, provider, code, place and days; "
            + "remove one, or give them different days.");
}
