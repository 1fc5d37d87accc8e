using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class SpecificFilingTests
{
    private const string Specific100k = """
        deductible: 100000
        lines: [medical, rx]
        basis: 12/15
        aggregating: 20000
        reimbursement: 90%
        """;

    private const string Claims = """
        c1 A 2026-02-01 2026-03-01  90000
        c2 A 2026-03-01 2026-04-10  60000
        c2 A 2026-03-01 2026-05-10 -10000
        c3 A 2026-03-01 2026-04-10    500 dental
        c4 A 2026-03-01 2026-04-10    700 not=experimental
        c5 B 2026-03-01 2026-04-10    800
        """;

    private static readonly StopLossPolicy Policy = Tables.Policy(Specific100k);

    [Fact]
    public void The_totals_of_a_pack_lead_from_what_was_paid_to_what_is_asked_for()
    {
        var filing = File(Claims);

        Assert.Equal("""
            total,amount
            paid,141200.00
            not counted,1200.00
            eligible,140000.00
            deductible,100000.00
            excess,40000.00
            taken by the aggregating specific deductible,20000.00
            kept share and beyond the maximum,2000.00
            reimbursable,18000.00
            asked for before,0.00
            requested,18000.00

            """, filing.Pack.Find("totals.csv")!.Text);
    }

    [Fact]
    public void The_claim_detail_holds_every_payment_of_the_claimant_and_why_one_does_not_count()
    {
        var filing = File(Claims);

        Assert.Equal("""
            claim,claimant,certificate,line,diagnosis,incurred,adjudicated,issued,funded,cleared,amount,counts,reason
            c1,A,A,medical,,2026-02-01,2026-03-01,2026-03-01,2026-03-01,,90000.00,y,
            c2,A,A,medical,,2026-03-01,2026-04-10,2026-04-10,2026-04-10,,60000.00,y,
            c2,A,A,medical,,2026-03-01,2026-05-10,2026-05-10,2026-05-10,,-10000.00,y,
            c3,A,A,dental,,2026-03-01,2026-04-10,2026-04-10,2026-04-10,,500.00,n,line-not-covered
            c4,A,A,medical,,2026-03-01,2026-04-10,2026-04-10,2026-04-10,,700.00,n,experimental

            """, filing.Pack.Find("claims.csv")!.Text);
    }

    [Fact]
    public void The_manifest_names_every_content_with_its_hash_and_the_hash_of_the_whole()
    {
        var pack = File(Claims).Pack;

        using var manifest = JsonDocument.Parse(pack.Manifest.Text);
        var listed = manifest.RootElement.GetProperty("contents").EnumerateArray()
            .Select(one => (Name: one.GetProperty("name").GetString()!, Hash: one.GetProperty("sha256").GetString()!))
            .ToList();
        Assert.Equal(
            ["checklist.csv", "claims.csv", "enrolment.csv", "payments.csv", "totals.csv"],
            listed.Select(one => one.Name));
        Assert.All(listed, one => Assert.Equal(Hash(pack.Find(one.Name)!.Text), one.Hash));
        Assert.Equal(Hash(string.Concat(listed.Select(one => $"{one.Hash}  {one.Name}\n"))), pack.Sha256);
        Assert.Equal(pack.Sha256, manifest.RootElement.GetProperty("sha256").GetString());
        Assert.Equal("18000.00", manifest.RootElement.GetProperty("totals").GetProperty("requested").GetString());

        static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_manifest_of_a_pack_is_the_same_byte_for_byte() => Golden.Verify(
        "specific-manifest.json",
        SpecificFiling.Of(Material(Payments(Claims)) with
        {
            FiledOn = Day("2026-07-15"),
            Evidence =
            [
                new FilingEvidence
                {
                    Item = FilingItem.EnrollmentProof, Subject = "A", Reference = "enrolment", On = Day("2026-01-01"),
                },
                new FilingEvidence { Item = FilingItem.PaymentProof, Subject = "c1", Reference = "P-1" },
            ],
        }).Value!.Pack.Manifest.Text);

    [Fact]
    public void Payments_that_do_not_come_to_the_position_are_not_filed()
    {
        var payments = Payments(Claims);
        var material = Material(payments) with { Payments = payments.Skip(1).ToList() };

        var filing = SpecificFiling.Of(material);

        Assert.Null(filing.Value);
        Assert.Equal(StopLossCodes.DoesNotTie, Assert.Single(filing.Findings).Code);
    }

    [Theory]
    [InlineData("c1 A 2026-02-01 2026-03-01 100000", false)]
    [InlineData("c1 A 2026-02-01 2026-03-01 100000.01", true)]
    public void There_is_nothing_to_file_until_the_deductible_has_been_passed(string claims, bool isFiled)
    {
        var filing = SpecificFiling.Of(Material(Payments(claims)));

        Assert.Equal(isFiled, filing.Value is not null);
        Assert.Equal(!isFiled, filing.Findings.Items.Any(one => one.Code == StopLossCodes.NothingToFile));
    }

    // The deductible is passed on 10 April; ninety days later is 9 July.
    [Theory]
    [InlineData("2026-07-09", 0)]
    [InlineData("2026-07-10", 1)]
    [InlineData("2026-08-09", 31)]
    public void A_late_filing_is_named_in_the_finding_and_in_the_pack(string filedOn, int daysLate)
    {
        var filing = SpecificFiling.Of(Material(Payments(Claims)) with { FiledOn = Day(filedOn) }).Value!;

        Assert.Equal((Day("2026-07-09"), daysLate), (filing.DueOn, filing.DaysLate));
        Assert.Equal(daysLate > 0, filing.Findings.Items.Any(one => one.Code == StopLossCodes.FiledLate));
        var manifest = filing.Pack.Manifest.Text;
        Assert.Equal(daysLate > 0, manifest.Contains(StopLossCodes.FiledLate, StringComparison.Ordinal));
        Assert.Contains($"\"daysLate\": \"{daysLate}\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_filing_asks_only_for_what_the_first_did_not()
    {
        var first = Recovery.Of("F1", File(Claims));

        var second = SpecificFiling.Of(
            Material(Payments(Claims + "\nc9 A 2026-05-01 2026-06-01 10000")) with { Recoveries = [first] }).Value!;

        Assert.Equal(FilingKind.Addition, second.Kind);
        Assert.Equal((Amount("50000"), Amount("9000")), (second.Excess, second.Requested));
        Assert.Empty(second.Findings.Items.Where(one => one.Code == StopLossCodes.SmallAddition));
    }

    [Theory]
    [InlineData("499.99", true)]
    [InlineData("500", false)]
    public void An_addition_below_the_carriers_least_is_named(string added, bool isSmall)
    {
        var first = Recovery.Of("F1", File(Claims));

        var second = SpecificFiling.Of(
            Material(Payments(Claims + $"\nc9 A 2026-05-01 2026-06-01 {added}")) with { Recoveries = [first] }).Value!;

        Assert.Equal(isSmall, second.Findings.Items.Any(one => one.Code == StopLossCodes.SmallAddition));
    }

    [Fact]
    public void The_same_loss_is_not_filed_twice()
    {
        var first = Recovery.Of("F1", File(Claims));

        var second = SpecificFiling.Of(Material(Payments(Claims)) with { Recoveries = [first] });

        Assert.Null(second.Value);
        Assert.Equal(StopLossCodes.NothingToFile, Assert.Single(second.Findings).Code);
    }

    private static SpecificFiling File(string claims) => SpecificFiling.Of(Material(Payments(claims))).Value!;

    private static SpecificFilingMaterial Material(List<ClaimPayment> payments) => new()
    {
        Policy = Policy,
        Position = Position(Policy, "2026-06-30", payments),
        Claimant = "A",
        Payments = payments,
        FiledOn = Day("2026-06-30"),
    };
}
