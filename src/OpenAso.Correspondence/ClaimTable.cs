using System.Globalization;
using OpenAso.Claims;
using OpenAso.Correspondence.Html;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Correspondence;

/// <summary>The table of one claim: a row for each service, a column for each amount that occurs.</summary>
internal static class ClaimTable
{
    private sealed record Column(string Heading, Func<LineDetermination, Money> Amount, bool Always, string Class);

    // What the member owes is the last column; it is the sum of the shares and of what is not covered.
    private static readonly Column[] Columns =
    [
        new("Billed", line => line.Billed, true, "amount"),
        new("Discount", line => line.Contractual, true, "amount"),
        new("Your provider bears", line => line.ProviderLiability, false, "amount"),
        new("Above what the plan allows", line => line.BalanceBill, false, "amount"),
        new("Allowed", line => line.Allowed, true, "amount"),
        new("Plan paid", line => line.PlanPaid, true, "amount"),
        new("Other insurance paid", line => line.OtherPaid, false, "amount"),
        new("Copay", line => line.Copay, true, "amount"),
        new("Deductible", line => line.Deductible, true, "amount"),
        new("Coinsurance", line => line.Coinsurance, true, "amount"),
        new("Not authorized", line => line.Penalty, false, "amount"),
        new("Spared by other insurance", line => line.CobRelief, false, "amount"),
        new("Not covered", line => line.MemberNotCovered, true, "amount"),
        new("What you may owe", line => line.MemberOwes, true, "amount owe"),
    ];

    public static HtmlNode Of(
        ExplainedClaim explained, Func<int, ResolvedPlan?> planOf, ClaimNotes notes, string currency)
    {
        var lines = explained.Determination.Lines;
        var columns = Columns.Where(column => column.Always || lines.Any(line => !column.Amount(line).IsZero)).ToList();
        var withNotes = notes.All.Count > 0;
        var rows = new List<HtmlNode>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var cells = new List<HtmlNode> { Service(explained.Shown.Lines[i], line, planOf(i)) };
            cells.AddRange(columns.Select(column => Cell(column, column.Amount(line), column.Class, currency)));
            if (withNotes)
                cells.Add(HtmlElement.Of("td", Numbers(notes.Of(i))).With("data-label", "Notes"));
            rows.Add(HtmlElement.Of("tr", [.. cells]));
        }
        return HtmlElement.Of("table",
            HtmlElement.Of("caption", "Services of this claim"),
            HtmlElement.Of("thead", Head(columns, withNotes)),
            HtmlElement.Of("tbody", [.. rows]),
            HtmlElement.Of("tfoot", Foot(columns, lines, withNotes, currency)));
    }

    private static HtmlElement Head(List<Column> columns, bool withNotes)
    {
        var cells = new List<HtmlNode> { HtmlElement.Of("th", "Service").With("scope", "col") };
        cells.AddRange(columns.Select(column =>
            HtmlElement.Of("th", column.Heading).With("scope", "col").With("class", "amount")));
        if (withNotes)
            cells.Add(HtmlElement.Of("th", "Notes").With("scope", "col"));
        return HtmlElement.Of("tr", [.. cells]);
    }

    private static HtmlElement Foot(
        List<Column> columns, LineDetermination[] lines, bool withNotes, string currency)
    {
        var cells = new List<HtmlNode> { HtmlElement.Of("th", "This claim in all").With("scope", "row") };
        cells.AddRange(columns.Select(column =>
            Cell(column, lines.Total(column.Amount), $"{column.Class} all", currency)));
        if (withNotes)
            cells.Add(HtmlElement.Of("td"));
        return HtmlElement.Of("tr", [.. cells]);
    }

    // Each cell says its column too: on a narrow screen it stands below the others.
    private static HtmlElement Cell(Column column, Money amount, string css, string currency) =>
        HtmlElement.Of("td", Wording.Amount(amount, currency)).With("class", css).With("data-label", column.Heading);

    private static HtmlElement Service(ClaimLine line, in LineDetermination decided, ResolvedPlan? plan)
    {
        var code = line.Procedure.IsNone ? line.Revenue : line.Procedure;
        var name = plan is not null && decided.Benefit >= 0 ? plan.Benefits[decided.Benefit].Name : "Service";
        var tooth = line.Tooth.IsNone ? "" : $", tooth {line.Tooth}";
        return HtmlElement.Of("th", $"{name} (code {code}{tooth})", HtmlElement.Of("br"), Wording.Days(line.Dates))
            .With("scope", "row");
    }

    private static string Numbers(IReadOnlyList<int> numbers) =>
        string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
