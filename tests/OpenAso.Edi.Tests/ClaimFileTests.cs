using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Edi.Tests;

public class ClaimFileTests
{
    [Fact]
    public void A_professional_claim_is_read_with_all_that_decides_it()
    {
        var reading = ClaimSample.Read(ClaimSample.Professional);
        Assert.Empty(reading.Rejected);
        var claim = reading.Claims[0];
        Assert.Equal(ClaimForm.Professional, claim.Form);
        Assert.Equal("A1", claim.PatientControlNumber);
        Assert.Equal(new DateOnly(2026, 1, 5), claim.Received);
        Assert.Equal(ClaimFrequency.Original, claim.Frequency);
        Assert.Equal(
            new PatientReference("M1", true, new PersonName("DOE", "ANN", "Q"), new DateOnly(1980, 1, 1), Sex.Female),
            claim.Patient);
        Assert.Equal(
            new BillingProvider(
                new Npi(1245319599), "123456789", "CLINIC", new Address("1 MAIN ST", "", "TOWN", "IA", "500010000")),
            claim.Billing);
        Assert.Equal(new Npi(1093817465), claim.Rendering);
        Assert.Equal(Code.Of("11"), claim.Place);
        Assert.True(claim.BenefitsAssigned);
        Assert.Equal(new Money(15050), claim.Billed);
        Assert.Equal([Code.Of("J069"), Code.Of("R05")], claim.Diagnoses);
        Assert.Equal("AUTH1", claim.Authorization);
        Assert.Equal("TRACE1", claim.ClearinghouseTrace);
        Assert.Equal(ClaimCircumstances.WorkRelated | ClaimCircumstances.MotorAccident, claim.Circumstances);
    }

    [Fact]
    public void A_professional_line_is_read_with_its_total_charge_units_place_days_and_diagnosis()
    {
        var lines = ClaimSample.Read(ClaimSample.Professional).Claims[0].Lines;
        Assert.Equal(2, lines.Length);
        Assert.Equal((Code.Of("99213"), Code.Of("25"), new Money(10000)),
            (lines[0].Procedure, lines[0].Modifier, lines[0].Charge));
        Assert.Equal(
            (Code.Of("11"), Code.Of("R05"), "LINE1"), (lines[0].Place, lines[0].Diagnosis, lines[0].ControlNumber));
        Assert.Equal(
            (new Money(5050), new Quantity(2500), Code.Of("12")), (lines[1].Charge, lines[1].Units, lines[1].Place));
        Assert.Equal(new DateRange(new DateOnly(2026, 1, 3), new DateOnly(2026, 1, 4)), lines[1].Dates);
    }

    [Fact]
    public void A_dependents_claim_names_the_subscribers_identifier_and_the_patient()
    {
        var claim = ClaimSample.Read(ClaimSample.Professional).Claims[1];
        Assert.Equal(
            new PatientReference("M2", false, new PersonName("ROE", "CAL"), new DateOnly(2015, 6, 15), Sex.Male),
            claim.Patient);
        Assert.Equal((ClaimFrequency.Replacement, "ORIGINAL"), (claim.Frequency, claim.OriginalReference));
        Assert.False(claim.BenefitsAssigned);
        Assert.Equal(Npi.None, claim.Rendering);
    }

