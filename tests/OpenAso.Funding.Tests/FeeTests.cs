using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding.Tests;

public class FeeTests
{
    private static readonly Month January = new(2026, 1);
    private static readonly Month February = new(2026, 2);

    // Fifty employees, thirty of them with somebody else; forty have dental coverage.
    private static readonly ValueList<CensusCount> Fifty =
    [
        new(LineOfCoverage.Medical, CoverageTier.EmployeeOnly, 20),
        new(LineOfCoverage.Medical, CoverageTier.EmployeeAndSpouse, 10),
        new(LineOfCoverage.Medical, CoverageTier.Family, 20),
        new(LineOfCoverage.Dental, CoverageTier.EmployeeOnly, 40),
    ];

    // Clause 3.1: $38.50 each; 3.2: $9.75 alone, $14.25 otherwise; 3.3: $3.25; 3.4: $7,500 once.
    [Fact]
    public void Acme_pays_for_each_covered_employee_by_tier_and_for_the_setup_once()
    {
        Check(January, """
            health-administration  1,925.00    # 50 × 38.50
            network-access           622.50    # 20 × 9.75 + 30 × 14.25
            dental-administration    130.00    # 40 × 3.25
            setup                  7,500.00
            """);
        Check(February, """
            health-administration  1,925.00
            network-access           622.50
            dental-administration    130.00
            """);

        static void Check(Month month, string table)
        {
            var bill = Fees.ForMonth(Agreements.Acme, month, Fifty);
            Assert.Empty(bill.Findings);
            Assert.Equal(
                Agreements.Rows(table).Select(cells => (cells[0], Agreements.Amount(cells[1]))),
                bill.Value.Lines.Items.Select(line => (line.Fee.Id, line.Amount)));
        }
    }

    [Fact]
    public void A_line_of_the_bill_shows_each_tier_with_its_rate()
    {
        var network = Fees.ForMonth(Agreements.Acme, February, Fifty).Value.Lines[1];

        Assert.Equal(
            [
                new FeeStep(CoverageTier.EmployeeOnly, 20, Agreements.Amount("9.75")),
                new FeeStep(CoverageTier.EmployeeAndSpouse, 10, Agreements.Amount("14.25")),
                new FeeStep(CoverageTier.Family, 20, Agreements.Amount("14.25")),
            ], network.Steps.Items);
        Assert.Equal("3.2", network.Fee.Clause.Value);
    }

    [Fact]
    public void Birch_pays_the_rates_of_the_month_and_a_flat_fee()
    {
        ValueList<CensusCount> ten = [new(LineOfCoverage.Medical, CoverageTier.Family, 10)];
        Money Total(Month month) => Fees.ForMonth(Agreements.Birch, month, ten).Value.Total;

        Assert.Equal(Agreements.Amount("710.00"), Total(new Month(2026, 6)));    // 10 × 46.00 + 250
        Assert.Equal(Agreements.Amount("724.00"), Total(new Month(2026, 7)));    // 10 × 47.40 + 250
    }

    // Two people came on 1 January but were enrolled in February; one employee alone had left in December.
    [Fact]
    public void What_was_billed_too_much_or_too_little_is_corrected_on_the_next_bill()
    {
        ValueList<CensusCount> now =
        [
            new(LineOfCoverage.Medical, CoverageTier.EmployeeOnly, 19),
            new(LineOfCoverage.Medical, CoverageTier.EmployeeAndSpouse, 10),
            new(LineOfCoverage.Medical, CoverageTier.Family, 22),
            new(LineOfCoverage.Dental, CoverageTier.EmployeeOnly, 40),
        ];
        var corrections = Fees.Restated(Agreements.Acme, January, Fifty, now);

        Assert.Equal([(January, Agreements.Amount("38.50")), (January, Agreements.Amount("18.75"))],
            corrections.Items.Select(line => (line.Month, line.Amount)));    // 2 − 1 of 38.50; 2 × 14.25 − 9.75
        var bill = Fees.ForMonth(Agreements.Acme, February, now).Value.With(corrections);
        Assert.Equal(Agreements.Amount("2,792.00"), bill.Total);    // 51 × 38.50 + 19 × 9.75 + 32 × 14.25 + 130 + 57.25
        Assert.Empty(Fees.Restated(Agreements.Acme, January, now, now));
    }

    [Fact]
    public void A_correction_and_the_bill_before_it_give_what_the_right_census_would_have()
    {
        ValueList<CensusCount> now = [new(LineOfCoverage.Dental, CoverageTier.Family, 7)];

        Assert.Equal(
            Fees.ForMonth(Agreements.Acme, February, now).Value.Total,
            Fees.ForMonth(Agreements.Acme, February, Fifty).Value.Total
                + Fees.Restated(Agreements.Acme, February, Fifty, now).Items.Total(line => line.Amount));
    }

