using CsCheck;
using OpenAso.X12.Remittances;
using static OpenAso.X12.Tests.RemittanceExamples;

namespace OpenAso.X12.Tests;

public class BalanceForwardTests
{
    private static RemittedClaim Claim(long paidCents) => HospitalStay with
    {
        ChargeCents = paidCents,
        PaidCents = paidCents,
        PatientResponsibilityCents = 0,
        Adjustments = [],
    };

    // claims | owed before | payment | PLB FB | owed after
    [Theory]
    [InlineData(100, 0, 100, "", 0)]
    [InlineData(-100, 0, 0, "70001 -100", 100)]
    [InlineData(100, 30, 70, "OLD 30", 0)]
    [InlineData(100, 100, 0, "OLD 100", 0)]
    [InlineData(100, 130, 0, "OLD 130, 70001 -30", 30)]
    [InlineData(-100, 30, 0, "OLD 30, 70001 -130", 130)]
    [InlineData(0, 30, 0, "", 30)]
    public void A_balance_is_taken_in_with_its_sign_and_carried_on_against_it(
        long claimCents, long owedBefore, long paid, string forwards, long owedAfter)
    {
        var earlier = owedBefore == 0 ? null : new ForwardedBalance("OLD", owedBefore);

        var (settled, owed) = BalanceForward.Settle(ByCheck(Claim(claimCents)), earlier);

        Assert.Equal(paid, settled.Payment.PaidCents);
        Assert.Equal(paid == 0 ? PaymentMethod.NonPayment : PaymentMethod.Check, settled.Payment.Method);
        Assert.Equal(forwards, string.Join(", ", settled.ProviderAdjustments.Select(forward =>
            $"{forward.Reference} {forward.Cents}")));
        Assert.Equal(owedAfter, owed?.Cents ?? 0);
    }

    [Fact]
    public void The_trace_number_of_a_balance_is_that_of_the_remittance_it_was_last_told_in()
    {
        var (_, owed) = BalanceForward.Settle(ByCheck(Claim(-100)), new ForwardedBalance("OLD", 30));
        var (_, untouched) = BalanceForward.Settle(ByCheck(), new ForwardedBalance("OLD", 30));

        Assert.Equal(new ForwardedBalance("70001", 130), owed);
        Assert.Equal(new ForwardedBalance("OLD", 30), untouched);
    }

    [Fact]
    public void A_balance_of_nothing_is_no_balance() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            BalanceForward.Settle(ByCheck(), new ForwardedBalance("OLD", 0)));

    [Fact]
    public void Over_any_run_of_remittances_no_cent_is_lost_and_each_can_be_written() =>
        Gen.Long[-500_00, 500_00].Array[1, 12].Sample(amounts =>
        {
            ForwardedBalance? owed = null;
            long paid = 0;
            for (var i = 0; i < amounts.Length; i++)
            {
                var remittance = ByCheck(Claim(amounts[i]));
                remittance = remittance with { Payment = remittance.Payment with { TraceNumber = $"T{i}" } };
                (remittance, owed) = BalanceForward.Settle(remittance, owed);
                Assert.Empty(RemittanceBalance.Check(remittance));
                Assert.NotEmpty(FileOf(remittance));
                paid += remittance.Payment.PaidCents;
            }
            return paid - (owed?.Cents ?? 0) == amounts.Sum();
        });
}
