using OpenAso.Kernel;

namespace OpenAso.Providers.Tests;

public class FeeScheduleTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData("fee 80.00", 1, "80.00")]
    [InlineData("fee 80.00", 2, "100.00")] // never more than the charge
    [InlineData("per-diem 30.00", 3, "90.00")]
    [InlineData("percent-of-billed 62.5", 1, "62.50")]
    [InlineData("percent-of-medicare 140", 1, "46.62")] // 140 % of 33.30
    [InlineData("medicare only", 1, "none")] // a reference price is no contract
    public void A_price_is_what_its_method_says(string rule, int units, string expected) =>
        Assert.Equal(expected, Price(rule, Quantity.Of(units)));

    // 33.30 x 0.35 = 11.655; 150 % of that is 17.4825. Rounded twice it would be 11.66 and 17.49.
    [Fact]
    public void A_share_of_Medicare_is_rounded_once() =>
        Assert.Equal("17.48", Price("percent-of-medicare 150", new Quantity(350)));

    [Fact]
    public void Minutes_are_not_priced_by_a_fee_a_unit() =>
        Assert.Equal("none", Price("fee 80.00", Quantity.Of(15), UnitMeasure.Minutes));

    private static string Price(string rule, Quantity units, UnitMeasure measure = UnitMeasure.Units)
    {
        var schedule = new FeeSchedule([Medicare, .. Rules(rule)]);
        var prices = new Price[1];
        new PriceBook(schedule, []).PriceLines(
            new PricedEvent(new Npi(1234567893), default, default),
            [
                new PricedLine(
                    "net", default, Code.Of("99213"), default, default, Code.Of("11"), Day, units, measure,
                    Money.Of(100)),
            ],
            prices);
        return prices[0].IsFound ? prices[0].Amount.ToString() : "none";
    }

    private static IEnumerable<FeeRule> Rules(string rule)
    {
        var (method, amount) = (rule.Split(' ')[0], rule.Split(' ')[1]);
        PriceMethod? known = method switch
        {
            "fee" => PriceMethod.Fee,
            "per-diem" => PriceMethod.PerDiem,
            "percent-of-billed" => PriceMethod.PercentOfBilled,
            "percent-of-medicare" => PriceMethod.PercentOfMedicare,
            _ => null,
        };
        if (known is not { } found)
            return [];
        var isShare = found is PriceMethod.PercentOfBilled or PriceMethod.PercentOfMedicare;
        return [Rule(2, "net", found, isShare ? "0" : amount, isShare ? amount : "0")];
    }

    private static FeeRule Medicare { get; } = Rule(1, FeeSchedule.Medicare, PriceMethod.Fee, "33.30", "0");

    private static FeeRule Rule(int row, string network, PriceMethod method, string amount, string share)
    {
        Assert.True(Money.TryParse(amount, out var money));
        Assert.True(Percent.TryParse(share, out var percent));
        return new FeeRule(
            row, network, default, Code.Of("99213"), default, default, DateRange.From(DateOnly.MinValue), method,
            money, percent);
    }
}
