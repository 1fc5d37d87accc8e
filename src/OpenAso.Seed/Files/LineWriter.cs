using System.Globalization;
using OpenAso.Seed.Care;
using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>Writes the lines of a claim (loop 2400).</summary>
internal sealed class LineWriter(X12Writer writer, ClaimDraft claim)
{
    public void WriteAll()
    {
        for (var number = 1; number <= claim.Lines.Length; number++)
        {
            var line = claim.Lines[number - 1];
            writer.Begin("LX"u8).Number(number).End();
            switch (claim.Form)
            {
                case SeedForm.Professional:
                    Professional(line);
                    break;
                case SeedForm.Institutional:
                    Institutional(line);
                    break;
                default:
                    Dental(line);
                    break;
            }
            writer.Begin("REF"u8).Text("6R")
                .Text(string.Create(CultureInfo.InvariantCulture, $"{claim.ControlNumber}-{number:D2}")).End();
        }
    }

    private void Professional(LineDraft line)
    {
        writer.Begin("SV1"u8);
        Procedure("HC", line);
        writer.Decimal(line.Charge.Cents).Text(line.Measure).Number(line.Units).Empty(2);
        writer.Component("1");
        if (claim.Diagnoses.Length > 1)
            writer.Component("2");
        writer.End();
        Served(line.Day);
    }

    private void Institutional(LineDraft line)
    {
        writer.Begin("SV2"u8).Text(line.Revenue);
        if (line.Procedure.Length > 0)
            Procedure("HC", line);
        else
            writer.Empty();
        writer.Decimal(line.Charge.Cents).Text(line.Measure).Number(line.Units).End();
        if (claim.Stay is null)
            Served(line.Day);
    }

    private void Dental(LineDraft line)
    {
        writer.Begin("SV3"u8);
        Procedure("AD", line);
        writer.Decimal(line.Charge.Cents).Empty();
        if (line.OralArea.Length > 0)
            writer.Component(line.OralArea);
        else
            writer.Empty();
        writer.Text(line.IsFirstCrown ? "I" : "").Number(line.Units).End();
        if (line.Tooth.Length == 0)
            return;
        writer.Begin("TOO"u8).Text("JP").Text(line.Tooth);
        for (var i = 0; i < line.Surfaces.Length; i++)
            writer.Component(line.Surfaces.AsSpan(i, 1).ToString());
        writer.End();
    }

    private void Procedure(string list, LineDraft line)
    {
        writer.Component(list).Component(line.Procedure);
        var modifiers = line.Modifiers.Length == 0 ? [] : line.Modifiers.Split(',');
        foreach (var modifier in modifiers)
            writer.Component(modifier);
        if (line.Description.Length == 0)
            return;
        for (var i = modifiers.Length; i < 4; i++)
            writer.Component("");
        writer.Component(line.Description);
    }

    private void Served(DateOnly day) => writer.Begin("DTP"u8).Text("472").Text("D8").Date(day).End();
}
