using OpenAso.Kernel;
using OpenAso.Operations.Reporting;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Tests;

/// <summary>What an employer is shown of single people: pseudonyms, and of few people nothing.</summary>
public sealed class EmployerViewTests
{
    private static readonly EmployerScope Scope = new(new TenantId("granite"), new EmployerId("acme"));

    [Fact]
    public async Task Of_fewer_than_eleven_people_the_total_is_shown_and_no_single_amount()
    {
        await using var employer = await PaidEmployer.ImportedAsync();
        foreach (var day in new[] { new DateOnly(2026, 2, 10), new DateOnly(2026, 3, 10), new DateOnly(2026, 4, 10) })
            await employer.CycleAsync(day);
        var use = new PaidAmountsUseCase(employer.Books);
        var parts =
            from month in Enumerable.Range(2, 3).Select(number => new Month(2026, number))
            from line in new LineOfCoverage?[] { null, LineOfCoverage.Medical, LineOfCoverage.Dental }
            select (Shown: use.Show(employer.Terms, month, line),
                Known: use.Show(employer.Terms, month, line, withClaims: true));
        var all = parts.Where(part => part.Known.People > 0).ToList();
        var few = all.Where(part => part.Known.People < 11).ToList();

        Assert.NotEmpty(few);
        Assert.All(few, part => Assert.Equal((0, true), (part.Shown.Rows.Count, part.Shown.IsSuppressed)));
        Assert.All(few, part => Assert.NotEmpty(part.Known.Rows));
        var many = all.Except(few).ToList();
        Assert.NotEmpty(many);
        Assert.All(many, part => Assert.NotEmpty(part.Shown.Rows));
        Assert.All(
            many.SelectMany(part => part.Shown.Rows.Items).Select(row => row.Pseudonym).Distinct(), AssertPseudonym);
        Assert.All(all, part => Assert.Equal(
            (part.Known.Total, part.Known.People), (part.Shown.Total, part.Shown.People)));
    }

    [Fact]
    public async Task Whoever_cost_most_or_is_near_the_deductible_is_shown_by_a_pseudonym_alone()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        await employer.CycleAsync(new DateOnly(2026, 4, 10));
        var position = new PositionUseCase(employer.Books).Show(employer.Terms, new DateOnly(2026, 4, 22));

        Assert.NotEmpty(position.Costliest);
        Assert.All(position.Costliest.Items, member => AssertPseudonym(member.Pseudonym));
        Assert.NotEmpty(position.StopLoss!.Watched);
        Assert.All(position.StopLoss.Watched.Items, member => AssertPseudonym(member.Pseudonym));
    }

    [Theory]
    [InlineData("49999.99", false)]
    [InlineData("50000.00", true)]
    [InlineData("100000.00", true)]
    public void A_claimant_is_told_of_from_half_of_the_own_deductible(string paid, bool isTold)
    {
        var policy = PolicyReader.Read(
            """
            policy: SL-1
            situs: US-TX
            period: { first: 2026-01-01, last: 2026-12-31 }
            specific:
              deductible: 100000
              lines: [medical, rx]
              basis: 12/15
            """, "stop-loss.yaml").Value!;
        var day = new DateOnly(2026, 3, 1);
        var book = new StopLossBook(policy, new DateOnly(2026, 12, 31));
        book.Add(new ClaimPayment
        {
            Claim = "c1",
            Claimant = "A-1",
            Certificate = "A",
            Line = LineOfCoverage.Medical,
            Incurred = day,
            Dates = new PaymentDates(day, day, day, null),
            Amount = Money.TryParse(paid, out var amount) ? amount : default,
        });

        var told = StopLossReading.Watched(Scope, book.Position());

        Assert.Equal(isTold ? 1 : 0, told.Count);
        Assert.All(told.Items, member => AssertPseudonym(member.Pseudonym));
    }

    private static void AssertPseudonym(string text) => Assert.Matches("^member-[0-9a-f]{8}$", text);
}