    [Fact]
    public void Employees_under_a_line_that_is_not_offered_are_not_billed_in_silence()
    {
        var bill = Fees.ForMonth(Agreements.Acme, February, [new(LineOfCoverage.Vision, CoverageTier.Family, 3)]);

        Assert.Equal(FundingCodes.CensusLineNotOffered, Assert.Single(bill.Findings).Code);
        Assert.Equal(Money.Zero, bill.Value.Total);
    }

    [Fact]
    public void A_month_outside_the_agreement_has_no_fees_and_says_so()
    {
        var bill = Fees.ForMonth(Agreements.Acme, new Month(2029, 1), Fifty);

        Assert.Equal(FundingCodes.NotInForce, Assert.Single(bill.Findings).Code);
        Assert.Empty(bill.Value.Lines);
    }

    [Fact]
    public void The_setup_is_never_paid_with_participants_money()
    {
        var bill = Fees.ForMonth(Agreements.Acme, January, Fifty).Value;
        var book = new Book();
        foreach (var due in bill.Incurred(January.First))
            Assert.Equal(PostOutcome.Posted, book.Post(due));
        Assert.Equal(bill.Total, book.TrialBalance.Normal(AccountKind.FeesPayable));
        var paid = bill.Paid(January.Last);

        Assert.Equal([TransferReason.FeePaid, TransferReason.SetupFeePaid], paid.Items.Select(one => one.Key.Reason));
        Assert.All(paid.Items, one => Assert.Equal(FundSource.Employer, one.Source));
        Assert.All(paid.Items, one => Assert.Equal(PostOutcome.Posted, book.Post(one, beyondFunds: true)));
        Assert.Equal(Money.Zero, book.TrialBalance.Normal(AccountKind.FeesPayable));
    }

    [Fact]
    public void A_bill_that_gives_back_is_booked_as_a_credit_and_lowers_the_next()
    {
        var credit = new FeeBill(February, []).With(Fees.Restated(Agreements.Acme, January, Fifty, []));
        Assert.All(credit.Incurred(February.First).Items, one =>
            Assert.Equal(TransferReason.FeeCredited, one.Key.Reason));
        Assert.Empty(credit.Paid(February.Last));

        var next = Fees.ForMonth(Agreements.Acme, new Month(2026, 3), Fifty).Value with { BalanceForward = credit.Due };
        Assert.Equal(Money.Zero, next.Due);
        Assert.Empty(next.Paid(new DateOnly(2026, 3, 31)));
    }

    // The administration of fifty employees is due with the setup of 7,500: who pays which part, and when nobody can.
    [Theory]
    [InlineData(100_000, 0, 0, "employer all")]
    [InlineData(7_500, 100_000, 0, "employer 0, participants all")]
    [InlineData(8_000, 100_000, 0, "employer 500, participants the rest")]
    [InlineData(8_000, 0, 100_000, "employer 500, plan the rest")]
    [InlineData(7_499, 100_000, 100_000, "nothing: the setup is the employer's")]
    [InlineData(7_500, 100, 100, "nothing: not covered")]
    public void Fees_are_taken_from_the_employers_money_first_and_the_setup_from_nothing_else(
        int employer, int participants, int plan, string expected)
    {
        var bill = Fees.ForMonth(Agreements.Acme, January, Fifty).Value;
        var available = new FundAmounts(Money.Of(employer), Money.Of(participants), Money.Of(plan));
        var paid = bill.PaidFrom(January.Last, available).Items;

        if (expected.StartsWith("nothing", StringComparison.Ordinal))
        {
            Assert.Empty(paid);
            return;
        }
        Assert.Equal(bill.Due, paid.Total(one => one.Amount));
        Assert.All(Enum.GetValues<FundSource>(), source =>
            Assert.True(paid.Where(one => one.Source == source).Total(one => one.Amount) <= available[source]));
        Assert.Equal(FundSource.Employer, paid.Single(one => one.Key.Reason == TransferReason.SetupFeePaid).Source);
        Assert.Equal(
            expected.Contains("500", StringComparison.Ordinal) ? Money.Of(500) : Money.Zero,
            expected == "employer all" ? Money.Zero
                : paid.Where(one => one.Key.Reason == TransferReason.FeePaid && one.Source == FundSource.Employer)
                    .Total(one => one.Amount));
    }
}
