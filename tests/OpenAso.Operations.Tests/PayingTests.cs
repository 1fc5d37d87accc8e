using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Paying;

namespace OpenAso.Operations.Tests;

public class PayingTests
{
    private static readonly DateOnly EndOfQuarter = new(2026, 5, 31);

    [Fact]
    public async Task A_quarter_of_weeks_pays_what_is_owed_and_never_more_than_is_there()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        var paid = Money.Zero;
        for (var day = new DateOnly(2026, 1, 7); day <= EndOfQuarter; day = day.AddDays(7))
        {
            var run = await employer.CycleAsync(day);
            paid += run.Payments.Items.Total(payment => payment.Amount);
            Assert.True(employer.Accounts.IsBalanced, $"debits are not credits on {day}");
            foreach (var source in Enum.GetValues<FundSource>())
                Assert.False(employer.Fund.Available[source].IsNegative, $"{source} is overdrawn on {day}");
        }
        Assert.True(paid.IsPositive);
        Assert.Equal(
            new Money(employer.Query<long>("select sum(plan_paid) from claim where status = 0 and reversed_by is null")
                .Single()), paid);
        Assert.Equal(Money.Zero, employer.Fund.ClaimsPayable);
        employer.Prove();
    }

    [Fact]
    public async Task Each_decided_claim_is_told_to_its_provider_exactly_once_and_a_denied_one_with_nothing()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        for (var day = new DateOnly(2026, 1, 7); day <= EndOfQuarter; day = day.AddDays(7))
            await employer.CycleAsync(day);
        var (family, again) = employer.Claim(claim => claim.Determination.PlanPaid.IsPositive);
        Assert.Equal(ClaimStatus.Denied, Assert.Single(employer.Decide(family, again.Claim)).Determination.Status);
        await employer.PayAsync(EndOfQuarter);
        var told = employer.Remittances().SelectMany(remittance => remittance.Claims.Items).ToList();
        var decided = employer.Query<string>("select claim from claim where status not in (2, 3)");
        var standing = employer.Query<string>("select claim from claim where status in (0, 1)");
        Assert.Equal(
            standing.Order(StringComparer.Ordinal),
            told.Where(claim => claim.Status != X12.Remittances.RemittedClaimStatus.Reversal)
                .Select(claim => claim.PayerControlNumber).Order(StringComparer.Ordinal));
        Assert.Equal(decided.Count, employer.Query<long>(
            "select count(*) from payment_item i join claim c on c.claim = i.claim and c.family = i.family and "
                + "c.provider_key = i.payee_key").Single());
        var denied = employer.Query<string>("select claim from claim where status = 1").ToHashSet();
        Assert.NotEmpty(denied);
        Assert.All(told.Where(claim => denied.Contains(claim.PayerControlNumber)),
            claim => Assert.Equal(0, claim.PaidCents));
        Assert.Empty(employer.Query<string>(
            "select i.claim from payment_item i join claim c on c.claim = i.claim where c.status = 2"));
    }

    [Fact]
    public async Task Remittances_tell_to_the_cent_what_the_ledger_has_paid_to_providers()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        await employer.CycleAsync(new DateOnly(2026, 2, 28));
        await employer.CycleAsync(EndOfQuarter);
        var told = employer.Remittances();
        var booked = employer.Query<(string, long)>(
            "select p.payment, t.amount from payment p left join (select substr(key, 16, 32) payment, "
                + "sum(amount) amount from transfer "
            + "where key like 'payment-issued:%' group by 1) t on t.payment = p.payment where p.payee_key like "
            + "'provider/%' order by 1");
        Assert.Equal(booked, told.Select(remittance => (remittance.Payment.TraceNumber, remittance.Payment.PaidCents))
            .OrderBy(one => one.TraceNumber, StringComparer.Ordinal));
        Assert.All(told,
            remittance =>
            Assert.Equal(remittance.Payment.PaidCents, remittance.Claims.Items.Sum(claim => claim.PaidCents)));
    }

    [Fact]
    public async Task Executing_the_same_plan_twice_is_refused_and_pays_nothing_new()
    {
        await using var employer = await PaidEmployer.ImportedAsync(20, 2);
        await employer.RequestAsync(EndOfQuarter);
        await employer.ReceiveAsync("wire", EndOfQuarter, new Money(100_000_000));
        var plan = employer.Payments.Plan(employer.Terms, EndOfQuarter);
        Assert.NotEmpty(plan.Payments);
        await employer.Payments.ExecuteAsync(employer.Terms, EndOfQuarter, plan.Hash);
        var before = employer.Everything();
        await Assert.ThrowsAsync<PaymentRunRefusedException>(() =>
            employer.Payments.ExecuteAsync(employer.Terms, EndOfQuarter, plan.Hash));
        Assert.Equal(before, employer.Everything());
        var next = await employer.PayAsync(EndOfQuarter);
        Assert.Equal((0, 0), (next.Payments.Count, next.Told));
        employer.Prove();
    }

    [Fact]
    public async Task A_plan_that_was_looked_at_before_another_import_is_outdated()
    {
        await using var employer = await PaidEmployer.EmptyAsync(20, 2);
        await employer.ImportAsync(name => name.EndsWith(".834", StringComparison.Ordinal)
            || name.Contains("-01-", StringComparison.Ordinal));
        await employer.ReceiveAsync("wire", EndOfQuarter, new Money(100_000_000));
        var plan = employer.Payments.Plan(employer.Terms, EndOfQuarter);
        var more = await employer.ImportAsync(name => !name.EndsWith(".834", StringComparison.Ordinal)
            && name.Contains("-02-", StringComparison.Ordinal));
        Assert.True(more.Decided > 0);
        var before = employer.Everything();
        var refused = await Assert.ThrowsAsync<PaymentRunRefusedException>(
            () => employer.Payments.ExecuteAsync(employer.Terms, EndOfQuarter, plan.Hash));
        Assert.Contains("changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, employer.Everything());
    }

    [Fact]
    public async Task Claims_that_the_money_does_not_reach_are_held_and_paid_when_it_comes()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        var owed = new Money(
            employer.Query<long>("select sum(plan_paid) from claim where status = 0 and reversed_by is null").Single());
        await employer.ReceiveAsync("half", EndOfQuarter, new Money(owed.Cents / 2));
        var plan = employer.Payments.Plan(employer.Terms, EndOfQuarter);
        Assert.Contains(plan.Held, held => held.Reason == HoldReason.FundsInsufficient);
        Assert.InRange(plan.Total.Cents, 1, owed.Cents / 2);
        var first = await employer.PayAsync(EndOfQuarter);
        Assert.False(employer.Fund.Available.Total.IsNegative);
        employer.Prove();
        await employer.ReceiveAsync("rest", EndOfQuarter, owed);
        Assert.Empty(employer.Payments.Plan(employer.Terms, EndOfQuarter).Held);
        var second = await employer.PayAsync(EndOfQuarter);
        Assert.Equal(owed,
            first.Payments.Items.Total(payment => payment.Amount)
            + second.Payments.Items.Total(payment => payment.Amount));
        employer.Prove();
    }

    [Fact]
    public async Task Money_that_is_reported_twice_is_booked_once()
    {
        await using var employer = await PaidEmployer.ImportedAsync(10, 1);
        var day = new DateOnly(2026, 1, 14);
        var request = await employer.RequestAsync(day);
        Assert.True(await employer.ReceiveAsync("wire-1", day, request!.Amount + new Money(500)));
        var before = employer.Everything();
        Assert.False(await employer.ReceiveAsync("wire-1", day, request.Amount + new Money(500)));
        Assert.False(await employer.ReceiveAsync("wire-1", day.AddDays(1), request.Amount + new Money(500)));
        Assert.Equal(before, employer.Everything());
        Assert.True(await employer.ReceiveAsync("wire-10", day, new Money(1)));
        Assert.True(await employer.ReceiveAsync("wire_1", day, new Money(1)));
        employer.Prove();
    }

    [Fact]
    public async Task Other_money_under_the_identifier_of_a_receipt_is_refused_and_not_lost()
    {
        await using var employer = await PaidEmployer.ImportedAsync(10, 1);
        var day = new DateOnly(2026, 1, 14);
        Assert.True(await employer.ReceiveAsync("wire-1", day, new Money(500)));
        var before = employer.Everything();
        var refused = await Assert.ThrowsAsync<ReceiptContradictedException>(() =>
            employer.ReceiveAsync("wire-1", day, new Money(700)));
        Assert.Contains("'wire-1' was booked with 5.00", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, employer.Everything());
    }
}
