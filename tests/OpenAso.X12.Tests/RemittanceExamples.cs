using System.Text;
using OpenAso.X12.Remittances;

namespace OpenAso.X12.Tests;

/// <summary>Invented remittances that the tests share.</summary>
internal static class RemittanceExamples
{
    public static DateOnly PaymentDate { get; } = new(2026, 3, 9);

    public static InterchangeHeader Interchange { get; } =
        new("ZZ", "OPENASO", "ZZ", "CLINIC", new DateOnly(2026, 3, 9), new TimeOnly(14, 5), 42);

    public static RemittancePayer Payer { get; } = new()
    {
        Name = "EXAMPLE EMPLOYEE BENEFIT PLAN",
        TaxIdentifier = "123456789",
        Address = new RemittanceAddress("1 PLAN STREET", "", "COLUMBUS", "OH", "432150001"),
        BusinessContact = new RemittanceContact("CLAIMS DESK", "6145550100", "12"),
        TechnicalContact = new RemittanceContact("FILE DESK", "6145550101", "", "files@example.org"),
        WebSite = "example.org/policies",
    };

    public static RemittancePayee Clinic { get; } = new()
    {
        Name = "RIVERSIDE CLINIC",
        Npi = "1234567893",
        TaxIdentifier = "987654321",
        Address = new RemittanceAddress("20 RIVER ROAD", "SUITE 4", "DAYTON", "OH", "45402"),
    };

    // 200.00 − 50.00 contractual − 30.00 copay = 120.00; 80.00 − 80.00 not covered = 0.00.
    public static RemittedClaim OfficeVisit { get; } = new()
    {
        PatientControlNumber = "PCN-1",
        Status = RemittedClaimStatus.Primary,
        ChargeCents = 280_00,
        PaidCents = 120_00,
        PatientResponsibilityCents = 110_00,
        PayerControlNumber = "C0001",
        Facility = "11",
        Frequency = "1",
        Patient = new RemittedName("DOE", "ANA", "", "", "MI", "M001-2"),
        Subscriber = new RemittedName("DOE", "BEN", "Q", "JR", "MI", "M001"),
        RenderingProvider = new RemittedName("HILL", "CARA", "", "", "XX", "1992999874"),
        References = [new("1L", "ACME")],
        Received = new DateOnly(2026, 3, 2),
        CoverageCents = 150_00,
        Remarks = ["N130"],
        Lines =
        [
            new RemittedLine
            {
                Procedure = new RemittedProcedure("HC", "G0463", ["25"]),
                ChargeCents = 200_00,
                PaidCents = 120_00,
                First = new DateOnly(2026, 2, 20),
                Last = new DateOnly(2026, 2, 20),
                Adjustments = [new("CO", "45", 50_00), new("PR", "3", 30_00)],
                ControlNumber = "L1",
                AllowedCents = 150_00,
            },
            new RemittedLine
            {
                Procedure = new RemittedProcedure("HC", "J3420"),
                ChargeCents = 80_00,
                PaidCents = 0,
                UnitsThousandths = 2500,
                First = new DateOnly(2026, 2, 20),
                Last = new DateOnly(2026, 2, 22),
                Adjustments = [new("PR", "96", 80_00, 2500)],
                Remarks = ["N130", "M16"],
            },
        ],
    };

    // A stay priced as a whole: 9,000.00 − 4,000.00 − 1,000.00 deductible − 300.00 coinsurance = 3,700.00.
    public static RemittedClaim HospitalStay { get; } = new()
    {
        PatientControlNumber = "PCN-2",
        Status = RemittedClaimStatus.Primary,
        ChargeCents = 9_000_00,
        PaidCents = 3_700_00,
        PatientResponsibilityCents = 1_300_00,
        PayerControlNumber = "C0002",
        Facility = "11",
        Frequency = "1",
        Patient = new RemittedName("ROE", "DAN", "", "", "MI", "M002"),
        CoveredDays = 3,
        Remarks = ["MA15", "N781"],
        StatementFirst = new DateOnly(2026, 2, 1),
        StatementLast = new DateOnly(2026, 2, 4),
        Adjustments = [new("CO", "45", 4_000_00), new("PR", "1", 1_000_00), new("PR", "2", 300_00)],
    };

    public static Remittance ByCheck(params RemittedClaim[] claims) => new()
    {
        Payment = RemittancePayment.ByCheck(claims.Sum(claim => claim.PaidCents), PaymentDate, "70001"),
        Payer = Payer,
        Payee = Clinic,
        ProductionDate = PaymentDate,
        Claims = [.. claims],
    };

    public static byte[] FileOf(params Remittance[] remittances) => Golden.Written(writer =>
        RemittanceInterchange.Write(writer, Interchange, RemittanceInterchange.GroupOf(Interchange), remittances));

    public static string TextOf(params Remittance[] remittances) => Encoding.ASCII.GetString(FileOf(remittances));

    public static RemittanceFile Read(byte[] file)
    {
        using var reader = new X12Reader(file);
        return RemittanceReader.ReadAll(reader);
    }

    public static RemittanceFile Read(string file) => Read(Encoding.ASCII.GetBytes(file));
}
