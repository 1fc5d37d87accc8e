using OpenAso.Kernel;

namespace OpenAso.Ledger.Tests;

public class FundUseTests
{
    [Theory]
    //           use                        employer participant plan's
    [InlineData(FundUse.Benefits, true, true, true)]
    [InlineData(FundUse.Administration, true, true, true)]
    [InlineData(FundUse.StopLossPremium, true, false, false)]
    [InlineData(FundUse.Sponsor, true, false, false)]
    public void Participants_money_and_the_plans_serve_only_the_plan(
        FundUse use, bool employer, bool participant, bool planAssets)
    {
        Assert.Equal(employer, FundUseRules.MayPay(FundSource.Employer, use));
        Assert.Equal(participant, FundUseRules.MayPay(FundSource.Participant, use));
        Assert.Equal(planAssets, FundUseRules.MayPay(FundSource.PlanAssets, use));
    }

    [Theory]
    [InlineData("stop-loss-paid")]
    [InlineData("surplus-returned")]
    [InlineData("setup-fee-paid")]
    public void Participants_money_never_goes_to_the_employer_or_its_insurer(string word)
    {
        var book = Ledgers.Post("funding-deposited participant 500.00");
        var reason = ReasonTerms.All.Single(terms => terms.Word == word).Reason;

        Assert.Equal(PostOutcome.FundSourceNotAllowed,
            book.Post(Ledgers.Make(reason, "x", "1.00", FundSource.Participant), beyondFunds: true));
    }

    [Fact]
    public void One_sources_money_does_not_pay_for_another()
    {
        var book = Ledgers.Post("funding-deposited participant 500.00");

        Assert.Equal(PostOutcome.FundsInsufficient,
            book.Post(Ledgers.Make(TransferReason.PaymentIssued, "x", "1.00", FundSource.Employer)));
    }

    [Fact]
    public void What_no_source_covers_falls_to_the_employer()
    {
        var funds = new FundAmounts(Money.Of(10), Money.Of(5), Money.Of(2));

        Assert.Equal(
            new FundAmounts(Money.Of(13), Money.Of(5), Money.Of(2)), funds.Draw(Money.Of(20), FundUse.Benefits));
        Assert.Equal(FundAmounts.OfEmployer(Money.Of(20)), funds.Draw(Money.Of(20), FundUse.StopLossPremium));
    }

    [Fact]
    public void A_source_that_is_overdrawn_gives_nothing()
    {
        var funds = new FundAmounts(Money.Of(10), Money.Of(-5), Money.Zero);

        Assert.Equal(FundAmounts.OfEmployer(Money.Of(4)), funds.Draw(Money.Of(4), FundUse.Benefits));
    }
}
