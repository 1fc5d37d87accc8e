using OpenAso.Kernel;

namespace OpenAso.Funding.Tests;

public class BudgetTests
{
    private static readonly ValueList<CensusCount> Census =
    [
        new(LineOfCoverage.Medical, CoverageTier.EmployeeOnly, 10),
        new(LineOfCoverage.Medical, CoverageTier.Family, 5),
        new(LineOfCoverage.Dental, CoverageTier.Family, 5),
    ];

    private static readonly Month January = new(2026, 1);
    private static readonly Month February = new(2026, 2);

    // Clauses 6.1 and 6.2: health 492 alone and 1,476 a family, dental 106 a family.
    [Fact]
    public void Expected_claims_follow_the_census() => Assert.Equal(
        [
            new MonthAmount(January, LineOfCoverage.Medical, Money.Of(12_300)),
            new MonthAmount(January, LineOfCoverage.Dental, Money.Of(530)),
            new MonthAmount(January, LineOfCoverage.ShortTermDisability, Money.Zero),
            new MonthAmount(January, LineOfCoverage.LongTermDisability, Money.Zero),
        ], Budget.Claims(Agreements.Acme, January, Census).Items);

    [Fact]
    public void An_expected_month_holds_claims_and_monthly_fees_but_no_setup() => Assert.Equal(
        // 12,830 of claims; 15 × 38.50 + 10 × 9.75 + 5 × 14.25 + 5 × 3.25 of fees
        Agreements.Amount("13,592.50"), Budget.ExpectedMonth(Agreements.Acme, January, Census));

    // Clauses 2.3, 3.5 and 6.3: every employee, 44 + 2.10 for short-term and 6 + 1.40 for long-term disability.
    [Theory]
    [InlineData(15, "13592.50", "802.50")]
    [InlineData(0, "13592.50", "0.00")]
    public void Disability_covers_every_employee_whatever_enrolment_says_of_it(
        int employees, string health, string disability)
    {
        var terms = Agreements.Acme.For(January);
        var strays = Census.Add(new CensusCount(LineOfCoverage.ShortTermDisability, CoverageTier.Family, 3));

        var covered = Funding.Census.Covered(terms, strays, employees);
        Assert.Equal(
            Agreements.Amount(health) + Agreements.Amount(disability),
            Budget.ExpectedMonth(Agreements.Acme, January, covered));
        Assert.DoesNotContain(covered.Items, count =>
            count is { Line: LineOfCoverage.ShortTermDisability, Tier: CoverageTier.Family });
        Assert.Equal(strays.Count, Funding.Census.Covered(null, strays, employees).Count);
    }

    [Fact]
    public void Paid_stands_beside_expected_by_month_and_line()
    {
        var expected = Budget.Claims(Agreements.Acme, January, Census).Items
            .Concat(Budget.Claims(Agreements.Acme, February, Census).Items);
        var budget = BudgetByMonth.Of(expected,
        [
            new MonthAmount(January, LineOfCoverage.Medical, Money.Of(10_000)),
            new MonthAmount(February, LineOfCoverage.Medical, Money.Of(20_000)),
            new MonthAmount(February, LineOfCoverage.Medical, Money.Of(-1_000)),
            new MonthAmount(February, LineOfCoverage.Vision, Money.Of(50)),
        ]);

        Assert.Equal(
            [
                "2026-01 Medical 12300.00 10000.00 2300.00",
                "2026-01 Dental 530.00 0.00 530.00",
                "2026-02 Medical 12300.00 19000.00 -6700.00",
                "2026-02 Dental 530.00 0.00 530.00",
                "2026-02 Vision 0.00 50.00 -50.00",
            ], budget.Rows.Items.Select(row => $"{row.Month} {row.Line} {row.Expected} {row.Paid} {row.Left}"));
        Assert.Equal(Money.Of(2_830), budget.Through(January).Left);
        Assert.Equal(Money.Of(-3_390), budget.Left);
    }

    // Clause 4.1: 15 % alone and 22 % a family, of 492 + 48.25 and 1,476 + 52.75; clause 4.2: half of 106 + 3.25.
    [Fact]
    public void Participants_pay_their_share_of_expected_claims_and_fees() => Assert.Equal(
        [
            "Medical EmployeeOnly 10 × 81.04 = 810.40",      // 540.25 × 15 % = 81.0375
            "Medical Family 5 × 336.33 = 1681.65",           // 1,528.75 × 22 % = 336.325
            "Dental Family 5 × 54.63 = 273.15",              // 109.25 × 50 % = 54.625
        ],
        Contributions.ForMonth(Agreements.Acme, January, Census).Items
            .Select(line => $"{line.Line} {line.Tier} {line.Employees} × {line.Each} = {line.Amount}"));

    [Fact]
    public void Participants_who_pay_nothing_are_not_listed() => Assert.Empty(Contributions.ForMonth(
        Agreements.Birch, January, [new(LineOfCoverage.Medical, CoverageTier.EmployeeOnly, 3),
            new(LineOfCoverage.Dental, CoverageTier.Family, 3)]));

    // finance.md § 3.1, budgeted ASO: the surplus belongs to the sponsor, the deficit is owed by the sponsor.
    [Theory]
    //          expected  fees     paid  fees  recovered  use                            result returned owed
    [InlineData(100_000, 9_000, 80_000, 9_000, 500, SurplusUse.ReturnedToEmployer, 20_500, 15_000, 0)]
    [InlineData(100_000, 9_000, 90_000, 9_000, 0, SurplusUse.ReturnedToEmployer, 10_000, 10_000, 0)]
    [InlineData(100_000, 9_000, 80_000, 9_000, 500, SurplusUse.CarriedForward, 20_500, 0, 0)]
    [InlineData(100_000, 9_000, 120_000, 9_000, 0, SurplusUse.ReturnedToEmployer, -20_000, 0, 20_000)]
    [InlineData(100_000, 9_000, 120_000, 9_000, 0, SurplusUse.CarriedForward, -20_000, 0, 20_000)]
    public void Finance_3_1_the_surplus_is_the_employers_and_so_is_the_deficit(
        long expected, long expectedFees, long paid, long fees, long recovered, SurplusUse use,
        long result, long returned, long owed)
    {
        var position = new SurplusPosition(Money.Of(expected), Money.Of(expectedFees), Money.Of(paid), Money.Of(fees),
            Money.Of(recovered), use);

        Assert.Equal(Money.Of(result), position.Result);
        Assert.Equal(Money.Of(returned), position.ToReturn(available: Money.Of(15_000)));
        Assert.Equal(Money.Of(owed), position.Owed);
    }
}
