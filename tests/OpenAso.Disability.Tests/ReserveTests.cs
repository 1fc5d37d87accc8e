using OpenAso.Disability.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

public class ReserveTests
{
    private const string Head = "rules: {name: t, currency: USD}\nid: t\nas-of: 2026-01-01\nsource: test\n";

    // 1,000 a month; valued after 31 March, the third month; three months are left, of which half end each.
    // Without interest: 0.75 + 0.375 + 0.1875 = 1.3125 months.
    [Fact]
    public void Each_month_counts_with_the_mean_of_its_chances_to_be_open()
    {
        var reserve = Reserve("interest: 0%\nages: [{from-age: 0, monthly: [{from-month: 1, rate: 100%}, "
            + "{from-month: 4, rate: 50%}]}]\n")!;

        Assert.Equal(new DateOnly(2026, 3, 31), reserve.ValuedOn);
        Assert.Equal((Money.Of(1000), 3, 131), (reserve.Monthly, reserve.MonthsLeft, reserve.ExpectedMonths));
        Assert.Equal(Money.Exactly(1312.50m), reserve.Reserve);
        Assert.Equal(Percent.Whole, reserve.ClosedWithinYear);
    }

    // A year's interest of 21 % discounts half a year by 1.1; so three months without terminations are discounted from
    // their middles, 1, 3 and 5 twenty-fourths of a year: 0.992089 + 0.976454 + 0.961066.
    [Fact]
    public void Benefits_are_discounted_from_the_middle_of_their_month()
    {
        var reserve = Reserve("interest: 21%\nages: [{from-age: 0, monthly: [{from-month: 1, rate: 0%}]}]\n")!;

        Assert.Equal(Money.Exactly(2929.61m), reserve.Reserve);
    }

    [Fact]
    public void Chances_are_those_of_the_age_and_month_of_disability()
    {
        var table = Table("interest: 0%\nages: [{from-age: 0, monthly: [{from-month: 1, rate: 3%}, {from-month: 7, "
            + "rate: 2%}]}, {from-age: 50, monthly: [{from-month: 1, rate: 1%}]}]\n");

        Assert.Equal([Percent.Of(3), Percent.Of(3), Percent.Of(2), Percent.Of(1)],
            [table.RateIn(0, 1), table.RateIn(49, 6), table.RateIn(49, 7), table.RateIn(50, 99)]);
    }

    [Fact]
    public void A_claim_that_has_ended_has_no_reserve()
    {
        var table = Table("interest: 0%\nages: [{from-age: 0, monthly: [{from-month: 1, rate: 0%}]}]\n");
        var ended = Sample.Assess(Sample.WeeklyPlan(), Sample.Claim(("work", "[{from: 2026-03-10, full: yes}]")));
        var pended = Sample.Assess(Sample.WeeklyPlan(), Sample.Claim(("salary", "")));

        Assert.Null(OpenClaimReserve.Of(ended, table));
        Assert.Null(OpenClaimReserve.Of(pended, table));
    }

    [Fact]
    public void A_preview_changes_no_reserve()
    {
        var table = Table("interest: 4%\nages: [{from-age: 0, monthly: [{from-month: 1, rate: 5%}]}]\n");
        var plan = Sample.WeeklyPlan();

        var reserve = OpenClaimReserve.Of(Sample.Assess(plan, Sample.Claim()), table);

        Assert.NotNull(reserve);
        Assert.Equal(reserve, OpenClaimReserve.Of(Sample.Assess(plan, Sample.Claim(), "2026-05-10"), table));
        Assert.Equal(reserve, OpenClaimReserve.Of(Sample.Assess(plan, Sample.Claim(), "2027-12-31"), table));
    }

    [Fact]
    public void Expected_closures_are_the_sum_of_the_chances()
    {
        var one = Reserve("interest: 0%\nages: [{from-age: 0, monthly: [{from-month: 1, rate: 50%}]}]\n")! with
        {
            ClosedWithinYear = Percent.Of(25),
        };

        Assert.Equal(75, OpenClaimReserve.ExpectedClosures([one, one, one]));
        Assert.Equal(0, OpenClaimReserve.ExpectedClosures([]));
    }

    [Theory]
    [InlineData("[{from-age: 1, monthly: [{from-month: 1, rate: 1%}]}]", "DIS009")]
    [InlineData("[{from-age: 0, monthly: [{from-month: 2, rate: 1%}]}]", "DIS009")]
    [InlineData("[{from-age: 0, monthly: []}]", "DIS009")]
    [InlineData("[]", "DIS009")]
    [InlineData("[{from-age: 0, monthly: [{from-month: 1, rate: 101%}]}]", "DOC020")]
    public void A_table_with_a_hole_is_not_read(string ages, string code)
    {
        var read = TerminationTableReader.Read($"{Head}interest: 0%\nages: {ages}\n", "t.yaml");

        Assert.Null(read.Value);
        Assert.Equal(code, Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void The_table_that_is_shipped_can_be_read() =>
        Assert.Equal("illustrative", TerminationTableReader.Read(
            Repository.Read("rules/disability-termination.yaml"), "t").Value!.Id);

    private static TerminationTable Table(string body) =>
        TerminationTableReader.Read(Head + body, "t.yaml").Value!;

    private static OpenClaimReserve? Reserve(string body)
    {
        var plan = Sample.MonthlyPlan(("duration", "{clause: c7, by-age: [{from-age: 0, months: 6}]}"));
        return OpenClaimReserve.Of(Sample.Assess(plan, Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 20000, per: year}]"),
            ("disability", "{last-day-worked: 2025-12-31, from: 2026-01-01, cause: accident}"),
            ("certifications", "[{from: 2026-01-01, to: 2026-03-31}]"))), Table(body));
    }
}
