using OpenAso.X12.Remittances;
using static OpenAso.X12.Tests.RemittanceExamples;

namespace OpenAso.X12.Tests;

public class RemittanceRequirementsTests
{
    private static readonly Dictionary<string, Func<Remittance, Remittance>> Faults = new()
    {
        ["payment: TRN02, the trace number is needed"] = Paid(payment => payment with { TraceNumber = "" }),
        ["payment: BPR04 is NON exactly where BPR02 is zero"] = Paid(payment => payment with { PaidCents = 0 }),
        ["payment: BPR01 is H exactly where BPR04 is NON"] = Paid(payment => payment with { Handling = "H" }),
        ["payment: BPR05 to BPR15, the accounts, are needed where BPR04 is ACH"] =
            Paid(payment => payment with { Method = PaymentMethod.AutomatedClearingHouse }),
        ["payer: TRN03 needs an employer identification number of nine digits"] =
            remittance => remittance with { Payer = Payer with { TaxIdentifier = "12-345678" } },
        ["payer: N301, the street is needed"] =
            remittance => remittance with { Payer = Payer with { Address = Payer.Address with { Line1 = " " } } },
        ["payer: PER*BL needs a name or a way to reach it"] =
            remittance => remittance with { Payer = Payer with { TechnicalContact = new RemittanceContact("") } },
        ["payer: PER*IC names the web site without https://"] =
            remittance => remittance with { Payer = Payer with { WebSite = "https://example.org" } },
        ["payee: N104 needs an NPI or a tax identifier"] =
            remittance => remittance with { Payee = Clinic with { Npi = "", TaxIdentifier = "" } },
        ["payee: REF*TJ has at most 50 characters"] =
            remittance => remittance with { Payee = Clinic with { TaxIdentifier = new string('9', 51) } },
        ["provider adjustment WO: PLB04 is never zero: leave the adjustment out"] =
            remittance => remittance with { ProviderAdjustments = [new("WO", "X", 0, PaymentDate)] },
        ["claim C0001: CLP01, the patient control number has at most 38 characters"] =
            Claim(claim => claim with { PatientControlNumber = new string('9', 39) }),
        ["claim C0001: CLP02 is one of RemittedClaimStatus"] = Claim(claim => claim with { Status = "5" }),
        ["claim C0001: CLP05 is zero in a reversal"] = Claim(claim => claim with { Status = "22" }),
        ["claim C0001: CLP03 is beyond 99,999,999.99"] = Claim(claim => claim with { ChargeCents = 10_000_000_000 }),
        ["claim C0001: NM1*82 needs NM108 and NM109"] =
            Claim(claim => claim with { RenderingProvider = new RemittedName("HILL") }),
        ["claim C0001: MIA and MOA have room for five remark codes"] =
            Claim(claim => claim with { Remarks = ["1", "2", "3", "4", "5", "6"] }),
        ["claim C0001: DTM*232 is needed unless every line has its date"] =
            Claim(claim => claim with { Lines = [claim.Lines[0] with { First = null, Last = null }] }),
        ["claim C0001, line 2: CAS01 is CO, PR, OA or PI"] =
            Claim(claim => claim with
            {
                Lines = [claim.Lines[0], claim.Lines[1] with { Adjustments = [new("CR", "1", 1)] }],
            }),
        ["claim C0001, line 1: SVC04 is empty where SVC01 is a revenue code (NU)"] =
            Claim(claim => claim with
            {
                Lines = [claim.Lines[0] with { Procedure = new RemittedProcedure("NU", "0450"), RevenueCode = "0450" }],
            }),
    };

    public static TheoryData<string> Requirements => [.. Faults.Keys];

    [Fact]
    public void The_examples_lack_nothing() =>
        Assert.Empty(RemittanceRequirements.Check(ByCheck(OfficeVisit, HospitalStay, OfficeVisit.Reversal())));

    [Theory]
    [MemberData(nameof(Requirements))]
    public void What_the_guide_demands_is_named_where_it_is_missing(string requirement) =>
        Assert.Equal([requirement], RemittanceRequirements.Check(Faults[requirement](ByCheck(OfficeVisit))));

    [Fact]
    public void What_is_incomplete_is_never_written()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => FileOf(ByCheck(OfficeVisit) with { Payee = Clinic with { Name = "" } }));

        Assert.Contains("Remittance 70001 is incomplete: payee: N102, the name is needed", error.Message);
    }

    private static Func<Remittance, Remittance> Paid(Func<RemittancePayment, RemittancePayment> change) =>
        remittance => remittance with { Payment = change(remittance.Payment) };

    private static Func<Remittance, Remittance> Claim(Func<RemittedClaim, RemittedClaim> change) =>
        remittance => remittance with { Claims = [change(remittance.Claims[0])] };
}
