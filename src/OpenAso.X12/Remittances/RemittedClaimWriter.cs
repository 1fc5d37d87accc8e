namespace OpenAso.X12.Remittances;

/// <summary>Writes loops 2100 and 2110, each segment where the guide has it.</summary>
internal static class RemittedClaimWriter
{
    private const int TriplesInCas = 6;

    public static void Write(X12Writer writer, RemittedClaim claim)
    {
        writer.Begin("CLP"u8).Text(claim.PatientControlNumber).Text(claim.Status)
            .Decimal(claim.ChargeCents).Decimal(claim.PaidCents);
        if (claim.PatientResponsibilityCents > 0)
            writer.Decimal(claim.PatientResponsibilityCents);
        else
            writer.Empty();
        writer.Text(claim.FilingIndicator).Text(claim.PayerControlNumber)
            .Text(claim.Facility).Text(claim.Frequency).End();
        WriteAdjustments(writer, claim.Adjustments);
        WriteName(writer, "QC", claim.Patient);
        WriteName(writer, "IL", claim.Subscriber);
        WriteName(writer, "82", claim.RenderingProvider);
        WriteRemarks(writer, claim);
        foreach (var reference in claim.References)
            RemittanceWriter.WriteReference(writer, reference.Qualifier, reference.Value);
        RemittanceWriter.WriteDate(writer, "232", claim.StatementFirst);
        RemittanceWriter.WriteDate(writer, "233", claim.StatementLast);
        RemittanceWriter.WriteDate(writer, "050", claim.Received);
        RemittanceWriter.WriteAmount(writer, "AU", claim.CoverageCents);
        foreach (var line in claim.Lines)
            WriteLine(writer, line);
    }

    private static void WriteName(X12Writer writer, string entity, RemittedName? name)
    {
        if (name is null)
            return;
        writer.Begin("NM1"u8).Text(entity).Text(name.IsOrganization ? "2" : "1")
            .Text(RemittanceWriter.Cut(name.Last, 60)).Text(RemittanceWriter.Cut(name.First, 35))
            .Text(RemittanceWriter.Cut(name.Middle, 25)).Empty().Text(RemittanceWriter.Cut(name.Suffix, 10))
            .Text(name.Qualifier).Text(name.Identifier).End();
    }

    // MIA05 and MIA20 to MIA23, or MOA03 to MOA07.
    private static void WriteRemarks(X12Writer writer, RemittedClaim claim)
    {
        if (claim.CoveredDays is { } days)
        {
            writer.Begin("MIA"u8).Number(days).Empty(3);
            for (var i = 0; i < claim.Remarks.Count; i++)
            {
                if (i == 1)
                    writer.Empty(14);
                writer.Text(claim.Remarks[i]);
            }
            writer.End();
        }
        else if (claim.Remarks.Count > 0)
        {
            writer.Begin("MOA"u8).Empty(2);
            foreach (var remark in claim.Remarks)
                writer.Text(remark);
            writer.End();
        }
    }

    private static void WriteLine(X12Writer writer, RemittedLine line)
    {
        WriteProcedure(writer.Begin("SVC"u8), line.Procedure);
        writer.Decimal(line.ChargeCents).Decimal(line.PaidCents)
            .Text(line.RevenueCode).Decimal(line.UnitsThousandths, 3);
        WriteProcedure(writer, line.OriginalProcedure);
        if (line.OriginalUnitsThousandths is { } units)
            writer.Decimal(units, 3);
        writer.End();
        WriteDates(writer, line);
        WriteAdjustments(writer, line.Adjustments);
        RemittanceWriter.WriteReference(writer, "6R", line.ControlNumber);
        RemittanceWriter.WriteAmount(writer, "B6", line.AllowedCents);
        foreach (var remark in line.Remarks)
            writer.Begin("LQ"u8).Text("HE").Text(remark).End();
    }

    private static void WriteProcedure(X12Writer writer, RemittedProcedure? procedure)
    {
        if (procedure is null)
        {
            writer.Empty();
            return;
        }
        writer.Component(procedure.Qualifier).Component(procedure.Code);
        foreach (var modifier in procedure.Modifiers)
            writer.Component(modifier);
    }

    private static void WriteDates(X12Writer writer, RemittedLine line)
    {
        if (line.First == line.Last)
        {
            RemittanceWriter.WriteDate(writer, "472", line.First);
            return;
        }
        RemittanceWriter.WriteDate(writer, "150", line.First);
        RemittanceWriter.WriteDate(writer, "151", line.Last);
    }

    // A segment holds six triples of one group; groups keep the order in which they first appear.
    private static void WriteAdjustments(X12Writer writer, Sequence<RemittedAdjustment> adjustments)
    {
        for (var first = 0; first < adjustments.Count; first++)
        {
            if (!StoodBefore(adjustments, first))
                WriteGroup(writer, adjustments, first);
        }
    }

    private static bool StoodBefore(Sequence<RemittedAdjustment> adjustments, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (adjustments[i].Group == adjustments[index].Group)
                return true;
        }
        return false;
    }

    private static void WriteGroup(X12Writer writer, Sequence<RemittedAdjustment> adjustments, int first)
    {
        var group = adjustments[first].Group;
        var written = 0;
        for (var i = first; i < adjustments.Count; i++)
        {
            if (adjustments[i].Group != group)
                continue;
            if (written % TriplesInCas == 0)
            {
                if (written > 0)
                    writer.End();
                writer.Begin("CAS"u8).Text(group);
            }
            WriteTriple(writer, adjustments[i]);
            written++;
        }
        writer.End();
    }

    private static void WriteTriple(X12Writer writer, RemittedAdjustment adjustment)
    {
        writer.Text(adjustment.Reason).Decimal(adjustment.Cents);
        if (adjustment.QuantityThousandths is { } quantity)
            writer.Decimal(quantity, 3);
        else
            writer.Empty();
    }
}
