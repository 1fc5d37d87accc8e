using OpenAso.X12.Remittances;
using static OpenAso.X12.Tests.RemittanceExamples;

namespace OpenAso.X12.Tests;

public class RemittanceWriterTests
{
    private static readonly DateOnly Day = new(2026, 2, 20);

    private static Remittance WithAdjustments(params RemittedAdjustment[] adjustments)
    {
        var total = adjustments.Sum(adjustment => adjustment.Cents);
        var patients = adjustments.Where(adjustment => adjustment.Group == "PR").Sum(adjustment => adjustment.Cents);
        return ByCheck(HospitalStay with
        {
            PaidCents = HospitalStay.ChargeCents - total,
            PatientResponsibilityCents = patients,
            Adjustments = [.. adjustments],
        });
    }

    [Fact]
    public void A_check_for_an_office_visit_and_a_hospital_stay() =>
        Golden.Verify("remittance-check.835", FileOf(ByCheck(OfficeVisit, HospitalStay)));

    [Fact]
    public void A_transfer_to_a_payee_without_an_npi()
    {
        var transfer = new BankTransfer("044000037", "1110001", "042000013", "2220002");
        var remittance = ByCheck(OfficeVisit) with
        {
            Payment = RemittancePayment.ByTransfer(120_00, PaymentDate, "900000001", transfer),
            Payee = new RemittancePayee { Name = "DOE DENTAL", TaxIdentifier = "987654321" },
            ReceiverIdentifier = "CLEARINGHOUSE",
        };

        Golden.Verify("remittance-transfer.835", FileOf(remittance));
    }

    [Fact]
    public void A_reversal_with_its_correction_and_a_balance_carried_forward()
    {
        var corrected = OfficeVisit with
        {
            ChargeCents = 80_00,
            PaidCents = 0,
            PatientResponsibilityCents = 80_00,
            PayerControlNumber = "C0001-2",
            Lines = [OfficeVisit.Lines[1]],
        };
        var (first, owed) = BalanceForward.Settle(ByCheck(OfficeVisit.Reversal(), corrected), null);
        var second = ByCheck(HospitalStay);
        second = second with { Payment = second.Payment with { TraceNumber = "70002" } };
        var (recouping, left) = BalanceForward.Settle(second, owed);

        Assert.Null(left);
        Golden.Verify("remittance-reversal.835", FileOf(first, recouping));
    }

    [Fact]
    public void A_transaction_set_tells_no_guide_version_because_the_835_has_none() =>
        Assert.Contains(
            "~ST*835*0001~BPR*I*120*C*CHK************20260309~TRN*1*70001*1123456789~", TextOf(ByCheck(OfficeVisit)));

    [Fact]
    public void A_CAS_segment_holds_six_adjustments_of_one_group_and_the_seventh_begins_another()
    {
        RemittedAdjustment[] seven = [.. Enumerable.Range(1, 7).Select(i => new RemittedAdjustment("CO", $"{i}", i))];

        Assert.Contains(
            "~CAS*CO*1*.01**2*.02**3*.03**4*.04**5*.05**6*.06~CAS*CO*7*.07~CAS*PR*1*10~NM1*QC",
            TextOf(WithAdjustments([.. seven, new("PR", "1", 10_00)])));
    }

    [Fact]
    public void Adjustments_are_put_together_by_group_in_the_order_in_which_groups_appear() =>
        Assert.Contains(
            "~CAS*PR*1*1**2*2~CAS*CO*45*3*1.5~",
            TextOf(WithAdjustments(new("PR", "1", 100), new("CO", "45", 300, 1500), new("PR", "2", 200))));

    [Fact]
    public void Seven_provider_adjustments_need_two_PLB_segments_and_another_fiscal_year_a_third()
    {
        var adjustments = Enumerable.Range(1, 7)
            .Select(i => new ProviderAdjustment("WO", $"REF{i}", i * 100, new DateOnly(2026, 12, 31)))
            .Append(new ProviderAdjustment("L6", "", -28_00, new DateOnly(2026, 6, 30)));
        var remittance = ByCheck(OfficeVisit) with { ProviderAdjustments = [.. adjustments] };

        Assert.Contains(
            "~PLB*1234567893*20261231*WO:REF1*1*WO:REF2*2*WO:REF3*3*WO:REF4*4*WO:REF5*5*WO:REF6*6"
            + "~PLB*1234567893*20261231*WO:REF7*7~PLB*1234567893*20260630*L6*-28~SE*", TextOf(remittance));
    }

