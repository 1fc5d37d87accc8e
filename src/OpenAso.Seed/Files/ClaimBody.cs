using System.Globalization;
using OpenAso.Seed.Care;
using OpenAso.Seed.Network;
using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>Writes one claim (loop 2300 and what lies below), in the form of its guide.</summary>
internal sealed class ClaimBody(X12Writer writer)
{
    public void Write(ClaimDraft claim)
    {
        Header(claim);
        Dates(claim);
        References(claim);
        Codes(claim);
        Providers(claim);
        if (claim.OtherPayment is { } payment)
            OtherPayer(claim, payment);
        new LineWriter(writer, claim).WriteAll();
    }

    private void Header(ClaimDraft claim)
    {
        var isInstitutional = claim.Form == SeedForm.Institutional;
        writer.Begin("CLM"u8).Text(claim.ControlNumber).Decimal(claim.Charge.Cents).Empty(2)
            .Component(claim.Place).Component(isInstitutional ? "A" : "B").Component(claim.Frequency.ToString())
            .Text(isInstitutional ? "" : "Y").Text("A").Text(claim.IsAssigned ? "Y" : "N").Text("Y");
        if (claim.Accident == "AA")
            writer.Empty().Component("AA").Component("").Component("").Component(claim.Household.Employer.State);
        else if (claim.Accident.Length > 0)
            writer.Empty().Component(claim.Accident);
        writer.End();
    }

    private void Dates(ClaimDraft claim)
    {
        if (claim.Accident.Length > 0)
            Day("439", claim.First);
        if (claim.Form == SeedForm.Institutional)
        {
            if (claim.Stay is not null)
                writer.Begin("DTP"u8).Text("096").Text("TM").Text("1100").End();
            writer.Begin("DTP"u8).Text("434").Text("RD8").Text(Range(claim.First, claim.Last)).End();
            if (claim.Stay is not null)
                writer.Begin("DTP"u8).Text("435").Text("DT").Text(Compact(claim.First) + "0800").End();
            writer.Begin("CL1"u8).Text(claim.Stay?.AdmissionType ?? AdmissionType(claim))
                .Text(claim.Stay?.AdmissionSource ?? "1").Text("01").End();
        }
        else if (claim is { Form: SeedForm.Professional, Place: "21" })
        {
            Day("435", claim.First);
        }
        else if (claim.Form == SeedForm.Dental)
        {
            Day("472", claim.First);
            if (claim.OrthodonticMonths > 0)
            {
                Day("452", claim.First);
                writer.Begin("DN1"u8).Number(claim.OrthodonticMonths).End();
            }
        }
    }

    // Emergency rooms are never arranged beforehand.
    private static string AdmissionType(ClaimDraft claim) =>
        claim.Lines.Any(line => line.Revenue == "0450") ? "1" : "3";

    private void References(ClaimDraft claim)
    {
        if (claim.Authorization.Length > 0)
            Reference("G1", claim.Authorization);
        if (claim.Original.Length > 0)
            Reference("F8", claim.Original);
        if (claim.Form == SeedForm.Professional && claim.Lines.Any(line => line.Procedure == "77067"))
            Reference("EW", string.Create(CultureInfo.InvariantCulture, $"M{claim.Billing.Number:D5}"));
        if (claim.Form == SeedForm.Professional && claim.Lines.Any(line => IsLaboratory(line.Procedure)))
            Reference("X4", string.Create(CultureInfo.InvariantCulture, $"99D{claim.Billing.Number:D7}"));
        var trace = string.Create(CultureInfo.InvariantCulture, $"{claim.Received:yyMMdd}{claim.ControlNumber[3..]}");
        Reference("D9", trace);
    }

    private static bool IsLaboratory(string procedure) =>
        procedure.Length == 5 && procedure[0] == '8' && string.CompareOrdinal(procedure, "80047") >= 0;

    private void Codes(ClaimDraft claim)
    {
        if (claim.Form == SeedForm.Institutional)
        {
            InstitutionalCodes(claim);
            return;
        }
        if (claim.Diagnoses.IsEmpty)
            return;
        writer.Begin("HI"u8);
        for (var i = 0; i < claim.Diagnoses.Length; i++)
            writer.Component(i == 0 ? "ABK" : "ABF").Component(claim.Diagnoses[i]).Empty(0);
        writer.End();
    }

