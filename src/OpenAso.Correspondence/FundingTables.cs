using OpenAso.Correspondence.Html;
using OpenAso.Kernel;

namespace OpenAso.Correspondence;

/// <summary>The tables of a funding request.</summary>
internal static class FundingTables
{
    public static IEnumerable<HtmlNode> Of(FundingRequestLetter letter)
    {
        if (letter.Claims.Count > 0)
        {
            yield return Table("Claims", ["What for", "Claims", "Amount"],
                letter.Claims.Select(line =>
                    Row(letter, line.Description, [Wording.Count(line.Claims)], line.Amount, "")),
                Row(letter, "Claims in all", [Wording.Count(letter.Claims.Sum(line => (long)line.Claims))],
                    letter.Claims.Total(line => line.Amount), "total"));
        }
        if (letter.Fees.Count > 0)
        {
            yield return Table("Fees", ["What for", "Employees", "Each", "Amount"],
                letter.Fees.Select(fee => Row(letter, fee.Description,
                    [Wording.Count(fee.Count), Wording.Amount(fee.Rate, letter.Currency)], fee.Amount, "")),
                Row(letter, "Fees in all", ["", ""], letter.Fees.Total(fee => fee.Amount), "total"));
        }
        if (letter.Premium.Count > 0)
        {
            yield return Table("Stop-loss premium", ["What for", "Amount"],
                letter.Premium.Select(line => Row(letter, line.Description, [], line.Amount, "")),
                Row(letter, "Premium in all", [], letter.Premium.Total(line => line.Amount), "total"));
        }
        yield return Table("What is due", ["", "Amount"],
            [
                Row(letter, "Claims", [], letter.Claims.Total(line => line.Amount), ""),
                Row(letter, "Fees", [], letter.Fees.Total(fee => fee.Amount), ""),
                .. letter.Premium.Count == 0
                    ? Array.Empty<HtmlNode>()
                    : [Row(letter, "Stop-loss premium", [], letter.Premium.Total(line => line.Amount), "")],
                letter.TakenFromBalance.IsNegative
                    ? Row(letter, "To fill up the fund", [], -letter.TakenFromBalance, "")
                    : Row(letter, "Less what is taken from the fund", [], -letter.TakenFromBalance, ""),
            ],
            Row(letter, $"Due on {Wording.Day(letter.Due)}", [], letter.AmountDue, "total"));
        yield return HtmlElement.Of("p",
            $"The fund holds {Wording.Amount(letter.Balance, letter.Currency)} today, and "
            + $"{Wording.Amount(letter.BalanceAfter, letter.Currency)} when all of this is paid.");
    }

    private static HtmlElement Table(
        string caption, string[] headings, IEnumerable<HtmlNode> rows, HtmlNode total) => HtmlElement.Of("table",
        HtmlElement.Of("caption", caption),
        HtmlElement.Of("thead", HtmlElement.Of("tr", [.. headings.Select(Heading)])),
        HtmlElement.Of("tbody", [.. rows, total]));

    private static HtmlNode Heading(string text, int index)
    {
        if (text.Length == 0)
            return HtmlElement.Of("td");
        var heading = HtmlElement.Of("th", text).With("scope", "col");
        return index == 0 ? heading : heading.With("class", "amount");
    }

    private static HtmlElement Row(
        FundingRequestLetter letter, string words, string[] between, Money amount, string css)
    {
        var row = HtmlElement.Of("tr",
        [
            HtmlElement.Of("th", words).With("scope", "row"),
            .. between.Select(text => HtmlElement.Of("td", text).With("class", "amount")),
            HtmlElement.Of("td", Wording.Amount(amount, letter.Currency)).With("class", "amount"),
        ]);
        return css.Length > 0 ? row.With("class", css) : row;
    }
}
