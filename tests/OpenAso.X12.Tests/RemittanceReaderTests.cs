using CsCheck;
using OpenAso.X12.Remittances;
using static OpenAso.X12.Tests.RemittanceExamples;

namespace OpenAso.X12.Tests;

public class RemittanceReaderTests
{
    private static string[] FindingsOf(string file) => [.. Read(file).Findings.Select(finding => finding.ToString())];

    [Fact]
    public void What_is_written_reads_back_equal() =>
        RemittanceGenerators.Remittance.Array[1, 3].Sample(remittances =>
        {
            var file = Read(FileOf(remittances));
            Assert.Empty(file.Findings);
            Assert.Equal(remittances, file.Remittances);
        });

    [Theory]
    [InlineData("remittance-check.835")]
    [InlineData("remittance-transfer.835")]
    [InlineData("remittance-reversal.835")]
    public void Golden_files_read_back_to_the_same_bytes(string name)
    {
        var file = Read(Golden.Read(name));

        Assert.Empty(file.Findings);
        Golden.Verify(name, FileOf([.. file.Remittances]));
    }

    [Fact]
    public void What_a_verification_needs_is_there()
    {
        var remittance = Assert.Single(Read(FileOf(ByCheck(OfficeVisit, HospitalStay))).Remittances);

        Assert.Equal((3_820_00, "70001"), (remittance.Payment.PaidCents, remittance.Payment.TraceNumber));
        Assert.Equal([("C0001", 120_00L), ("C0002", 3_700_00L)],
            remittance.Claims.Select(claim => (claim.PayerControlNumber, claim.PaidCents)));
        Assert.Equal([120_00, 0], remittance.Claims[0].Lines.Select(line => line.PaidCents));
        Assert.Equal(3_820_00, remittance.ClaimsPaidCents);
    }

