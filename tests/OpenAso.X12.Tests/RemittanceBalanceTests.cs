using OpenAso.X12.Remittances;
using static OpenAso.X12.Tests.RemittanceExamples;

namespace OpenAso.X12.Tests;

public class RemittanceBalanceTests
{
    private static RemittedClaim WithFirstLine(Func<RemittedLine, RemittedLine> change) =>
        OfficeVisit with { Lines = [change(OfficeVisit.Lines[0]), OfficeVisit.Lines[1]] };

    private static string[] Checked(Remittance remittance) =>
        [.. RemittanceBalance.Check(remittance).Select(imbalance => imbalance.ToString())];

    [Fact]
    public void What_adds_up_is_in_balance() => Assert.Empty(Checked(ByCheck(OfficeVisit, HospitalStay)));

    [Fact]
    public void A_cent_too_much_in_a_line_is_named_with_its_line() =>
        Assert.Equal(
            ["claim C0001, line 1: SVC03 = SVC02 less CAS; expected 120.00, found 120.01"],
            Checked(ByCheck(WithFirstLine(line => line with { PaidCents = 120_01 }))));

    [Fact]
    public void An_adjustment_that_grew_unbalances_its_line_and_its_claim() =>
        Assert.Equal(
            [
                "claim C0001, line 1: SVC03 = SVC02 less CAS; expected 119.00, found 120.00",
                "claim C0001: CLP04 = CLP03 less CAS of claim and lines; expected 119.00, found 120.00",
            ],
            Checked(ByCheck(WithFirstLine(line => line with
            {
                Adjustments = [new("CO", "45", 51_00), line.Adjustments[1]],
            }))));

    [Fact]
    public void Charges_of_lines_total_the_charge_of_their_claim() =>
        Assert.Equal(
            ["claim C0001: CLP03 = sum of SVC02; expected 200.00, found 280.00"],
            Checked(ByCheck(OfficeVisit with
            {
                Lines = [OfficeVisit.Lines[0]],
                Adjustments = [new("PR", "96", 80_00)],
            })));

    [Fact]
    public void Patient_responsibility_is_the_sum_of_the_patients_adjustments() =>
        Assert.Equal(
            ["claim C0002: CLP05 = sum of CAS*PR; expected 1300.00, found 1299.99"],
            Checked(ByCheck(HospitalStay with { PatientResponsibilityCents = 1_299_99 })));

    [Fact]
    public void The_payment_is_the_paid_claims_less_provider_adjustments() =>
        Assert.Equal(
            ["transaction: BPR02 = sum of CLP04 less sum of PLB; expected 110.00, found 120.00"],
            Checked(ByCheck(OfficeVisit) with { ProviderAdjustments = [new("WO", "X", 10_00, PaymentDate)] }));

    [Fact]
    public void A_payment_below_zero_is_an_imbalance_even_if_it_adds_up() =>
        Assert.Equal(
            ["transaction: BPR02 is not below zero: carry it forward (FB); expected 0.00, found -120.00"],
            Checked(ByCheck(OfficeVisit.Reversal())));

    [Theory]
    [InlineData(BalanceLevel.Line, "claim C0001, line 1: SVC03")]
    [InlineData(BalanceLevel.Claim, "claim C0001: CLP04")]
    [InlineData(BalanceLevel.Transaction, "transaction: BPR02")]
    public void What_is_out_of_balance_is_never_written_and_the_level_is_named(BalanceLevel level, string named)
    {
        var wrong = level switch
        {
            BalanceLevel.Line => ByCheck(WithFirstLine(line => line with { PaidCents = 1 })),
            BalanceLevel.Claim => ByCheck(OfficeVisit with { PaidCents = 1 }),
            _ => ByCheck(OfficeVisit) with { ProviderAdjustments = [new("WO", "X", 1, PaymentDate)] },
        };

        var error = Assert.Throws<InvalidOperationException>(() => FileOf(wrong));

        Assert.Contains(named, error.Message);
        Assert.Contains("70001", error.Message);
    }

    [Fact]
    public void A_reversal_takes_every_amount_back_and_adds_up()
    {
        var reversal = OfficeVisit.Reversal();

        Assert.Equal("22", reversal.Status);
        Assert.Equal(
            (-280_00, -120_00, 0), (reversal.ChargeCents, reversal.PaidCents, reversal.PatientResponsibilityCents));
        Assert.Equal([-50_00, -30_00], reversal.Lines[0].Adjustments.Select(adjustment => adjustment.Cents));
        Assert.Equal((-200_00, -120_00, -150_00L, 1000),
            (reversal.Lines[0].ChargeCents, reversal.Lines[0].PaidCents, reversal.Lines[0].AllowedCents!.Value,
                reversal.Lines[0].UnitsThousandths));
        Assert.Equal(BalanceLevel.Transaction, Assert.Single(RemittanceBalance.Check(ByCheck(reversal))).Level);
    }
}