    [Fact]
    public void A_hospital_claim_is_read_with_bill_type_stay_group_and_revenue_codes()
    {
        var claim = Assert.Single(ClaimSample.Read(ClaimSample.Institutional, "005010X223A2").Claims);
        Assert.Equal(
            (ClaimForm.Institutional, Code.Of("0111"), Code.Of("343")), (claim.Form, claim.BillType, claim.Drg));
        Assert.True(claim.IsInpatient);
        Assert.Equal(new DateRange(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 3)), claim.StatementDates);
        Assert.Equal(new DateOnly(2026, 2, 1), claim.Admitted);
        Assert.Equal(
            (Code.Of("0120"), Code.None, UnitMeasure.Days, claim.StatementDates!.Value),
            (claim.Lines[0].Revenue, claim.Lines[0].Procedure, claim.Lines[0].Measure, claim.Lines[0].Dates));
        Assert.Equal((Code.Of("0360"), Code.Of("44970")), (claim.Lines[1].Revenue, claim.Lines[1].Procedure));
        Assert.Equal(new DateOnly(2026, 2, 2), claim.Lines[1].Dates.First);
    }

    [Fact]
    public void A_dental_line_is_read_with_tooth_surfaces_and_area()
    {
        var claim = Assert.Single(ClaimSample.Read(ClaimSample.Dental, "005010X224A2").Claims);
        var line = Assert.Single(claim.Lines);
        Assert.Equal(ClaimForm.Dental, claim.Form);
        Assert.Equal("TOOTH, TINA", claim.Billing.Name);
        Assert.Equal((Code.Of("D2392"), Code.Of("14"), Code.Of("MO")), (line.Procedure, line.Tooth, line.Surfaces));
        Assert.Equal((new DateOnly(2026, 2, 10), Code.Of("10")), (line.Dates.First, line.OralArea));
    }

    // Each row changes one thing in the file of two claims: which of them is rejected, and with what code.
    [Theory]
    [InlineData("CLM*A1*150.5*", "CLM*A1*150.51*", "A1", "CLM002")]
    [InlineData("CLM*A1*150.5*", "CLM*A1*-150.5*", "A1", "CLM007")]
    [InlineData("*50.50*UN", "*50.505*UN", "A1", "CLM007")]
    [InlineData("*50.50*UN", "*99999999999*UN", "A1", "CLM007")]
    [InlineData("*UN*2.5*", "*UN*-1*", "A1", "CLM011")]
    [InlineData("NM1*IL*1*DOE*ANN*Q***MI*M1", "NM1*IL*1*DOE*ANN", "A1", "CLM003")]
    [InlineData("REF*F8*ORIGINAL~\n", "", "A2", "CLM008")]
    [InlineData("11:B:7", "11:B:X", "A2", "CLM009")]
    [InlineData("HC:99212*", "HC:992122222*", "A2", "CLM010")]
    [InlineData("XX*1093817465", "XX*109381746X", "A1", "CLM012")]
    [InlineData("*UN*1***2~", "*UN*1***3~", "A1", "CLM013")]
    [InlineData("LX*2~", "LX*1~", "A1", "CLM014")]
    [InlineData("D8*20260104", "D8*20260106", "A2", "CLM005")]
    [InlineData("D8*20260104", "D8*19260104", "A2", "CLM006")]
    [InlineData("11:B:7", "11>B>7", "A2", "X12050 CLM016")]
    [InlineData("HL*3*1*22*1", "HL*3*9*22*1", "A2", "X12056")]
    [InlineData("XX*1245319599", "XX*12453195QQ", "A1 A2", "CLM012")]
    [InlineData("SBR*P********CI~\n", "", "A2", "X12042")]
    [InlineData("PAT*19~\n", "", "A2", "X12042")]
    [InlineData("DTP*472*D8*20260104~", "DTP*472*D8*20260104~\nQQ*1~", "A2", "X12040")]
    public void A_bad_claim_is_rejected_with_its_reason_and_the_other_is_taken(
        string part, string with, string expected, string codes)
    {
        Assert.Contains(part, ClaimSample.Professional, StringComparison.Ordinal);
        var reading = ClaimSample.Read(ClaimSample.Professional.Replace(part, with, StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', reading.Rejected.Select(claim => claim.PatientControlNumber)));
        Assert.Equal(2, reading.Claims.Count + reading.Rejected.Count);
        Assert.Equal(codes, string.Join(' ', reading.Rejected[0].Findings.Select(finding => finding.Code).Distinct()));
        Assert.All(reading.Rejected[0].Findings,
            finding => Assert.StartsWith("test.837 segment ", finding.Place.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_without_lines_is_rejected()
    {
        var from = ClaimSample.Professional.IndexOf("LX*1~\nSV1*HC:99212", StringComparison.Ordinal);
        var reading = ClaimSample.Read(ClaimSample.Professional[..from].TrimEnd());
        Assert.Equal("X12044", Assert.Single(Assert.Single(reading.Rejected).Findings).Code);
    }

    [Theory]
    [InlineData("REF*G1*AUTH1~\n", "REF*G1*AUTH1~\n", ClaimCircumstances.None)]
    [InlineData("*CH~", "*RP~", ClaimCircumstances.Encounter)]
    [InlineData("SBR*P*18", "SBR*S*18", ClaimCircumstances.NotPrimary)]
    [InlineData("LX*1~\nSV1*HC:99213",
        "SBR*S*18*******CI~\nOI***Y***Y~\nNM1*IL*1*DOE*ANN~\nNM1*PR*2*OTHER*****PI*O1~\nLX*1~\nSV1*HC:99213",
        ClaimCircumstances.OtherPayerNamed)]
    [InlineData("LX*1~\nSV1*HC:99213",
        "SBR*S*18*******CI~\nAMT*D*10~\nOI***Y***Y~\nNM1*IL*1*DOE*ANN~\nNM1*PR*2*OTHER*****PI*O1~\nLX*1~\nSV1*HC:99213",
        ClaimCircumstances.OtherPayerNamed | ClaimCircumstances.OtherPayerDecided)]
    public void Circumstances_are_read_from_where_the_guide_puts_them(
        string part, string with, ClaimCircumstances expected)
    {
        var claim = ClaimSample.Read(
            ClaimSample.Professional.Replace("*P*EM:AA", "", StringComparison.Ordinal)
                .Replace(part, with, StringComparison.Ordinal)).Claims[0];
        Assert.Equal(expected, claim.Circumstances);
    }

    [Fact]
    public void A_price_set_by_a_rented_network_is_read_with_its_source()
    {
        var reading = ClaimSample.Read(ClaimSample.Professional.Replace(
            "REF*6R*LINE1~", "REF*6R*LINE1~\nHCP*03*72.5*27.5*NET1~", StringComparison.Ordinal));
        Assert.Equal(new Repricing(new Money(7250), "NET1", IsPriced: true), reading.Claims[0].Lines[0].Repricing);
        var unpriced = ClaimSample.Read(ClaimSample.Professional.Replace(
            "REF*6R*LINE1~", "REF*6R*LINE1~\nHCP*00*0**NET1~", StringComparison.Ordinal));
        Assert.False(unpriced.Claims[0].Lines[0].Repricing!.IsPriced);
    }

    [Fact]
    public void The_received_date_given_stands_before_the_files_own()
    {
        var reading = ClaimSample.Read(ClaimSample.Professional, received: new DateOnly(2026, 3, 1));
        Assert.All(reading.Claims, claim => Assert.Equal(new DateOnly(2026, 3, 1), claim.Received));
    }

    [Fact]
    public void A_claims_number_follows_from_what_it_says_not_from_the_file_or_the_day_it_came_in()
    {
        var one = ClaimSample.Read(ClaimSample.Professional).Claims[0].Id;
        Assert.Equal(one, ClaimSample.Read(ClaimSample.Professional, received: new DateOnly(2026, 3, 1)).Claims[0].Id);
        Assert.Equal(one,
            ClaimSample.ReadFile(ClaimSample.File(ClaimSample.Professional)
                .Replace("\n", "\r\n", StringComparison.Ordinal)).Claims[0].Id);
        Assert.NotEqual(one,
            ClaimSample.Read(ClaimSample.Professional.Replace("DOE", "DOX", StringComparison.Ordinal)).Claims[0].Id);
    }

    [Fact]
    public void A_claim_file_cut_off_at_any_byte_loads_nothing_of_its_interchange()
    {
        var file = ClaimSample.File(ClaimSample.Professional);
        var whole = file.TrimEnd().Length;
        for (var length = 0; length < whole; length += 7)
        {
            var reading = ClaimSample.ReadFile(file[..length]);
            Assert.Empty(reading.Claims);
        }
    }
}
