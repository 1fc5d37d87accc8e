using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Tests;

/// <summary>The stop-loss desk over the books: what is filed, what the carrier answers and pays, and what goes back to
/// it.</summary>
public class FilingTests
{
    private static readonly DateOnly April = new(2026, 4, 30);
    private static readonly DateOnly May = new(2026, 5, 20);

    [Fact]
    public async Task Everybody_over_the_deductible_is_filed_once_and_the_books_say_so()
    {
        await using var employer = await PaidAsync();
        var desk = new FilingUseCase(employer.Books);
        var before = desk.Show(employer.Terms, null, April).Single();
        Assert.NotEmpty(before.Due);

        var run = await desk.WriteAsync(employer.Terms, new FilingRequest(April));

        Assert.Equal(before.Due.Items.Select(due => due.Claimant).Order(StringComparer.Ordinal),
            run.Written.Items.Select(written => written.Filing.Recovery.Claimant).Where(name => name.Length > 0)
                .Order(StringComparer.Ordinal));
        Assert.All(run.Written.Items.Where(written => written.Filing.Recovery.Claimant.Length > 0), written =>
        {
            Assert.Equal(KeptFilingKind.Initial, written.Filing.Kind);
            Assert.Equal(ChecklistState.There, State(written, FilingItem.ClaimDetail));
            Assert.Equal(ChecklistState.There, State(written, FilingItem.EnrollmentProof));
            Assert.Equal(ChecklistState.There, State(written, FilingItem.PaymentProof));
        });
        var after = desk.Show(employer.Terms, null, April).Single();
        Assert.Empty(after.Due);
        Assert.Equal(Money.Zero, after.NotFiled);
        Assert.Equal(after.Outstanding, employer.Accounts.Normal(AccountKind.StopLossRecoverable));
        Assert.Equal(after.Outstanding, after.Ageing.Total);
        Assert.Empty((await desk.WriteAsync(employer.Terms, new FilingRequest(April))).Written);
        employer.Prove();
    }

    [Fact]
    public async Task A_preview_is_what_would_be_written_and_keeps_nothing()
    {
        await using var employer = await PaidAsync();
        var desk = new FilingUseCase(employer.Books);
        var before = employer.Everything();

        var preview = desk.Preview(employer.Terms, new FilingRequest(April));

        Assert.NotEmpty(preview.Written);
        Assert.Equal(before, employer.Everything());
        Assert.Equal(preview.Written.Items.Select(one => one.Pack.Sha256),
            (await desk.WriteAsync(employer.Terms, new FilingRequest(April))).Written.Items
                .Select(one => one.Pack.Sha256));
    }

    [Fact]
    public async Task More_payments_are_filed_again_from_the_policys_amount_on()
    {
        await using var employer = await PaidEmployer.ImportedAsync(employees: 150, specific: "100");
        var desk = new FilingUseCase(employer.Books);
        await employer.CycleAsync(new DateOnly(2026, 2, 18));
        var first = await desk.WriteAsync(employer.Terms, new FilingRequest(new DateOnly(2026, 2, 18)));
        await employer.CycleAsync(April);

        var second = await desk.WriteAsync(employer.Terms, new FilingRequest(April));

        var filed = first.Written.Items.ToDictionary(
            one => one.Filing.Recovery.Claimant, one => one.Filing.Recovery.Excess);
        var added = second.Written.Items.Where(one => one.Filing.Kind == KeptFilingKind.Addition)
            .Select(one => one.Filing.Recovery).ToList();
        Assert.NotEmpty(added);
        Assert.All(added, one => Assert.True(one.Excess - filed[one.Claimant] >= Money.Of(500)));
        Assert.Contains(desk.Show(employer.Terms, null, April).Single().Positions.Items, row =>
            filed.ContainsKey(row.Claimant) && row.NotFiled.IsPositive && row.NotFiled < Money.Of(500));
        employer.Prove();
    }

    // What is paid on the day of a filing, after it, is no part of it.
    [Fact]
    public async Task A_payment_run_later_on_the_day_of_a_filing_takes_nothing_from_its_proof()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        await employer.CycleAsync(new DateOnly(2026, 2, 18));
        await new FilingUseCase(employer.Books).WriteAsync(employer.Terms, new FilingRequest(April));

        await employer.CycleAsync(April);
        await new StopLossProjection(employer.Books, employer.Terms).CatchUpAsync(April);

