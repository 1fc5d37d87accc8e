using System.Buffers;
using System.Globalization;
using OpenAso.Seed.Care;
using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>Writes one month's claims of one form: for each batch a transaction set, within it billing provider,
/// subscriber, patient and claim as levels (HL).</summary>
internal sealed class ClaimFileWriter(SeedCorpus corpus, int month, SeedForm form, int maximumClaims = 5_000)
{
    private readonly SeedProfile _employer = corpus.Request.Employer;

    private string Guide => form switch
    {
        SeedForm.Professional => "005010X222A1",
        SeedForm.Institutional => "005010X223A2",
        _ => "005010X224A2",
    };

    public void Write(IBufferWriter<byte> output)
    {
        var writer = new X12Writer(output);
        var number = _employer.Number * 100_000 + month * 10 + 3 + (int)form;
        Envelope.Begin(writer, _employer, "HC", Guide, corpus.Request.Window.EndOf(month), number);
        foreach (var batch in corpus.Claims[(month, form)].GroupBy(claim => claim.Received))
        {
            foreach (var chunk in batch.Chunk(maximumClaims))
                WriteSet(writer, batch.Key, chunk);
        }
        Envelope.End(writer);
    }

    private void WriteSet(X12Writer writer, DateOnly received, ClaimDraft[] claims)
    {
        writer.BeginSet("837", Guide);
        var reference = string.Create(
            CultureInfo.InvariantCulture,
            $"{_employer.MemberPrefix}{received:yyMMdd}{form.ToString()[0]}{claims[0].ControlNumber[3..]}");
        writer.Begin("BHT"u8).Text("0019").Text("00").Text(reference).Date(received).Text("0400").Text("CH").End();
        writer.Begin("NM1"u8).Text("41").Text("2").Text(Envelope.SenderName).Empty(4).Text("46").Text(Envelope.Sender)
            .End();
        writer.Begin("PER"u8).Text("IC").Text("SUPPORT DESK").Text("TE").Text("5555550100").End();
        writer.Begin("NM1"u8).Text("40").Text("2").Text(Envelope.PayerName).Empty(4).Text("46").Text(Envelope.PayerId)
            .End();
        var levels = new LevelWriter(writer);
        foreach (var byProvider in claims.GroupBy(claim => claim.Billing))
        {
            levels.Billing(byProvider.Key);
            foreach (var bySubscriber in byProvider.GroupBy(LevelKey.Of))
                WriteSubscriber(writer, levels, bySubscriber);
        }
        writer.EndSet();
    }

    private static void WriteSubscriber(X12Writer writer, LevelWriter levels, IGrouping<LevelKey, ClaimDraft> claims)
    {
        var body = new ClaimBody(writer);
        levels.Subscriber(claims.Key);
        if (claims.Key.IsPatient)
        {
            foreach (var claim in claims)
                body.Write(claim);
            return;
        }
        foreach (var byPatient in claims.GroupBy(claim => claim.Patient))
        {
            levels.Patient(claims.Key.Household, byPatient.Key);
            foreach (var claim in byPatient)
                body.Write(claim);
        }
    }
}
