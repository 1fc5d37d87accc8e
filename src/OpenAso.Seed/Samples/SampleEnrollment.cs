using System.Buffers;
using OpenAso.X12;

namespace OpenAso.Seed.Samples;

/// <summary>A patient whom a claim file names.</summary>
/// <param name="Family">The subscriber's member identifier.</param>
/// <param name="IsSubscriber">Whether it is the subscriber.</param>
/// <param name="Last">Family name.</param>
/// <param name="First">Given name.</param>
/// <param name="Middle">Middle name; empty for none.</param>
/// <param name="BirthDate">Null where not given.</param>
/// <param name="Sex">F, M or U.</param>
public sealed record SamplePerson(
    string Family, bool IsSubscriber, string Last, string First, string Middle, DateOnly? BirthDate, string Sex);

/// <summary>Enrols the people whom claim files name, so that claims which nobody here wrote can be decided.</summary>
public static class SampleEnrollment
{
    private const string Guide = "005010X220A1";

    /// <summary>Writes an enrolment file with everybody that the claims name: subscribers, and patients under
    /// them.</summary>
    /// <param name="people">The patients, in any order; the same one more than once is one.</param>
    /// <param name="first">The first day of coverage.</param>
    /// <param name="medical">The plan of medical coverage.</param>
    /// <param name="dental">The plan of dental coverage.</param>
    /// <param name="output">Receives the file.</param>
    public static void Write(
        IEnumerable<SamplePerson> people, DateOnly first, string medical, string dental, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(people);
        var writer = new X12Writer(output);
        var header = new InterchangeHeader("ZZ", "SAMPLES", "ZZ", "OPENASO", first, TimeOnly.MinValue, 1);
        writer.BeginInterchange(header);
        writer.BeginGroup(new GroupHeader("BE", "SAMPLES", "OPENASO", first, TimeOnly.MinValue, 1, Guide));
        writer.BeginSet("834", Guide);
        writer.Begin("BGN"u8).Text("00").Text("1").Date(first).Text("0000").Empty(3).Text("4").End();
        writer.Begin("N1"u8).Text("P5").Text("SAMPLE EMPLOYER").Text("FI").Text("970000303").End();
        writer.Begin("N1"u8).Text("IN").Text("OPENASO").Text("FI").Text("970000404").End();
        foreach (var family in people.GroupBy(person => person.Family)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
            WriteFamily(writer, family.Key, [.. family], first, (medical, dental));
        writer.EndSet();
        writer.EndGroup();
        writer.EndInterchange();
    }

    private static void WriteFamily(
        X12Writer writer, string id, IReadOnlyList<SamplePerson> named, DateOnly first,
        (string Medical, string Dental) plans)
    {
        var people = named.DistinctBy(person => (person.IsSubscriber, person.First, person.BirthDate)).ToList();
        var subscriber = people.Find(person => person.IsSubscriber)
            ?? new SamplePerson(id, true, people[0].Last, "SUBSCRIBER", "", null, "U");
        WritePerson(writer, id, subscriber, first, plans);
        foreach (var dependent in people.Where(person => !person.IsSubscriber))
            WritePerson(writer, id, dependent, first, plans);
    }

    private static void WritePerson(
        X12Writer writer, string family, SamplePerson person, DateOnly first,
        (string Medical, string Dental) plans)
    {
        writer.Begin("INS"u8).Text(person.IsSubscriber ? "Y" : "N").Text(person.IsSubscriber ? "18" : "19")
            .Text("030").Text("XN").Text("A").Empty(2).Text(person.IsSubscriber ? "FT" : "").End();
        writer.Begin("REF"u8).Text("0F").Text(family).End();
        writer.Begin("DTP"u8).Text("356").Text("D8").Date(first).End();
        writer.Begin("NM1"u8).Text("IL").Text("1").Text(person.Last).Text(person.First).Text(person.Middle).End();
        if (person.BirthDate is { } birth)
            writer.Begin("DMG"u8).Text("D8").Date(birth).Text(person.Sex).End();
        WriteCoverage(writer, "HLT", plans.Medical, first);
        WriteCoverage(writer, "DEN", plans.Dental, first);
    }

    private static void WriteCoverage(X12Writer writer, string line, string plan, DateOnly first)
    {
        writer.Begin("HD"u8).Text("030").Empty().Text(line).Text(plan).Text("FAM").End();
        writer.Begin("DTP"u8).Text("348").Text("D8").Date(first).End();
    }
}
