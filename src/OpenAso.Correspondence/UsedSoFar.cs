using OpenAso.Correspondence.Html;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Correspondence;

/// <summary>The table of what has been used of deductibles, maximums and other limits.</summary>
internal static class UsedSoFar
{
    public static IEnumerable<HtmlNode> Of(ValueList<LimitUsed> used, string person, string currency)
    {
        if (used.Count == 0)
            yield break;
        yield return HtmlElement.Of("section",
            HtmlElement.Of("h2", "Used so far, with the claims above"),
            HtmlElement.Of("table",
                HtmlElement.Of("caption", "Deductible, out-of-pocket maximum and other limits"),
                HtmlElement.Of("thead", HtmlElement.Of("tr",
                    Heading("Limit", ""), Heading("For", ""), Heading("Time", ""),
                    Heading("In all", "amount"), Heading("Used", "amount"), Heading("Left", "amount"))),
                HtmlElement.Of("tbody", [.. used.Select(limit => Row(limit, person, currency))])));
    }

    private static HtmlElement Heading(string text, string css)
    {
        var heading = HtmlElement.Of("th", text).With("scope", "col");
        return css.Length > 0 ? heading.With("class", css) : heading;
    }

    private static HtmlElement Row(LimitUsed limit, string person, string currency) => HtmlElement.Of("tr",
        HtmlElement.Of("th", limit.Name).With("scope", "row"),
        HtmlElement.Of("td", limit.IsFamily ? "the family" : person).With("data-label", "For"),
        HtmlElement.Of("td", Time(limit.Window)).With("data-label", "Time"),
        Cell(limit.Limit, limit.Measure, currency).With("data-label", "In all"),
        Cell(limit.Used, limit.Measure, currency).With("data-label", "Used"),
        Cell(limit.Left, limit.Measure, currency).With("data-label", "Left"));

    private static HtmlElement Cell(long number, LimitMeasure measure, string currency) => HtmlElement.Of("td",
        measure is LimitMeasure.Visits or LimitMeasure.Days or LimitMeasure.Services
            ? $"{Wording.Count(number)} {Words(measure, number)}"
            : Wording.Amount(new Money(number), currency)).With("class", "amount");

    private static string Words(LimitMeasure measure, long number)
    {
        var plural = measure.ToString().ToLowerInvariant();
        return number == 1 ? plural[..^1] : plural;
    }

    private static string Time(DateRange window) =>
        window.First == DateOnly.MinValue ? "a lifetime" : Wording.Days(window);
}
