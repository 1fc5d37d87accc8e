using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>The claim's part of a payload of version 1.</summary>
internal static class ClaimPayloadVersion1
{
    public static void Write(Claim claim, PayloadWriter writer)
    {
        writer.Id(claim.Id);
        writer.Date(claim.Received);
        writer.Text(claim.ClearinghouseTrace);
        WriteContent(claim, writer);
    }

    /// <summary>What the claim says, without what each sending of it brings anew. Never changes: claim numbers are made
    /// from it.</summary>
    public static void WriteContent(Claim claim, PayloadWriter writer)
    {
        writer.Byte((byte)claim.Form);
        writer.Text(claim.PatientControlNumber);
        writer.Byte((byte)claim.Frequency);
        writer.Text(claim.OriginalReference);
        WritePatient(claim.Patient, writer);
        WriteBilling(claim.Billing, writer);
        writer.Unsigned((ulong)claim.Rendering.Number);
        writer.Code(claim.Place);
        writer.Code(claim.BillType);
        writer.Code(claim.Drg);
        writer.Byte((byte)(claim.BenefitsAssigned ? 1 : 0));
        writer.Money(claim.Billed);
        writer.Count(claim.Diagnoses.Count);
        foreach (var diagnosis in claim.Diagnoses)
            writer.Code(diagnosis);
        writer.Byte((byte)(claim.StatementDates is null ? 0 : 1));
        if (claim.StatementDates is { } statement)
            writer.Range(statement);
        writer.OptionalDate(claim.Admitted);
        writer.Text(claim.Authorization);
        WriteRepricing(claim.Repricing, writer);
        writer.Count((int)claim.Circumstances);
        writer.Count(claim.Lines.Length);
        foreach (var line in claim.Lines)
            WriteLine(line, writer);
    }

    public static Claim Read(ref PayloadReader reader) => new()
    {
        Id = reader.Id(),
        Received = reader.Date(),
        ClearinghouseTrace = reader.Text(),
        Form = (ClaimForm)reader.Byte(),
        PatientControlNumber = reader.Text(),
        Frequency = (ClaimFrequency)reader.Byte(),
        OriginalReference = reader.Text(),
        Patient = ReadPatient(ref reader),
        Billing = ReadBilling(ref reader),
        Rendering = new Npi((long)reader.Unsigned()),
        Place = reader.Code(),
        BillType = reader.Code(),
        Drg = reader.Code(),
        BenefitsAssigned = reader.Byte() != 0,
        Billed = reader.Money(),
        Diagnoses = ReadDiagnoses(ref reader),
        StatementDates = reader.Byte() != 0 ? reader.Range() : null,
        Admitted = reader.OptionalDate(),
        Authorization = reader.Text(),
        Repricing = ReadRepricing(ref reader),
        Circumstances = (ClaimCircumstances)reader.Count(),
        Lines = ReadLines(ref reader),
    };

    private static void WritePatient(PatientReference patient, PayloadWriter writer)
    {
        writer.Text(patient.SubscriberMemberId);
        writer.Byte((byte)(patient.IsSubscriber ? 1 : 0));
        writer.Text(patient.Name.Last);
        writer.Text(patient.Name.First);
        writer.Text(patient.Name.Middle);
        writer.OptionalDate(patient.BirthDate);
        writer.Byte((byte)patient.Sex);
    }

    private static PatientReference ReadPatient(ref PayloadReader reader)
    {
        var id = reader.Text();
        var isSubscriber = reader.Byte() != 0;
        var name = new PersonName(reader.Text(), reader.Text(), reader.Text());
        return new PatientReference(id, isSubscriber, name, reader.OptionalDate(), (Sex)reader.Byte());
    }

    private static void WriteBilling(BillingProvider billing, PayloadWriter writer)
    {
        writer.Unsigned((ulong)billing.Npi.Number);
        writer.Text(billing.TaxId);
        writer.Text(billing.Name);
        writer.Text(billing.Address.Street);
        writer.Text(billing.Address.Street2);
        writer.Text(billing.Address.City);
        writer.Text(billing.Address.State);
        writer.Text(billing.Address.PostalCode);
    }

    private static BillingProvider ReadBilling(ref PayloadReader reader) =>
        new(new Npi((long)reader.Unsigned()), reader.Text(), reader.Text(),
            new Address(reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text()));

    private static ValueList<Code> ReadDiagnoses(ref PayloadReader reader)
    {
        var codes = new Code[reader.Count()];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = reader.Code();
        return ValueList.Create<Code>(codes);
    }

    private static void WriteRepricing(Repricing? repricing, PayloadWriter writer)
    {
        writer.Byte((byte)(repricing is null ? 0 : repricing.IsPriced ? 2 : 1));
        if (repricing is null)
            return;
        writer.Money(repricing.Allowed);
        writer.Text(repricing.Organization);
    }

    private static Repricing? ReadRepricing(ref PayloadReader reader)
    {
        var kind = reader.Byte();
        return kind == 0 ? null : new Repricing(reader.Money(), reader.Text(), kind == 2);
    }

    private static void WriteLine(ClaimLine line, PayloadWriter writer)
    {
        writer.Count(line.Number);
        writer.Code(line.Procedure);
        writer.Code(line.Modifier);
        writer.Code(line.Modifier2);
        writer.Code(line.Modifier3);
        writer.Code(line.Modifier4);
        writer.Code(line.Revenue);
        writer.Money(line.Charge);
        writer.Signed(line.Units.Thousandths);
        writer.Byte((byte)line.Measure);
        writer.Code(line.Place);
        writer.Range(line.Dates);
        writer.Code(line.Diagnosis);
        writer.Unsigned((ulong)line.Rendering.Number);
        writer.Code(line.Tooth);
        writer.Code(line.OralArea);
        writer.Code(line.Surfaces);
        writer.Text(line.Authorization);
        writer.Text(line.ControlNumber);
        WriteRepricing(line.Repricing, writer);
    }

    private static ClaimLine[] ReadLines(ref PayloadReader reader)
    {
        var lines = new ClaimLine[reader.Count()];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = ReadLine(ref reader);
        return lines;
    }

    private static ClaimLine ReadLine(ref PayloadReader reader) => new()
    {
        Number = reader.Count(),
        Procedure = reader.Code(),
        Modifier = reader.Code(),
        Modifier2 = reader.Code(),
        Modifier3 = reader.Code(),
        Modifier4 = reader.Code(),
        Revenue = reader.Code(),
        Charge = reader.Money(),
        Units = new Quantity(reader.Signed()),
        Measure = (UnitMeasure)reader.Byte(),
        Place = reader.Code(),
        Dates = reader.Range(),
        Diagnosis = reader.Code(),
        Rendering = new Npi((long)reader.Unsigned()),
        Tooth = reader.Code(),
        OralArea = reader.Code(),
        Surfaces = reader.Code(),
        Authorization = reader.Text(),
        ControlNumber = reader.Text(),
        Repricing = ReadRepricing(ref reader),
    };
}