        employer.Prove();
    }

    [Fact]
    public async Task A_filing_forged_together_with_its_hash_differs_from_the_position_of_its_day()
    {
        await using var employer = await PaidAsync();
        var filing = await FiledAsync(employer);
        var forged = filing with
        {
            Recovery = filing.Recovery with { Excess = filing.Recovery.Excess + new Money(1) },
        };
        await employer.Books.Database.WriteAsync(session => Dapper.SqlMapper.Execute(
            session.Connection, "update stop_loss_filing set excess = @excess, hash = @hash where filing = @filing",
            new { excess = forged.Recovery.Excess.Cents, hash = forged.Hash.ToString(), filing = forged.Name }),
            cancellation: TestContext.Current.CancellationToken);

        var found = Assert.Single(new Verifying.VerifyUseCase(employer.Books).Run(employer.Scope).Discrepancies);

        Assert.Equal($"filing {filing.Name}", found.Subject);
        Assert.Contains("what has passed the deductible", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_carrier_pays_is_in_the_fund_and_is_owed_no_more()
    {
        await using var employer = await PaidAsync();
        var filing = await FiledAsync(employer);
        var (owed, fund) = (employer.Accounts.Normal(AccountKind.StopLossRecoverable), employer.Fund.Bank);
        var recoveries = new RecoveryUseCase(employer.Books);
        var payment = new CarrierPayment("GLR-1", May, filing.Recovery.Requested - Money.Of(10));

        var (paid, isNew) = await recoveries.ReceiveAsync(employer.Terms, filing.Name, payment);

        Assert.True(isNew);
        Assert.Equal(payment.Amount, paid.Recovery.Received);
        Assert.Equal(Money.Of(10), paid.Recovery.Outstanding);
        Assert.Equal(owed - payment.Amount, employer.Accounts.Normal(AccountKind.StopLossRecoverable));
        Assert.Equal(fund + payment.Amount, employer.Fund.Bank);
        employer.Prove();
        await recoveries.ReceiveAsync(employer.Terms, filing.Name, new CarrierPayment("GLR-2", May, Money.Of(10)));
        Assert.Equal(Money.Zero,
            FilingRowsOf(employer).Single(one => one.Name == filing.Name).Recovery.Outstanding);
        employer.Prove();
    }

    [Fact]
    public async Task A_payment_is_booked_once_and_its_reference_serves_no_other_money()
    {
        await using var employer = await PaidAsync();
        var filing = await FiledAsync(employer);
        var recoveries = new RecoveryUseCase(employer.Books);
        var payment = new CarrierPayment("GLR-1", May, Money.Of(100));
        await recoveries.ReceiveAsync(employer.Terms, filing.Name, payment);
        var before = employer.Everything();

        Assert.False((await recoveries.ReceiveAsync(employer.Terms, filing.Name, payment)).IsNew);
        foreach (var other in new[] { payment with { Amount = Money.Of(101) }, payment with { On = May.AddDays(1) } })
        {
            var refused = await Assert.ThrowsAsync<ReceiptContradictedException>(() =>
                recoveries.ReceiveAsync(employer.Terms, filing.Name, other));
            Assert.Contains("'GLR-1' was booked with 100.00", refused.Message, StringComparison.Ordinal);
        }
        var another = FilingRowsOf(employer).First(one => one.Name != filing.Name);
        await Assert.ThrowsAsync<ReceiptContradictedException>(() =>
            recoveries.ReceiveAsync(employer.Terms, another.Name, payment));
        Assert.Equal(before, employer.Everything());
    }

    [Fact]
    public async Task What_was_only_shown_is_not_kept_and_what_cannot_be_is_refused()
    {
        await using var employer = await PaidAsync();
        var filing = await FiledAsync(employer);
        var recoveries = new RecoveryUseCase(employer.Books);
        var before = employer.Everything();

        var shown = await recoveries.ReceiveAsync(
            employer.Terms, filing.Name, new CarrierPayment("GLR-1", May, Money.Of(1)), keep: false);
        Assert.Equal(RecoveryState.Received, shown.Filing.Recovery.State);
        foreach (var (step, why) in new[]
        {
            (new RecoveryStep(RecoveryState.Denied, May, Money.Zero, ""), "without a reason"),
            (new RecoveryStep(RecoveryState.Denied, April.AddDays(-1), Money.Zero, "late"), "2026-04-29 lies before"),
            (new RecoveryStep(RecoveryState.Appealed, May, Money.Zero, "not yet"), "is filed and cannot become"),
        })
        {
            var refused = await Assert.ThrowsAsync<FilingRefusedException>(() =>
                recoveries.AnswerAsync(employer.Terms, filing.Name, step));
            Assert.StartsWith("STL", refused.Message, StringComparison.Ordinal);
            Assert.Contains($" Filing {filing.Recovery.Number} ", refused.Message, StringComparison.Ordinal);
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<FilingRefusedException>(() => recoveries.ReceiveAsync(
            employer.Terms, filing.Name, new CarrierPayment("GLR-1", May, filing.Recovery.Requested + new Money(1))));
        await Assert.ThrowsAsync<FilingRefusedException>(() => recoveries.ReceiveAsync(
            employer.Terms, "nobody", new CarrierPayment("GLR-1", May, Money.Of(1))));
        Assert.Equal(before, employer.Everything());
    }

    [Fact]
    public async Task A_denied_filing_is_expected_no_more_until_it_is_appealed()
    {
        await using var employer = await PaidAsync();
        var filing = await FiledAsync(employer);
        var recoveries = new RecoveryUseCase(employer.Books);

        var denied = await recoveries.AnswerAsync(
            employer.Terms, filing.Name, new RecoveryStep(RecoveryState.Denied, May, Money.Zero, "not disclosed"));
        Assert.Equal((Money.Zero, filing.Recovery.Requested), (denied.Recovery.Outstanding, denied.Recovery.Denied));
        var appealed = await recoveries.AnswerAsync(
            employer.Terms, filing.Name,
            new RecoveryStep(RecoveryState.Appealed, May.AddDays(5), Money.Zero, "disclosed on page 3"));
        Assert.Equal(filing.Recovery.Requested, appealed.Recovery.Outstanding);
        await recoveries.ReceiveAsync(employer.Terms, filing.Name,
            new CarrierPayment("GLR-1", May.AddDays(30), filing.Recovery.Requested));
        employer.Prove();
    }

    [Fact]
    public async Task What_comes_back_after_the_carrier_paid_is_payable_to_it_and_goes_back_once()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "500");
        var march = new DateOnly(2026, 3, 4);
        await employer.CycleAsync(march);
        await FiledAsync(employer, march);
        var (claimant, costliest) = SettledLater(employer, march);
        var filing = FilingRowsOf(employer).Single(one => one.Recovery.Claimant == claimant);
        var recoveries = new RecoveryUseCase(employer.Books);
        await recoveries.ReceiveAsync(
            employer.Terms, filing.Name, new CarrierPayment("GLR-1", march, filing.Recovery.Requested));
        var (family, claim) = employer.Claim(claim => claim.Claim.Id.ToString() == costliest);
        employer.Decide(family, claim.Claim.Correcting(claim.Claim.Id, Claims.ClaimFrequency.Void, march.AddDays(1)));
        var later = May;
        for (var day = march.AddDays(7); day < later; day = day.AddDays(7))
            await employer.CycleAsync(day);
        await new StopLossProjection(employer.Books, employer.Terms).CatchUpAsync(later);
        employer.Prove();
        var payable = new FilingUseCase(employer.Books).Show(employer.Terms, null, later).Single().PayableToCarrier;
        Assert.True(payable.IsPositive);

        var back = new CarrierPayment("BACK-1", later, payable);
        await Assert.ThrowsAsync<FilingRefusedException>(() =>
            recoveries.RepayAsync(employer.Terms, filing.Name, back with { Amount = payable + new Money(1) }));
        Assert.True(await recoveries.RepayAsync(employer.Terms, filing.Name, back));
        Assert.False(await recoveries.RepayAsync(employer.Terms, filing.Name, back));

        Assert.Equal(Money.Zero,
            new FilingUseCase(employer.Books).Show(employer.Terms, null, later).Single().PayableToCarrier);
        employer.Prove();
    }

    private static async Task<PaidEmployer> PaidAsync()
    {
        var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        for (var day = new DateOnly(2026, 1, 14); day < April; day = day.AddDays(21))
            await employer.CycleAsync(day);
        return employer;
    }

    private static async Task<KeptFiling> FiledAsync(PaidEmployer employer, DateOnly? on = null)
    {
        var run = await new FilingUseCase(employer.Books)
            .WriteAsync(employer.Terms, new FilingRequest(on ?? April));
        return run.Written.Items.Select(written => written.Filing)
            .Where(filing => filing.Recovery.Claimant.Length > 0).MaxBy(filing => filing.Recovery.Requested.Cents)!;
    }

    // A claim that was paid and filed, to a provider who is still owed more than it.
    private static (string Claimant, string Claim) SettledLater(PaidEmployer employer, DateOnly day) =>
        employer.Query<(string, string)>(
            """
            select f.claimant, c.claim from stop_loss_filing f
            join claim c on c.family || '-' || c.person = f.claimant
            where f.requested > 0 and c.received <= @day and c.reverses is null and c.plan_paid > 20000
              and c.plan_paid < (select sum(o.plan_paid) from claim o
                where o.payee_key = c.payee_key and o.received > @day and o.family <> c.family)
            order by c.plan_paid desc limit 1
            """, new { day = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }).Single();

    private static IReadOnlyList<KeptFiling> FilingRowsOf(PaidEmployer employer) =>
        employer.Books.Database.Read(connection => FilingRows.Read(connection, employer.Scope));

    private static ChecklistState State(WrittenFiling written, FilingItem item) =>
        written.Checklist.Items.Single(row => row.Item == item).State;
}
