using System.Globalization;
using CsCheck;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Correspondence.Tests;

public class FundingRequestLetterTests
{
    private static readonly Gen<Money> Amount = Gen.Long[-1_000_000, 50_000_000].Select(cents => new Money(cents));

    [Fact]
    public void A_request_tells_what_is_due_when_and_what_for()
    {
        var letter = Letter() with
        {
            Claims =
            [
                new("Medical claims decided March 2 to March 8, 2026", 412, Money.Exactly(183_204.17m)),
                new("Dental claims decided March 2 to March 8, 2026", 96, Money.Exactly(11_350.40m)),
                new("Payments that came back", 2, Money.Exactly(-640.00m)),
            ],
            Fees = [new("Administration, employee and family", 310, Money.Exactly(38.50m), Money.Of(11_935))],
            Balance = Money.Of(60_000),
            TakenFromBalance = Money.Of(10_000),
            PayTo = ["Example Bank, account ending in 0042", "Reference FR-2026-010"],
        };

        var page = letter.ToPage().ToString();

        // 183,204.17 + 11,350.40 - 640.00 + 11,935.00 - 10,000.00
        Assert.Equal(Money.Exactly(195_849.57m), letter.AmountDue);
        Assert.Equal(Money.Of(50_000), letter.BalanceAfter);
        Assert.Contains("Please send $195,849.57 by March 13, 2026", page, StringComparison.Ordinal);
        Repository.IsAsAgreed("funding-request.html", page);
    }

    [Fact]
    public void Where_the_fund_covers_everything_nothing_has_to_be_sent()
    {
        var letter = Letter() with
        {
            Claims = [new FundingLetterLine("Medical claims", 3, Money.Of(900))],
            Balance = Money.Of(5_000),
            TakenFromBalance = Money.Of(900),
        };

        Assert.Contains("Nothing has to be sent", letter.ToPage().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_total_on_the_page_is_the_sum_of_what_stands_above_it() =>
        Gen.Select(Amount.Array[0, 5], Amount.Array[0, 3], Amount, HtmlPageTests.Text)
            .Sample((claims, fees, taken, text) =>
        {
            var letter = Letter() with
            {
                Employer = text,
                Claims = claims.Select(amount => new FundingLetterLine(text, 1, amount)).ToValueList(),
                Fees = fees.Select(amount => new FundingLetterFee(text, 1, amount, amount)).ToValueList(),
                TakenFromBalance = taken,
            };
            foreach (var table in HtmlPageTests.Parse(letter.ToPage().ToString()).Descendants("table"))
            {
                var amounts = table.Element("tbody")!.Elements("tr")
                    .Select(row => Read(row.Elements("td").Last().Value)).ToList();
                Assert.Equal(amounts[^1], amounts[..^1].Total());
            }
            Assert.Equal(claims.Total() + fees.Total() - taken, letter.AmountDue);
        });

    private static FundingRequestLetter Letter() => new()
    {
        Sender = Household.Sender,
        Employer = "Acme Corporation",
        Address = new Address("100 Main Street", "", "Springfield", "IL", "62701"),
        Number = "FR-2026-010",
        Written = new DateOnly(2026, 3, 9),
        Due = new DateOnly(2026, 3, 13),
    };

    private static Money Read(string cell) => Money.Exactly(decimal.Parse(
        cell.Replace("$", "", StringComparison.Ordinal).Replace('−', '-'), CultureInfo.InvariantCulture));
}
