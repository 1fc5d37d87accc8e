using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class NpiTests
{
    // The example of the standard: 80840 before 123456789 gives the check digit 3.
    [Theory]
    [InlineData("1234567893", true)]
    [InlineData("1234567890", false)]
    [InlineData("1234567894", false)]
    [InlineData("123456789", false)]
    [InlineData("0123456789", false)]
    [InlineData("", false)]
    public void The_check_digit_decides(string text, bool valid)
    {
        Assert.True(Npi.TryParse(text, out var npi));
        Assert.Equal(valid, npi.IsValid);
    }

    [Fact]
    public void Exactly_one_last_digit_is_right() => Gen.Long[100_000_000, 999_999_999].Sample(beginning =>
        Enumerable.Range(0, 10).Count(digit => new Npi(beginning * 10 + digit).IsValid) == 1);

    [Fact]
    public void One_wrong_digit_is_always_noticed() =>
        Gen.Select(Gen.Long[100_000_000, 999_999_999], Gen.Int[0, 8], Gen.Int[1, 9])
            .Sample((beginning, position, more) =>
            {
                var right = Enumerable.Range(0, 10).Select(digit => new Npi(beginning * 10 + digit))
                    .Single(npi => npi.IsValid).ToString().ToCharArray();
                right[position] = (char)('0' + (right[position] - '0' + more) % 10);
                return Npi.TryParse(right, out var wrong) && !wrong.IsValid;
            });

    [Fact]
    public void An_independent_computation_agrees() => Gen.Long[1_000_000_000, 9_999_999_999].Sample(number =>
        new Npi(number).IsValid == Luhn($"80840{number}"));

    [Theory]
    [InlineData("12345678930")]
    [InlineData("123456789X")]
    [InlineData("-123456789")]
    [InlineData("éééééééééé")]
    public void What_is_no_number_of_ten_digits_is_refused(string text)
    {
        Assert.False(Npi.TryParse(text, out var npi));
        Assert.True(npi.IsNone);
        Assert.False(Npi.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out npi));
        Assert.True(npi.IsNone);
    }

    [Fact]
    public void None_is_written_as_nothing_and_zeros_in_front_are_kept()
    {
        Assert.Equal("", Npi.None.ToString());
        Assert.Equal("0000000012", new Npi(12).ToString());
        Assert.True(new Npi(1).CompareTo(new Npi(2)) < 0);
    }

    private static bool Luhn(string digits) => digits.Reverse()
        .Select((digit, place) => (digit - '0') * (place % 2 == 1 ? 2 : 1))
        .Sum(value => value / 10 + value % 10) % 10 == 0;
}
