using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>Who sends and who receives, the same in every file.</summary>
internal static class Envelope
{
    public const string Sender = "CLEARLINE";
    public const string SenderName = "CLEARLINE EXCHANGE";
    public const string Receiver = "OPENASO";
    public const string PayerName = "OPENASO BENEFIT ADMINISTRATION";
    public const string PayerId = "OASO1";
    public const string PayerTaxId = "970000900";

    private static readonly TimeOnly Morning = new(4, 0);

    public static void Begin(
        X12Writer writer, SeedProfile employer, string group, string guide, DateOnly date, int number)
    {
        var sender = group == "BE" ? employer.TaxId : Sender;
        writer.BeginInterchange(new InterchangeHeader(
            group == "BE" ? "30" : "ZZ", sender, "ZZ", Receiver, date, Morning, number));
        writer.BeginGroup(new GroupHeader(group, sender, Receiver, date, Morning, number, guide));
    }

    public static void End(X12Writer writer)
    {
        writer.EndGroup();
        writer.EndInterchange();
    }
}
