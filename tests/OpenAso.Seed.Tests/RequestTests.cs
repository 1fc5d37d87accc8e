namespace OpenAso.Seed.Tests;

public class RequestTests
{
    [Theory]
    [InlineData(0, 12, "2026-01-01", "1 to 1,000,000 employees")]
    [InlineData(1_000_001, 12, "2026-01-01", "1 to 1,000,000 employees")]
    [InlineData(10, 0, "2026-01-01", "1 to 120 months")]
    [InlineData(10, 121, "2026-01-01", "1 to 120 months")]
    [InlineData(10, 12, "2026-01-02", "first day of a month")]
    [InlineData(10, 12, "1999-12-01", "first day of a month")]
    public void A_request_out_of_range_says_what_to_ask_for(int employees, int months, string first, string expected)
    {
        var request = new SeedRequest(
            SeedProfile.Acme, employees, DateOnly.ParseExact(first, "yyyy-MM-dd", null), months, 1);
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Seeding.Plan(request));
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_month_and_form_has_a_file_of_its_own_in_the_order_of_arrival()
    {
        var names = SeededFiles.Acme.Files.Select(file => file.Name).ToList();
        Assert.Equal(["fees.csv", "network.csv", "acme-2026-01-full.834", "acme-2026-01-professional.837"],
            names.Take(4));
        Assert.Contains("acme-2027-02-dental.837", names);
        Assert.Equal(names.Distinct().Count(), names.Count);
        Assert.True(names.IndexOf("acme-2026-02-changes.834") < names.IndexOf("acme-2026-02-professional.837"));
    }
}
