using System.Buffers;
using OpenAso.Claims;
using OpenAso.Members;
using OpenAso.X12;

namespace OpenAso.Seed.Samples;

/// <summary>Enrols the people whom claim files name, so that claims which nobody here wrote can be decided.</summary>
public static class SampleEnrollment
{
    private const string Guide = "005010X220A1";

    /// <summary>Writes an enrolment file with everybody that the claims name: subscribers, and patients under them.</summary>
    /// <param name="claims">As read.</param>
    /// <param name="first">The first day of coverage.</param>
    /// <param name="medical">The plan of medical coverage.</param>
    /// <param name="dental">The plan of dental coverage.</param>
    /// <param name="output">Receives the file.</param>
    public static void Write(
        IEnumerable<Claim> claims, DateOnly first, string medical, string dental, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var writer = new X12Writer(output);
        var header = new InterchangeHeader("ZZ", "SAMPLES", "ZZ", "OPENASO", first, TimeOnly.MinValue, 1);
        writer.BeginInterchange(header);
        writer.BeginGroup(new GroupHeader("BE", "SAMPLES", "OPENASO", first, TimeOnly.MinValue, 1, Guide));
        writer.BeginSet("834", Guide);
        writer.Begin("BGN"u8).Text("00").Text("1").Date(first).Text("0000").Empty(3).Text("4").End();
        writer.Begin("N1"u8).Text("P5").Text("SAMPLE EMPLOYER").Text("FI").Text("970000303").End();
        writer.Begin("N1"u8).Text("IN").Text("OPENASO").Text("FI").Text("970000404").End();
        foreach (var family in claims.GroupBy(claim => claim.Patient.SubscriberMemberId).OrderBy(group => group.Key, StringComparer.Ordinal))
            WriteFamily(writer, family.Key, [.. family], first, (medical, dental));
        writer.EndSet();
        writer.EndGroup();
        writer.EndInterchange();
    }

    private static void WriteFamily(
        X12Writer writer, string id, IReadOnlyList<Claim> claims, DateOnly first, (string Medical, string Dental) plans)
    {
        var patients = claims.Select(claim => claim.Patient)
            .DistinctBy(patient => (patient.IsSubscriber, patient.Name.First, patient.BirthDate)).ToList();
        var subscriber = patients.Find(patient => patient.IsSubscriber)
            ?? new PatientReference(id, true, new PersonName(patients[0].Name.Last, "SUBSCRIBER"), null, Sex.Unknown);
        WritePerson(writer, id, subscriber, first, plans);
        foreach (var dependent in patients.Where(patient => !patient.IsSubscriber))
            WritePerson(writer, id, dependent, first, plans);
    }

    private static void WritePerson(
        X12Writer writer, string family, PatientReference person, DateOnly first, (string Medical, string Dental) plans)
    {
        writer.Begin("INS"u8).Text(person.IsSubscriber ? "Y" : "N").Text(person.IsSubscriber ? "18" : "19").Text("030").Text("XN").Text("A")
            .Empty(2).Text(person.IsSubscriber ? "FT" : "").End();
        writer.Begin("REF"u8).Text("0F").Text(family).End();
        writer.Begin("DTP"u8).Text("356").Text("D8").Date(first).End();
        writer.Begin("NM1"u8).Text("IL").Text("1").Text(person.Name.Last).Text(person.Name.First).Text(person.Name.Middle).End();
        if (person.BirthDate is { } birth)
            writer.Begin("DMG"u8).Text("D8").Date(birth).Text(person.Sex switch { Sex.Female => "F", Sex.Male => "M", _ => "U" }).End();
        WriteCoverage(writer, "HLT", plans.Medical, first);
        WriteCoverage(writer, "DEN", plans.Dental, first);
    }

    private static void WriteCoverage(X12Writer writer, string line, string plan, DateOnly first)
    {
        writer.Begin("HD"u8).Text("030").Empty().Text(line).Text(plan).Text("FAM").End();
        writer.Begin("DTP"u8).Text("348").Text("D8").Date(first).End();
    }
}
