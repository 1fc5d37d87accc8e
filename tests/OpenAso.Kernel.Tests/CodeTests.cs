using System.Text;
using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class CodeTests
{
    private static readonly Gen<string> Text = Gen.Char['!', '~'].Array[1, 8].Select(chars => new string(chars));

    [Theory]
    [InlineData("A")]
    [InlineData("26")]
    [InlineData("0450")]
    [InlineData("99213")]
    [InlineData("S83241A")]
    [InlineData("ABCDEFGH")]
    public void A_code_of_any_length_is_written_as_it_was_read(string text) =>
        Assert.Equal(text, Code.Of(text).ToString());

    [Fact]
    public void A_code_keeps_its_characters_in_upper_case() => Text.Sample(text =>
        string.Equals(Code.Of(text).ToString(), text.ToUpperInvariant(), StringComparison.Ordinal)
        && Code.Of(text).Length == text.Length);

    [Fact]
    public void Codes_are_ordered_as_their_text_is() => Gen.Select(Text, Text).Sample((left, right) =>
    {
        Code a = Code.Of(left), b = Code.Of(right);
        var order = Math.Sign(string.CompareOrdinal(left.ToUpperInvariant(), right.ToUpperInvariant()));
        return Math.Sign(a.CompareTo(b)) == order && (a < b) == order < 0 && (a > b) == order > 0
            && (a <= b) == order <= 0 && (a >= b) == order >= 0 && (a == b) == (order == 0);
    });

    [Fact]
    public void A_code_comes_back_from_its_integer_and_from_its_bytes() => Text.Sample(text =>
    {
        var code = Code.Of(text);
        Span<byte> bytes = stackalloc byte[Code.MaximumLength];
        return Code.FromPacked(code.Packed) == code
            && Code.TryParse(bytes[..code.CopyTo(bytes)], out var read) && read == code
            && Code.TryParse(Encoding.ASCII.GetBytes(text), out var raised) && raised == code;
    });

    [Theory]
    [InlineData("123456789")]
    [InlineData("A B")]
    [InlineData(" A")]
    [InlineData("É")]
    [InlineData("\u007f")]
    [InlineData("éééééééé")]
    public void What_is_no_short_code_is_refused(string text)
    {
        Assert.False(Code.TryParse(text, out var code));
        Assert.True(code.IsNone);
        Assert.Throws<ArgumentException>(() => Code.Of(text));
    }

    [Fact]
    public void Nothing_is_no_code()
    {
        Assert.True(Code.TryParse("", out var code) && code.IsNone);
        Assert.Equal(0, Code.None.Length);
        Assert.Equal("", Code.None.ToString());
        Assert.True(Code.None < Code.Of("0"));
    }
}
