using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class ReserveStatementTests
{
    private static readonly double[] Completion =
        [0.12, 0.52, 0.76, 0.86, 0.915, 0.945, 0.962, 0.974, 0.982, 0.988, 0.992, 0.995, 0.997, 0.998, 0.999, 1];

    private static readonly DateRange Year = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));

    [Theory]
    [InlineData(12, 12, "0.834416667")]
    [InlineData(12, 15, "0.96725")]
    [InlineData(15, 12, "0.96725")]
    [InlineData(12, 18, "0.990583333")]
    [InlineData(18, 12, "0.990583333")]
    [InlineData(12, 24, "0.9995")]
    [InlineData(12, 100, "1")]
    public void Oracle_R6_share_of_a_year_that_a_contract_basis_holds(int incurred, int paid, string share) =>
        Closeness.Printed(share, RunOutSchedule.PaidShare(Completion, incurred, paid));

    [Fact]
    public void Oracle_R_3_a_first_reserve_is_225_000_of_1_200_000()
    {
        Assert.Equal(
            Money.Of(225_000), ReserveStatement.Initial(Money.Of(1_200_000), new Quantity(2_250), Rounding.HalfUp));
    }

    [Fact]
    public void A_12_12_contract_gives_no_credit_for_what_is_paid_after_the_year_and_12_15_for_three_months()
    {
        var payments = Payments();
        var total = payments.Items.Select(payment => payment.Recoverable).Total();

        Assert.Equal(Money.Zero, RunOutCredit.Of(payments, new CreditWindows(Year, Year)));
        var three = RunOutCredit.Of(payments, new CreditWindows(Year, To(2026, 3, 31)));
        Assert.True(three.IsPositive && three < total);
        Assert.Equal(
            payments.Items.Where(payment => payment.Paid.Last <= new DateOnly(2026, 3, 31))
                .Select(payment => payment.Recoverable).Total(),
            three);
        Assert.Equal(total, RunOutCredit.Of(payments, new CreditWindows(Year, To(2028, 12, 31))));
        // A month of payments that reaches beyond the window gives nothing: nobody knows on which side it falls.
        Assert.Equal(three, RunOutCredit.Of(payments, new CreditWindows(Year, To(2026, 4, 29))));
    }

    [Fact]
    public void A_contract_that_does_not_hold_the_incurral_gives_no_credit() => Assert.Equal(
        Money.Zero,
        RunOutCredit.Of(Payments(), new CreditWindows(To(2026, 12, 31, 2026), To(2028, 12, 31))));

    [Fact]
    public void Run_out_payments_add_up_to_the_reserve_of_each_month()
    {
        var (triangle, estimate) = Months();
        var payments = RunOutSchedule.Of(
            triangle, estimate, new Month(2025, 1), Percent.Of(20), Rounding.HalfUp);

        for (var origin = 0; origin < 12; origin++)
        {
            var month = new Month(2025, origin + 1);
            Assert.Equal(
                ReserveAmount.Of(estimate.Origins[origin].Ibnr, Rounding.HalfUp),
                payments.Items.Where(payment => payment.Incurred.First == month.First)
                    .Select(payment => payment.Amount).Total());
        }
        Assert.All(payments.Items, payment => Assert.True(payment.Paid.First >= new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Reported_and_not_paid_stands_apart_from_what_has_not_come()
    {
        InventoryAmount[] inventory =
        [
            new(InventoryState.Received, Money.Of(100_000)), new(InventoryState.Pended, Money.Of(40_000)),
            new(InventoryState.Decided, Money.Of(7_000)), new(InventoryState.Pended, Money.Exactly(0.01m)),
        ];
        var reported = ReportedNotPaid.Of(
            inventory, new InventoryShares(Percent.Of(55), Percent.Of(30)), Rounding.HalfUp);
        Assert.Equal(Money.Of(55_000), reported.Received);
        Assert.Equal(Money.Of(12_000), reported.Pended);
        Assert.Equal(Money.Of(74_000), reported.Total);

        var fromReceived = ReserveStatement.OfReceived(Money.Of(50_000), reported);
        Assert.Equal(Money.Of(124_000), fromReceived.Gross);
        var fromPaid = ReserveStatement.OfPaid(Money.Of(124_000), reported);
        Assert.Equal(fromReceived, fromPaid);
        var slowed = ReserveStatement.OfPaid(Money.Of(60_000), reported);
        Assert.Equal(Money.Zero, slowed.Ibnr);
        Assert.Equal(Money.Of(74_000), slowed.Gross);
    }

    [Fact]
    public void Fees_and_margin_stand_beside_gross_and_net()
    {
        var statement = new ReserveStatement(
            Money.Of(74_000), Money.Of(50_000), Money.Of(10_000), Money.Of(6_000), Money.Of(12_400));

        Assert.Equal(Money.Of(124_000), statement.Gross);
        Assert.Equal(Money.Of(114_000), statement.Net);
        Assert.Equal(Money.Of(132_400), statement.Total);
        Assert.Equal(
            Money.Of(1_080_000),
            ReserveStatement.Incurred(Money.Of(1_000_000), Money.Of(120_000), Money.Of(200_000)));
    }

    [Theory]
    [InlineData(1.005, Rounding.HalfUp, 101)]
    [InlineData(0.145, Rounding.HalfUp, 15)]
    [InlineData(0.125, Rounding.HalfEven, 12)]
    [InlineData(-0.125, Rounding.HalfUp, -13)]
    [InlineData(0.129, Rounding.Down, 12)]
    [InlineData(-0.121, Rounding.Up, -13)]
    public void An_estimate_becomes_money_by_the_rounding_that_is_named(
        double estimate, Rounding rounding, long cents) =>
        Assert.Equal(new Money(cents), ReserveAmount.Of(estimate, rounding));

    [Fact]
    public void What_is_no_number_never_becomes_money()
    {
        Assert.Throws<OverflowException>(() => ReserveAmount.Of(double.NaN, Rounding.HalfUp));
        Assert.Throws<OverflowException>(() => ReserveAmount.Of(1e30, Rounding.HalfUp));
        Assert.Throws<OverflowException>(() => ReserveAmount.Of(1e20, Rounding.HalfUp));
    }

    private static ValueList<RunOutPayment> Payments()
    {
        var (triangle, estimate) = Months();
        return RunOutSchedule.Of(triangle, estimate, new Month(2025, 1), Percent.Of(20), Rounding.HalfUp);
    }

    // The twelve months of 2025 at its end; three earlier years that tell how they develop are not repeated here.
    private static (Triangle Triangle, ReserveEstimate Estimate) Months()
    {
        var history = Triangle.Of([.. Enumerable.Range(0, 40).Select(origin => Enumerable
            .Range(0, Math.Min(16, 40 - origin)).Select(age => 1_000_000 * Completion[age]).ToArray())]);
        var pattern = FactorSelection.Select(history, new AverageTerms());
        var year = Triangle.Of([.. Enumerable.Range(0, 12).Select(origin => Enumerable
            .Range(0, 12 - origin).Select(age => 1_000_003 * Completion[age]).Concat(
                Enumerable.Empty<double>()).ToArray())]);
        var padded = Triangle.Of(
            new TriangleTable(
                year.Origins, history.Ages,
                Enumerable.Range(0, 12).Select(origin => Enumerable.Range(0, 16)
                    .Select(age => year.IsKnown(origin, age) ? (decimal?)(decimal)year[origin, age] : null)
                    .ToValueList()).ToValueList(), []),
            AmountKind.Cumulative);
        return (padded, ChainLadder.Project(padded, pattern));
    }

    private static DateRange To(int year, int month, int day, int from = 2025) =>
        new(new DateOnly(from, 1, 1), new DateOnly(year, month, day));
}