    [Theory]
    [InlineData("CLP*PCN-1*1*280*", "CLP*PCN-1*1**",
        "segment 18 CLP03: X12050 The guide demands this amount: send it, 0 where it is zero. It is taken as zero.")]
    [InlineData("SVC*HC:G0463:25*200*", "SVC*HC>G0463*200*",
        "segment 26 SVC01: X12050 A qualifier and a code are expected, divided by the component separator of ISA16.")]
    [InlineData("CAS*CO*45*50~", "CAS*CO*45*5O~",
        "segment 28 CAS03: X12053 A number with at most two decimals is expected, such as 79.04; taken as absent.")]
    [InlineData("CAS*CO*45*50~", "CAS*CO*45*50.001~",
        "segment 28 CAS03: X12053 A number with at most two decimals is expected, such as 79.04; taken as absent.")]
    [InlineData("DTM*472*20260220", "DTM*472*20260230",
        "segment 27 DTM02: X12052 A day as CCYYMMDD is expected; the date is left out.")]
    [InlineData("*C*CHK*", "*C*XXX*",
        "segment 4 BPR04: X12051 CHK, ACH, FWT, BOP or NON is expected; taken as NON.")]
    [InlineData("SE*36*0001", "SE*99*0001",
        "segment 38 SE01: X12032 36 is expected: ST and SE are counted.")]
    [InlineData("SE*36*0001", "SE*36*0002",
        "segment 38 SE02: X12031 The number of ST02 is expected.")]
    [InlineData("N1*PE*", "N1*ZZ*",
        "segment 38 SE: X12042 BPR, N1*PR and N1*PE are expected before the claims; the set is not taken.")]
    [InlineData("ST*835*", "ST*820*",
        "segment 3 ST: X12034 ST01 835 in a group of version 005010X221A1 is expected; the set is passed over.")]
    [InlineData("005010X221A1", "004010X091A1",
        "segment 3 ST: X12023 ST01 835 in a group of version 005010X221A1 is expected; the set is passed over.")]
    [InlineData("SE*36*0001~", "",
        "segment 38 GE: X12030 SE is expected before this segment; the transaction set is not taken.")]
    public void What_cannot_be_taken_is_named_with_its_place(string right, string wrong, string finding)
    {
        var file = TextOf(ByCheck(OfficeVisit));
        Assert.Contains(right, file);

        Assert.Equal([finding], FindingsOf(file.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1123456789", "123456789")]
    [InlineData("9123456789", "9123456789")]
    [InlineData("EIN", "EIN")]
    public void Only_a_one_before_nine_digits_makes_an_employer_number(string originator, string taxIdentifier)
    {
        var text = TextOf(ByCheck(OfficeVisit)).Replace("*1123456789~", $"*{originator}~", StringComparison.Ordinal);

        Assert.Equal(taxIdentifier, Assert.Single(Read(text).Remittances).Payer.TaxIdentifier);
    }

    [Fact]
    public void The_last_day_of_a_line_may_stand_before_its_first()
    {
        var text = TextOf(ByCheck(OfficeVisit)).Replace(
            "DTM*150*20260220~DTM*151*20260222~", "DTM*151*20260222~DTM*150*20260220~", StringComparison.Ordinal);

        Assert.Equal(OfficeVisit.Lines, Assert.Single(Read(text).Remittances).Claims[0].Lines);
    }

    [Fact]
    public void An_amount_beyond_every_measure_is_a_finding() =>
        Assert.Equal("X12053", Assert.Single(Read(TextOf(ByCheck(OfficeVisit)).Replace(
            "CAS*CO*45*50~", $"CAS*CO*45*{new string('9', 28)}~", StringComparison.Ordinal)).Findings).Code);

    [Fact]
    public void A_set_that_is_cut_off_costs_itself_and_not_the_one_before()
    {
        var text = TextOf(ByCheck(OfficeVisit), ByCheck(HospitalStay));
        var file = Read(text[..text.IndexOf("~MIA", StringComparison.Ordinal)]);

        Assert.Equal("C0001", Assert.Single(file.Remittances).Claims[0].PayerControlNumber);
        Assert.Equal("X12002", Assert.Single(file.Findings).Code);
    }

    [Fact]
    public void A_set_without_its_trailer_does_not_cost_the_next()
    {
        var text = TextOf(ByCheck(OfficeVisit), ByCheck(HospitalStay));
        var file = Read(text.Replace("SE*36*0001~", "", StringComparison.Ordinal));

        Assert.Equal("C0002", Assert.Single(file.Remittances).Claims[0].PayerControlNumber);
        Assert.Equal("X12030", Assert.Single(file.Findings).Code);
    }

    [Fact]
    public void What_is_no_interchange_is_said() =>
        Assert.Equal("X12001", Assert.Single(Read("hello").Findings).Code);

    [Fact]
    public void A_hundred_thousand_sets_without_trailers_are_so_many_findings() =>
        Assert.Equal(100_000, Read(TextOf(ByCheck(OfficeVisit)).Replace("SE*36*0001~",
            string.Concat(Enumerable.Repeat("ST*835*0002~", 99_999)), StringComparison.Ordinal)).Findings.Count);

    [Fact]
    public void Damaged_files_never_throw() =>
        Gen.Select(Gen.Int[106, 1200], Gen.OneOf(Gen.Byte, Gen.Int[0, 7].Select(i => (byte)"*~:-.0SE"[i])))
            .Array[1, 8].Sample(damages =>
            {
                var bytes = FileOf(ByCheck(OfficeVisit, HospitalStay));
                foreach (var (place, value) in damages)
                    bytes[place % bytes.Length] = value;
                var file = Read(bytes);
                foreach (var remittance in file.Remittances)
                {
                    RemittanceBalance.Check(remittance);
                    RemittanceRequirements.Check(remittance);
                }
                Assert.InRange(file.Remittances.Count, 0, 1);
            });

    [Fact]
    public void A_finding_never_quotes_what_stands_in_the_file()
    {
        var text = TextOf(ByCheck(OfficeVisit)).Replace("*45*50~", "*45*SECRET~", StringComparison.Ordinal);

        Assert.DoesNotContain("SECRET", Assert.Single(FindingsOf(text)));
    }
}
