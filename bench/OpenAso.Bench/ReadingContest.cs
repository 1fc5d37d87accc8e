using OpenAso.X12;

namespace OpenAso.Bench;

/// <summary>Reading X12 syntax, beside what a program does that only divides the bytes.</summary>
internal static class ReadingContest
{
    private const string Reader = "X12Reader, every element";
    private const string Stream = "X12Reader over a stream, every element";
    private const string Loop = "IndexOf loop, every element";

    public static Contest Of(Corpus corpus)
    {
        byte[] bytes = [.. corpus.ClaimFiles.SelectMany(name => corpus.Content[name])];
        return new Contest(
            "Reading X12: segments and elements", "bytes", bytes.Length, Clock.Processor,
            [
                new(Reader, () => ReadAll(new X12Reader(bytes))),
                new(Stream, () => ReadAll(new X12Reader(new MemoryStream(bytes, writable: false)))),
                new("X12Reader, identifiers only", () => ReadTags(bytes)),
                new(Loop, () => Divide(bytes)),
                new("Count of '~'", () => bytes.AsSpan().Count((byte)'~')),
            ],
            [new(Reader, Loop, 1.5), new(Stream, Loop, 1.5)])
        {
            Notes =
            [
                "The answer is segments + 1,000 × bytes in elements, identifiers included: reader and loop must agree.",
            ],
        };
    }

    private static long ReadAll(X12Reader reader)
    {
        long segments = 0, letters = 0;
        while (reader.Read())
        {
            segments++;
            for (var element = 0; element <= reader.ElementCount; element++)
                letters += reader[element].Length;
        }
        return segments + 1_000 * letters;
    }

    private static long ReadTags(byte[] bytes)
    {
        var reader = new X12Reader(bytes);
        var segments = 0L;
        while (reader.Read())
            segments += reader.Tag == 0 ? 0 : 1;
        return segments;
    }

    /// <summary>What everybody writes first: no envelopes, no other delimiters, no line breaks, no tags.</summary>
    public static long Divide(ReadOnlySpan<byte> bytes)
    {
        long segments = 0, letters = 0;
        for (int end; (end = bytes.IndexOf((byte)'~')) >= 0; bytes = bytes[(end + 1)..])
        {
            segments++;
            var segment = bytes[..end];
            for (int at; (at = segment.IndexOf((byte)'*')) >= 0; segment = segment[(at + 1)..])
                letters += at;
            letters += segment.Length;
        }
        return segments + 1_000 * letters;
    }
}