    private void InstitutionalCodes(ClaimDraft claim)
    {
        var isStay = claim.Stay is not null;
        Diagnosis("ABK", claim.Diagnoses[0], isStay);
        if (isStay)
            Diagnosis("ABJ", claim.Diagnoses[0], false);
        else if (claim.Place == "13")
            Diagnosis("APR", claim.Diagnoses[0], false);
        if (claim.Stay is { } stay)
            writer.Begin("HI"u8).Component("DR").Component(stay.Group).End();
        for (var i = 1; i < claim.Diagnoses.Length; i++)
            Diagnosis("ABF", claim.Diagnoses[i], isStay);
        if (claim.Stay is { Procedure.Length: > 0 } operated)
            writer.Begin("HI"u8).Component("BBR").Component(operated.Procedure).Component("D8")
                .Component(Compact(claim.First)).End();
    }

    // The ninth component tells whether it was present on admission; everything here was.
    private void Diagnosis(string qualifier, string code, bool isStay)
    {
        writer.Begin("HI"u8).Component(qualifier).Component(code);
        if (isStay)
        {
            for (var i = 3; i < 9; i++)
                writer.Component("");
            writer.Component("Y");
        }
        writer.End();
    }

    private void Providers(ClaimDraft claim)
    {
        if (claim.Clinician is { } clinician)
        {
            var (role, kind) = claim.Form == SeedForm.Institutional ? ("71", "AT") : ("82", "PE");
            Clinician(role, kind, clinician);
        }
        if (claim.Facility is not { } facility)
            return;
        writer.Begin("NM1"u8).Text("77").Text("2").Text(facility.Name).Empty(4).Text("XX")
            .Text(facility.Npi.ToString()).End();
        writer.Begin("N3"u8).Text(facility.Street).End();
        writer.Begin("N4"u8).Text(facility.Town.Name).Text(facility.State).Text(facility.Town.Postal + "0001").End();
    }

    private void Clinician(string role, string kind, Clinician clinician)
    {
        writer.Begin("NM1"u8).Text(role).Text("1").Text(clinician.Surname).Text(clinician.Given).Empty(3)
            .Text("XX").Text(clinician.Npi.ToString()).End();
        writer.Begin("PRV"u8).Text(kind).Text("PXC").Text(clinician.Taxonomy).End();
    }

    // The other payer decided on the claim as a whole: what was charged, less its adjustments, is what it paid.
    private void OtherPayer(ClaimDraft claim, OtherPayment payment)
    {
        writer.Begin("SBR"u8).Text("P").Text("18").Empty(6).Text("CI").End();
        Adjustment("CO", "45", payment.Contractual.Cents);
        Adjustment("PR", "2", payment.Patient.Cents);
        writer.Begin("AMT"u8).Text("D").Decimal(payment.Paid.Cents).End();
        writer.Begin("OI"u8).Empty(2).Text(claim.IsAssigned ? "Y" : "N").Empty(2).Text("Y").End();
        writer.Begin("NM1"u8).Text("IL").Text("1").Text(claim.Patient.Surname).Text(claim.Patient.Given).Empty(3)
            .Text("MI").Text("OTH" + claim.Household.Id[3..]).End();
        writer.Begin("NM1"u8).Text("PR").Text("2").Text("HARBOR MUTUAL PLAN").Empty(4).Text("PI").Text("HARB1").End();
        Day("573", payment.Decided);
    }

    private void Adjustment(string group, string reason, long cents)
    {
        if (cents > 0)
            writer.Begin("CAS"u8).Text(group).Text(reason).Decimal(cents).End();
    }

    private void Reference(string qualifier, string value) => writer.Begin("REF"u8).Text(qualifier).Text(value).End();

    private void Day(string qualifier, DateOnly day) =>
        writer.Begin("DTP"u8).Text(qualifier).Text("D8").Date(day).End();

    private static string Range(DateOnly first, DateOnly last) => $"{Compact(first)}-{Compact(last)}";

    private static string Compact(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
