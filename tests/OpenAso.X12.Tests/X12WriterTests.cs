using System.Buffers;
using System.Text;
using CsCheck;

namespace OpenAso.X12.Tests;

public class X12WriterTests
{
    private static string Written(Action<X12Writer> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new X12Writer(output));
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    [Fact]
    public void Counts_and_control_numbers_are_kept()
    {
        var file = Written(writer =>
        {
            writer.BeginInterchange(
                new InterchangeHeader("ZZ", "US", "ZZ", "THEM", new DateOnly(2026, 1, 2), new TimeOnly(3, 4), 7));
            writer.BeginGroup(
                new GroupHeader("HC", "US", "THEM", new DateOnly(2026, 1, 2), new TimeOnly(3, 4), 5, "005010X222A1"));
            writer.BeginSet("837", "005010X222A1");
            writer.Begin("BHT"u8).Text("0019").End();
            writer.EndSet();
            writer.BeginSet("837", "005010X222A1");
            writer.EndSet();
            writer.EndGroup();
            writer.EndInterchange();
        });

        Assert.Equal(
            "ISA*00*          *00*          *ZZ*US             *ZZ*THEM           *260102*0304*^*00501*000000007*0*P*:~"
            + "GS*HC*US*THEM*20260102*0304*5*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019~SE*3*0001~"
            + "ST*837*0002*005010X222A1~SE*2*0002~GE*2*5~IEA*1*000000007~", file);
    }

    [Fact]
    public void Empty_elements_are_kept_inside_and_left_out_at_the_end() =>
        Assert.Equal("NM1*IL***X~",
            Written(writer => writer.Begin("NM1"u8).Text("IL").Empty(2).Text("X").Empty().Text("").End()));

    [Fact]
    public void Components_belong_to_one_element() =>
        Assert.Equal("SV1*HC:99213::25*40~CLM*A**11:B:1*Y~SVC*X***:Q~", Written(writer =>
        {
            writer.Begin("SV1"u8).Component("HC").Component("99213").Component("").Component("25")
                .Component("").Decimal(4000).End();
            writer.Begin("CLM"u8).Text("A").Empty().Component("11").Component("B").Component("1").Text("Y").End();
            writer.Begin("SVC"u8).Text("X").Component("").Component("").Empty().Component("").Component("Q").End();
        }));

    [Theory]
    [InlineData(10000, "100")]
    [InlineData(7904, "79.04")]
    [InlineData(7950, "79.5")]
    [InlineData(50, ".5")]
    [InlineData(5, ".05")]
    [InlineData(0, "0")]
    [InlineData(-12345, "-123.45")]
    public void Amounts_have_no_trailing_zeros(long cents, string expected) =>
        Assert.Equal($"AMT*{expected}~", Written(writer => writer.Begin("AMT"u8).Decimal(cents).End()));

    [Fact]
    public void Data_never_breaks_the_syntax() =>
        Assert.Equal("N3*A B C D Ee ~", Written(writer => writer.Begin("N3"u8).Text("A*B~C:D^E\u00e9\n").End()));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.String[Gen.Char[' ', '~'], 1, 12].Array[1, 12].Sample(elements =>
        {
            var output = new ArrayBufferWriter<byte>();
            var writer = new X12Writer(output);
            writer.BeginInterchange(new InterchangeHeader("ZZ", "A", "ZZ", "B", new DateOnly(2026, 1, 2), default, 1));
            writer.Begin("NTE"u8);
            foreach (var element in elements)
                writer.Text(element);
            writer.Text("END").End();
            using var reader = new X12Reader(output.WrittenSpan.ToArray());
            Assert.True(reader.Read() && reader.Read());
            for (var i = 0; i < elements.Length; i++)
            {
                var expected = elements[i].Replace('*', ' ').Replace('~', ' ').Replace(':', ' ').Replace('^', ' ');
                Assert.Equal(expected, Encoding.ASCII.GetString(reader[i + 1]));
            }
            Assert.Equal(elements.Length + 1, reader.ElementCount);
        });
}
