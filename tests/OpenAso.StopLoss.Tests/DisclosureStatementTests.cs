using OpenAso.StopLoss.Filings;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class DisclosureStatementTests
{
    private const string Specific100k = """
        deductible: 100000
        lines: [medical]
        basis: 12/12
        lasers: [{ claimant: L, deductible: 250000 }, { claimant: X, excluded: true }]
        """;

    private const string Cancer = "notices: { diagnoses: { cancer: [C50] } }\n";

    [Theory]
    [InlineData("c1 A 2026-02-01 2026-03-01 49999.99", false)]
    [InlineData("c1 A 2026-02-01 2026-03-01 50000", true)]
    [InlineData("c1 A 2026-02-01 2026-03-01 10 dx=C509", true)]
    [InlineData("c1 A 2026-02-01 2026-03-01 10 dx=C49", false)]
    [InlineData("c1 L 2026-02-01 2026-03-01 50000", true)]                // a fifth of the laser, half of the policy's
    [InlineData("c1 X 2026-02-01 2026-03-01 50000", true)]                // excluded, and large
    [InlineData("c1 A 2026-02-01 2026-03-01 50000 not=experimental", true)] // paid, though it does not count
    public void Whoever_has_reached_half_of_the_deductible_or_has_a_listed_diagnosis_is_disclosed(
        string payment, bool isDisclosed)
    {
        var policy = Policy(Specific100k, rest: Cancer);

        var statement = DisclosureStatement.Of(policy, Position(policy, "2026-12-31", Payments(payment)));

        Assert.Equal(isDisclosed ? 1 : 0, statement.Rows.Count);
    }

    [Fact]
    public void The_statement_is_a_table_with_the_largest_first()
    {
        var policy = Policy(Specific100k, rest: Cancer);

        var statement = DisclosureStatement.Of(policy, Position(policy, "2026-12-31", Payments("""
            c1 A 2026-02-01 2026-03-01  60000
            c2 L 2026-02-01 2026-03-01 260000 dx=C50 stay=12
            c3 B 2026-02-01 2026-03-01     10 dx=C50
            """)));

        Assert.Equal("claimant,as_of,paid,eligible,deductible,lasered,excess,reimbursable,half_of_deductible,diagnoses,"
            + """
            longest_stay_days
            L,2026-12-31,260000.00,260000.00,250000.00,y,10000.00,10000.00,y,cancer 2026-03-01,12
            A,2026-12-31,60000.00,60000.00,100000.00,n,0.00,0.00,y,,
            B,2026-12-31,10.00,10.00,100000.00,n,0.00,0.00,n,cancer 2026-03-01,

            """, statement.Content().Text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData("A=1", "A=1")]
    public void No_name_becomes_a_formula_in_a_spreadsheet(string claimant, string cell)
    {
        var policy = Policy(Specific100k);
        var payment = Payments("c1 A 2026-02-01 2026-03-01 60000")[0] with { Claimant = claimant };

        var text = DisclosureStatement.Of(policy, Position(policy, "2026-12-31", [payment])).Content().Text;

        Assert.StartsWith(cell + ",2026-12-31,", text.Split('\n')[1], StringComparison.Ordinal);
    }
}
