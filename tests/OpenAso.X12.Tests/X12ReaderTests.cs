using System.Text;
using CsCheck;

namespace OpenAso.X12.Tests;

public class X12ReaderTests
{
    private const string Header =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:~";

    private static List<string> SegmentsOf(string file, int streamBytes = 0)
    {
        using var reader = streamBytes == 0
            ? new X12Reader(Encoding.Latin1.GetBytes(file))
            : new X12Reader(new Trickle(Encoding.Latin1.GetBytes(file), streamBytes));
        var segments = new List<string>();
        while (reader.Read())
            segments.Add(Encoding.Latin1.GetString(reader.Segment));
        segments.Add(reader.Problem.ToString());
        return segments;
    }

    private static string[] Expected(params string[] segments) => [Header[..^1], .. segments, "None"];

    [Theory]
    [InlineData("GS*HC~ST*837~IEA*1*1~", "plain")]
    [InlineData("\r\nGS*HC~\r\nST*837~\r\n  \r\nIEA*1*1~\r\n", "line breaks and spaces between")]
    [InlineData("GS*H\r\nC~ST*8\n37~IEA*\r\n1*1~", "wrapped at a column")]
    public void Line_breaks_and_white_space_say_nothing(string rest, string why)
    {
        var file = Header + rest;

        Assert.True(Expected("GS*HC", "ST*837", "IEA*1*1").SequenceEqual(SegmentsOf(file)), why);
    }

    [Fact]
    public void A_byte_order_mark_and_leading_blank_lines_are_passed_over() =>
        Assert.Equal(Expected("GS*HC", "IEA*1*1"), SegmentsOf("\u00EF\u00BB\u00BF\r\n \n" + Header + "GS*HC~IEA*1*1~"));

    [Theory]
    [InlineData('|', '\n')]
    [InlineData('+', '\'')]
    [InlineData('\u001D', '\u001C')]
    [InlineData('*', '\r')]
    public void Delimiters_come_from_the_header(char element, char terminator)
    {
        var file = (Header + "NM1*IL*1*DOE:X~IEA*1*1~").Replace('~', terminator).Replace('*', element);
        using var reader = new X12Reader(Encoding.Latin1.GetBytes(file));

        Assert.True(reader.Read() && reader.Read());
        Assert.Equal("DOE:X", Encoding.Latin1.GetString(reader[3]));
        Assert.Equal("X", Encoding.Latin1.GetString(reader[3, 2]));
        Assert.True(reader[9].IsEmpty);
        Assert.Equal(3, reader.ElementCount);
    }

    [Fact]
    public void Each_interchange_has_its_own_delimiters()
    {
        var second = Header.Replace('*', '|').Replace('~', '!') + "GS|FA!IEA|1|2!";

        Assert.Equal(
            [.. Expected("GS*HC", "IEA*1*1")[..^1], Header[..^1].Replace('*', '|'), "GS|FA", "IEA|1|2", "None"],
            SegmentsOf(Header + "GS*HC~IEA*1*1~\r\n" + second));
    }

    [Fact]
    public void A_name_that_is_ISA_is_no_envelope() =>
        Assert.Equal(
            Expected("NM1*IL*1*ISA*ISA", "N3*ISA", "IEA*1*1"), SegmentsOf(Header + "NM1*IL*1*ISA*ISA~N3*ISA~IEA*1*1~"));

    [Fact]
    public void A_header_without_padding_is_read_and_said()
    {
        using var reader =
            new X12Reader("ISA*00**00**ZZ*A*ZZ*B*260101*1200*^*00501*1*0*P*:~GS*HC~IEA*1*1~"u8.ToArray());

        Assert.True(reader.Read());
        Assert.False(reader.HeaderIsPadded);
        Assert.True(reader.Read());
        Assert.Equal("HC", Encoding.Latin1.GetString(reader[1]));
    }

    [Theory]
    [InlineData("", ReaderProblem.None)]
    [InlineData("  \r\n", ReaderProblem.None)]
    [InlineData("hello", ReaderProblem.NotAnInterchange)]
    [InlineData("ISA*00*tooshort~", ReaderProblem.NotAnInterchange)]
    public void What_is_no_interchange_is_said_and_never_thrown(string file, ReaderProblem problem) =>
        Assert.Equal([problem.ToString()], SegmentsOf(file));

    [Fact]
    public void A_file_that_ends_within_a_segment_is_truncated() =>
        Assert.Equal("Truncated", SegmentsOf(Header + "GS*HC~ST*83")[^1]);

    [Fact]
    public void Garbage_behind_an_interchange_is_said() =>
        Assert.Equal("NotAnInterchange", SegmentsOf(Header + "IEA*1*1~ rubbish")[^1]);

    [Fact]
    public void Up_to_version_4010_nothing_repeats()
    {
        using var reader = new X12Reader(Encoding.Latin1.GetBytes(Header.Replace("*^*00501", "*U*00401") + "IEA*1*1~"));

        Assert.True(reader.Read());
        Assert.Equal(0, reader.Delimiters.Repetition);
    }

    [Fact]
    public void Chunks_of_any_size_give_the_same_segments()
    {
        var file = Header + string.Concat(Enumerable.Range(0, 60).Select(i => $"REF*D9*{new string('x', i)}~\r\n"))
            + "IEA*1*1~";
        var whole = SegmentsOf(file);

        foreach (var size in new[] { 1, 2, 3, 7, 64, 105, 106, 107, 1000 })
            Assert.Equal(whole, SegmentsOf(file, size));
    }

    [Fact]
    public void Bytes_without_sense_never_throw_and_always_end() =>
        Gen.OneOf(Gen.Byte, Gen.Int[0, 6].Select(i => (byte)"*~\rISEA"[i])).Array[0, 300]
            .Sample(bytes =>
            {
                using var reader = new X12Reader([.. Encoding.Latin1.GetBytes(Header), .. bytes]);
                var segments = 0;
                while (reader.Read())
                    segments++;
                Assert.InRange(segments, 1, 302);
            });

    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, most));
    }
}
