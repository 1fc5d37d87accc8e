using System.Buffers;
using System.Globalization;
using OpenAso.Seed.People;
using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>Writes enrolment files (005010X220A1): everybody at the start, then what has changed month by
/// month.</summary>
internal sealed class EnrollmentFileWriter(SeedCorpus corpus)
{
    private const string Guide = "005010X220A1";
    private const int MaximumMembers = 10_000;

    private readonly SeedProfile _employer = corpus.Request.Employer;
    private readonly SeedWindow _window = corpus.Request.Window;

    public bool HasChanges(int month) => Changes(month).Any();

    /// <summary>Everybody who is covered on the first day.</summary>
    public void WriteFull(IBufferWriter<byte> output)
    {
        var writer = new X12Writer(output);
        var day = _window.First;
        Write(writer, 0, isFull: true, corpus.Households.Where(household => household.IsActiveOn(day)), household =>
        {
            new MemberWriter(writer, household).Everybody("030", "XN", day, person => person.From);
            return household.People.Count(person => person.CoveredOn(day));
        });
    }

    /// <summary>What the administrator learns at the beginning of a month.</summary>
    public void WriteChanges(IBufferWriter<byte> output, int month)
    {
        var writer = new X12Writer(output);
        Write(writer, month, isFull: false, Changes(month), household =>
        {
            var members = new MemberWriter(writer, household);
            return household.Events.Where(happened => happened.FileMonth == month).Sum(members.Tell);
        });
    }

    private IEnumerable<Household> Changes(int month) =>
        corpus.Households.Where(household => household.Events.Exists(happened => happened.FileMonth == month));

    private void Write(
        X12Writer writer, int month, bool isFull, IEnumerable<Household> households, Func<Household, int> writeMembers)
    {
        var date = _window.StartOf(month);
        var number = _employer.Number * 100_000 + month * 10 + (isFull ? 1 : 2);
        Envelope.Begin(writer, _employer, "BE", Guide, date, number);
        var members = MaximumMembers;
        var sets = 0;
        foreach (var household in households)
        {
            if (members + 40 > MaximumMembers)
            {
                if (sets > 0)
                    writer.EndSet();
                BeginSet(writer, date, isFull, ++sets);
                members = 0;
            }
            members += writeMembers(household);
        }
        if (sets > 0)
            writer.EndSet();
        Envelope.End(writer);
    }

    private void BeginSet(X12Writer writer, DateOnly date, bool isFull, int set)
    {
        writer.BeginSet("834", Guide);
        var reference = string.Create(
            CultureInfo.InvariantCulture, $"{_employer.GroupNumber}-{date:yyyyMM}{(isFull ? 'F' : 'C')}{set:D3}");
        writer.Begin("BGN"u8).Text("00").Text(reference).Date(date).Text("0400").Empty(3).Text(isFull ? "4" : "2")
            .End();
        writer.Begin("REF"u8).Text("38").Text(_employer.GroupNumber).End();
        writer.Begin("DTP"u8).Text("007").Text("D8").Date(date).End();
        writer.Begin("N1"u8).Text("P5").Text(_employer.Name).Text("FI").Text(_employer.TaxId).End();
        writer.Begin("N1"u8).Text("IN").Text(Envelope.PayerName).Text("FI").Text(Envelope.PayerTaxId).End();
    }
}
