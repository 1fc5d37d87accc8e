using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Members;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Reporting;

namespace OpenAso.Operations.Tests;

/// <summary>Stop-loss in the books: premium, position and what the carrier owes, from payment run to payment
/// run.</summary>
public class StopLossTests
{
    private static readonly DateOnly Last = new(2026, 4, 30);

    [Fact]
    public async Task A_position_kept_from_run_to_run_is_the_one_made_from_scratch()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        for (var day = new DateOnly(2026, 1, 21); day < Last; day = day.AddDays(14))
        {
            await employer.CycleAsync(day);
            employer.Prove();
        }

        var position = new PositionUseCase(employer.Books).Show(employer.Terms, new DateOnly(2026, 4, 22));
        Assert.NotEmpty(position.StopLoss!.Watched);
        Assert.True(position.StopLoss.Recoverable.IsPositive);
        Assert.Equal(position.StopLoss.Recoverable, employer.Accounts.Normal(AccountKind.StopLossRecoverable));
    }

    // A program that stops between paying and projecting reads on where it was.
    [Fact]
    public async Task What_was_paid_while_nobody_projected_is_caught_up()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        await employer.CycleAsync(new DateOnly(2026, 2, 10));
        await employer.StopAfterPayingAsync(new DateOnly(2026, 3, 10));
        employer.Prove();
        var before = employer.Everything();

        await new StopLossProjection(employer.Books, employer.Terms).CatchUpAsync(new DateOnly(2026, 3, 10));

        Assert.NotEqual(before, employer.Everything());
        employer.Prove();
        var after = employer.Everything();
        await new StopLossProjection(employer.Books, employer.Terms).CatchUpAsync(new DateOnly(2026, 3, 10));
        Assert.Equal(after, employer.Everything());
    }

    [Fact]
    public async Task An_import_brings_positions_up_to_date_and_a_retroactive_end_lowers_the_attachment()
    {
        await using var employer = await PaidEmployer.EmptyAsync(specific: "2000");
        await employer.ImportAsync(name => name.Contains("2026-01", StringComparison.Ordinal));
        employer.ProveStopLossIsRead();
        await employer.CycleAsync(new DateOnly(2026, 2, 10));
        var before = employer.Query<long>("select attachment_projected from stop_loss_position").Single();

        await employer.ImportAsync(name => name.Contains("2026-02", StringComparison.Ordinal));
        employer.ProveStopLossIsRead();
        var family = employer.Families().Values.First(known => known.Subscriber!.Coverage.Any(span =>
            span.Line == LineOfCoverage.Medical && span.Dates.First <= new DateOnly(2026, 1, 1)));
        var person = family.Subscriber!;
        var born = person.BirthDate!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await employer.ImportAsync(InputFile.Of("end.csv", System.Text.Encoding.UTF8.GetBytes(
            $"""
            family,relationship,last,first,birth,action,line,plan,from,to
            {family.Id},subscriber,{person.Name.Last},{person.Name.First},{born},end,medical,,,2026-01-02

            """)));

        employer.ProveStopLossIsRead();
        Assert.True(
            before > employer.Query<long>("select attachment_projected from stop_loss_position").Single());
    }

    // Two that project by turns: what the other has read is not left out.
    [Fact]
    public async Task What_another_has_read_on_meanwhile_is_counted_too()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        var payments = employer.Payments;
        for (var day = new DateOnly(2026, 1, 21); day < Last; day = day.AddDays(28))
        {
            await employer.CycleAsync(day, payments);
            await employer.CycleAsync(day.AddDays(14));
        }
        await employer.CycleAsync(Last, payments);
        employer.Prove();
    }

    [Fact]
    public async Task Premium_is_billed_by_month_and_tier_asked_for_and_paid_from_the_employers_own_money()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");

        var request = await employer.RequestAsync(new DateOnly(2026, 1, 7));
        await employer.ReceiveAsync("wire-1", new DateOnly(2026, 1, 7), request!.Amount);
        var run = await employer.PayAsync(new DateOnly(2026, 1, 7));

        var billed = new Money(employer.Query<long>("select sum(amount) from stop_loss_premium").Single());
        Assert.True(billed.IsPositive);
        Assert.Equal(billed, run.PremiumPaid);
        Assert.Equal(billed, employer.Accounts.Normal(AccountKind.StopLossPremium));
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.StopLossPremiumPayable));
        Assert.Contains(request.Lines.Items, line => line.Amount == billed);
        Assert.Single(employer.Query<string>("select name from sent_file where kind = 'bordereau'"));
        employer.Prove();
    }

    [Fact]
    public async Task Participants_money_never_pays_premium()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        var request = (await employer.RequestAsync(new DateOnly(2026, 1, 7)))!;
        var premium = request.Lines.Items.Single(line => line.Purpose == Funding.FundingPurpose.StopLossPremium).Amount;

        Assert.True(request.FromParticipants <= request.Amount - premium);
        var run = await employer.PayAsync(new DateOnly(2026, 1, 7));
        Assert.Equal(Money.Zero, run.PremiumPaid); // nothing has arrived
    }

    [Fact]
    public async Task An_end_of_coverage_that_comes_late_is_credited_with_the_next_premium()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        await employer.CycleAsync(new DateOnly(2026, 1, 7));
        var family = employer.Families().Values.First(known => known.Subscriber!.Coverage.Any(span =>
            span.Line == LineOfCoverage.Medical && span.Dates.First <= new DateOnly(2026, 1, 1)));
        await employer.EnrollAsync(EndedAtNewYear(family));

        await employer.CycleAsync(new DateOnly(2026, 2, 4));

        var corrected = employer.Query<long>(
            "select amount from stop_loss_premium where month = '2026-02' and for_month = '2026-01'");
        Assert.Equal(2, corrected.Count); // specific and aggregate
        Assert.All(corrected, amount => Assert.True(amount < 0));
        employer.Prove();
    }

    private static Family EndedAtNewYear(Family family) => new(
        family.Id,
        [
            .. family.People.Items.Select(person => person with
            {
                Coverage = person.Coverage.Where(span => span.Line != LineOfCoverage.Medical).ToValueList(),
            }),
        ]);
}
