using System.Text;
using CsCheck;

namespace OpenAso.X12.Tests;

/// <summary>The reader finds what a search byte by byte finds: in any bytes, in chunks of any size, in memory and from
/// a stream.</summary>
public class ReaderAgainstPlainTokenizerTests
{
    private const string Header =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:~";

    private static readonly string[] Delimiters = ["*~", "|\n", "\t~", "\u001D\u001C", "*\r", "\n~", "*\0", "+'"];

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.Byte.Array[0, 40].Select(Encoding.Latin1.GetString),
        Gen.Int[0, 11].Select(i => "*~\r\n \tISEA\0|"[i].ToString()),
        OneOf("~\r\n", "~\n", "~  ", "IEA*1*1~", "NM1*IL*1*ISA~", "REF*D9*17~", "ISA*", "***", "\u00EF\u00BB\u00BF"),
        Gen.Int[0, 5].Select(Gen.Int[0, 40]).Select((kind, length) => new string("x* ~\n\t"[kind], length)),
        OneOf(Delimiters).Select(With));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string With(string delimiters) =>
        Header.Replace('~', delimiters[1]).Replace('*', delimiters[0]);

    private static readonly Gen<byte[]> Files = Gen.Select(
        OneOf(Delimiters), Pieces.Array[0, 60], Gen.OneOf(Gen.Int[1, 3], Gen.Int[1, 400]),
        (delimiters, pieces, times) => Encoding.Latin1.GetBytes(
            With(delimiters) + string.Concat(Enumerable.Repeat(
                string.Concat(pieces).Replace('~', delimiters[1]).Replace('*', delimiters[0]), times))));

    [Fact]
    public void Whatever_the_bytes_and_the_chunks_the_segments_are_the_same() =>
        Gen.Select(Files, Gen.OneOf(Gen.Int[1, 4], Gen.Int[50, 70], Gen.Int[1, 40_000])).Sample(
            (bytes, chunk) =>
            {
                var expected = PlainTokenizer.Read(bytes);
                return expected.SequenceEqual(Read(new X12Reader(bytes)))
                    && expected.SequenceEqual(Read(new X12Reader(new Trickle(bytes, chunk))));
            },
            iter: 500);

    [Fact]
    public void The_reference_is_not_fooled_by_everything_ending_early()
    {
        var file = Encoding.Latin1.GetBytes(Header + "REF*D9*1\r\n7~\r\nIEA*1*1~" + With("|\n") + "GS|HC\nIEA|1|1\n");

        Assert.Equal(
            ["ISA", "REF\u2020D9\u202017", "IEA\u20201\u20201", "ISA", "GS\u2020HC", "IEA\u20201\u20201", "None"],
            PlainTokenizer.Read(file).Select(Short));

        static string Short(string segment) =>
            segment.Contains("ISA", StringComparison.Ordinal) ? "ISA" : segment[(segment.IndexOf(' ') + 1)..];
    }

    [Theory]
    [InlineData(X12Reader.MaximumSegmentBytes, "None")]
    [InlineData(X12Reader.MaximumSegmentBytes + 1, "SegmentTooLong")]
    public void The_longest_segment_is_the_same_in_memory_and_from_a_stream(int length, string problem)
    {
        var file = Encoding.Latin1.GetBytes(
            Header + new string(' ', 2 * length) + string.Concat(Enumerable.Repeat("N*", length / 2 + 1))[..length]
            + "~IEA*1*1~");

        Assert.Equal(problem, Read(new X12Reader(file))[^1]);
        Assert.Equal(problem, Read(new X12Reader(new Trickle(file, 100_000)))[^1]);
    }

    [Fact]
    public void The_index_finds_what_a_byte_by_byte_search_finds() =>
        Gen.OneOf(Gen.Byte, Gen.Int[0, 4].Select(i => (byte)"*~\r\n\t"[i])).Array[0, 40_000]
            .Select(Gen.Int[0, 70]).Sample(
                (bytes, offset) =>
                {
                    var (fast, slow) = (new DelimiterIndex(), new DelimiterIndex());
                    offset = Math.Min(offset, bytes.Length);
                    fast.Restart(offset);
                    slow.Restart(offset);
                    return fast.Fill(bytes, offset, (byte)'*', (byte)'~')
                            == slow.FillSlowly(bytes, offset, (byte)'*', (byte)'~')
                        && Words(fast).SequenceEqual(Words(slow));
                },
                iter: 300);

    private static IEnumerable<int> Words(DelimiterIndex index) =>
    [
        .. index.Marks.Take(index.MarkCount), -1, .. index.Ends.Take(index.EndCount), -1,
        .. index.Breaks.Take(index.BreakCount + 1),
    ];

    private static List<string> Read(X12Reader reader)
    {
        using (reader)
        {
            var found = new List<string>();
            while (reader.Read())
            {
                var elements = new List<string>();
                for (var element = 0; element <= reader.ElementCount; element++)
                    elements.Add(Encoding.Latin1.GetString(reader[element]));
                found.Add($"{reader.Position}: {string.Join('\u2020', elements)}");
            }
            return [.. found, reader.Problem.ToString()];
        }
    }

    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, most));
    }
}
