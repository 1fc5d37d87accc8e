using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Tests;

public class FeeTests
{
    private static readonly DateOnly January = new(2026, 1, 7);

    [Fact]
    public async Task Each_month_is_billed_once_for_those_covered_on_its_first_day()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        for (var day = January; day < new DateOnly(2026, 4, 1); day = day.AddDays(7))
            await employer.CycleAsync(day);
        var billed = employer.Query<(string Month, string Fee, long Units, long Amount)>(
            "select for_month, fee, sum(units), sum(amount) from fee where fee in ('health-administration', "
                + "'setup') group by 1, 2 order by 1, 2");
        Assert.Equal(["2026-01", "2026-01", "2026-02", "2026-03"], billed.Select(row => row.Month));
        Assert.Equal(("setup", 750_000L),
            billed.Where(row => row.Fee == "setup").Select(row => (row.Fee, row.Amount)).Single());
        foreach (var (month, _, units, amount) in billed.Where(row => row.Fee != "setup"))
        {
            var day = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture);
            var covered = employer.Families().Values.Count(family =>
                family.Subscriber?.CoverageOn(LineOfCoverage.Medical, day) is not null);
            Assert.Equal((covered, covered * 3_850L), (units, amount));
        }
        employer.Prove();
    }

    [Fact]
    public async Task Enrolment_that_changes_later_is_credited_on_the_next_bill()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        await employer.CycleAsync(January);
        await employer.CycleAsync(January.AddMonths(1));
        var left = employer.Families().Values.First(family =>
            family.Subscriber?.CoverageOn(LineOfCoverage.Medical, January) is not null);
        await employer.EnrollAsync(
            new Family(left.Id, left.People.Items.Select(person => person with { Coverage = [] }).ToValueList()));
        await employer.CycleAsync(January.AddMonths(2));
        var credited = employer.Query<(string ForMonth, long Units, long Amount)>(
            "select for_month, units, amount from fee where month = '2026-03' and for_month < month and fee = "
                + "'health-administration' order by 1");
        Assert.Equal([("2026-01", -1L, -3_850L), ("2026-02", -1L, -3_850L)], credited);
        await employer.CycleAsync(January.AddMonths(3));
        Assert.Empty(employer.Query<string>("select fee from fee where month = '2026-04' and for_month < month"));
        employer.Prove();
    }

    [Fact]
    public async Task Fees_wait_when_only_claims_can_be_paid()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        await employer.RequestAsync(January.AddMonths(1));
        var owed = employer.Payments.Plan(employer.Terms,
            January.AddMonths(1)).Held.Items.Total(held => held.Obligation.Amount);
        await employer.ReceiveAsync("claims-only", January.AddMonths(1), owed);
        var run = await employer.PayAsync(January.AddMonths(1));
        Assert.Equal((owed, Money.Zero), (run.Payments.Items.Total(payment => payment.Amount), run.FeesPaid));
        await employer.ReceiveAsync("the-rest", January.AddMonths(1), new Money(10_000_000));
        var fees = new Money(employer.Query<long>("select sum(amount) from fee").Single());
        Assert.Equal(fees, (await employer.PayAsync(January.AddMonths(1))).FeesPaid);
        Assert.Equal(Money.Zero, (await employer.PayAsync(January.AddMonths(1))).FeesPaid);
        employer.Prove();
    }
}