    [Fact]
    public void Every_claim_has_an_LX_counted_from_one_in_each_set()
    {
        var twice = ByCheck(OfficeVisit, HospitalStay);
        var segments = TextOf(twice, twice).Split('~');

        Assert.Equal(
            ["LX*1", "LX*2", "LX*1", "LX*2"],
            segments.Where(segment => segment.StartsWith("LX*", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_remittance_without_claims_has_no_LX_and_only_provider_adjustments()
    {
        var remittance = ByCheck() with
        {
            Payment = RemittancePayment.ByCheck(5_00, PaymentDate, "70003"),
            ProviderAdjustments = [new("L6", "", -5_00, new DateOnly(2026, 12, 31))],
        };

        Assert.DoesNotContain("LX*", TextOf(remittance));
    }

    [Fact]
    public void A_revenue_line_names_its_original_service()
    {
        var line = OfficeVisit.Lines[0] with
        {
            Procedure = new RemittedProcedure("NU", "0450"),
            OriginalProcedure = new RemittedProcedure("HC", "G0463", ["25", "LT"]),
            OriginalUnitsThousandths = 2000,
            First = Day,
        };

        Assert.Contains("~SVC*NU:0450*200*120**1*HC:G0463:25:LT*2~", TextOf(ByCheck(OneLine(line))));
    }

    [Fact]
    public void A_procedure_of_a_hospital_has_its_revenue_code_beside_it() =>
        Assert.Contains(
            "~SVC*HC:G0463:25*200*120*0510*1~",
            TextOf(ByCheck(OneLine(OfficeVisit.Lines[0] with { RevenueCode = "0510" }))));

    [Fact]
    public void A_payee_known_by_its_npi_alone_has_no_REF_TJ() =>
        Assert.DoesNotContain(
            "~REF*TJ", TextOf(ByCheck(OfficeVisit) with { Payee = Clinic with { TaxIdentifier = "" } }));

    [Fact]
    public void Names_are_cut_to_their_element_and_numbers_are_not()
    {
        var remittance = ByCheck(OfficeVisit) with { Payee = Clinic with { Name = new string('N', 70) } };

        Assert.Contains($"~N1*PE*{new string('N', 60)}*XX*1234567893~", TextOf(remittance));
    }

    [Fact]
    public void Nothing_is_written_of_a_second_remittance_that_is_out_of_balance()
    {
        var wrong = ByCheck(OfficeVisit with { PaidCents = 1 });
        var group = RemittanceInterchange.GroupOf(Interchange);
        var written = Golden.Written(writer => Assert.Throws<InvalidOperationException>(
            () => RemittanceInterchange.Write(writer, Interchange, group, [ByCheck(OfficeVisit), wrong])));

        var text = System.Text.Encoding.ASCII.GetString(written);
        Assert.Equal(1, text.Split("~ST*835*").Length - 1);
        Assert.DoesNotContain("~IEA*", text);
    }

    [Fact]
    public void A_remittance_is_written_before_the_next_one_is_made()
    {
        var made = 0;
        var madeWhenWritten = new List<int>();
        IEnumerable<Remittance> Made()
        {
            for (var i = 0; i < 3; i++)
            {
                made++;
                yield return ByCheck(OfficeVisit);
            }
        }

        Golden.Written(writer => RemittanceInterchange.Write(
            writer, Interchange, RemittanceInterchange.GroupOf(Interchange), Made().Select(remittance =>
            {
                madeWhenWritten.Add(writer.SegmentsInSet);
                return remittance;
            })));

        Assert.Equal(3, made);
        Assert.Equal(0, madeWhenWritten[0]);
        Assert.All(madeWhenWritten[1..], segments => Assert.True(segments > 20, $"only {segments} segments before"));
    }

    private static RemittedClaim OneLine(RemittedLine line) => OfficeVisit with
    {
        ChargeCents = line.ChargeCents,
        PaidCents = line.PaidCents,
        PatientResponsibilityCents = 30_00,
        Lines = [line],
    };
}
