using OpenAso.Kernel;

namespace OpenAso.Providers.Tests;

public class MedicareShareTests
{
    // 1.5 units at 90.51 are 135.765; 133.3 % of them 180.97…, while 135.77 would give 180.98.
    [Fact]
    public void A_share_of_Medicare_for_part_of_a_unit_is_rounded_once()
    {
        var book = new PriceBook(new FeeSchedule([
            Rule(1, FeeSchedule.Medicare, PriceMethod.Fee, new Money(90_51), Percent.None),
            Rule(2, "", PriceMethod.PercentOfMedicare, Money.Zero, new Percent(1_333_000))]), []);
        var prices = new Price[1];

        book.PriceLines(
            new PricedEvent(new Npi(1234567893), Code.None, Code.None),
            [new PricedLine("", Npi.None, Code.Of("99213"), Code.None, Code.None, Code.None, new DateOnly(2026, 1, 2),
                new Quantity(1_500), UnitMeasure.Units, Money.Of(1000))],
            prices);

        Assert.Equal(new Money(180_97), prices[0].Amount);
    }

    private static FeeRule Rule(int row, string network, PriceMethod method, Money amount, Percent share) => new(
        row, network, Npi.None, Code.None, Code.None, Code.None, DateRange.From(DateOnly.MinValue), method, amount,
        share);
}
