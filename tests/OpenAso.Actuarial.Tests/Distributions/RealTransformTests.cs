using CsCheck;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Tests.Distributions;

public sealed class RealTransformTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(512)]
    public void The_transform_is_the_sum_that_defines_it(int length)
    {
        var values = Values(length);
        var transform = new RealTransform(length);
        var (re, im) = (new double[transform.Frequencies], new double[transform.Frequencies]);

        transform.Forward(values, re, im);

        for (var frequency = 0; frequency < transform.Frequencies; frequency++)
        {
            var (expectedRe, expectedIm) = (0.0, 0.0);
            for (var at = 0; at < length; at++)
            {
                var (sine, cosine) = Math.SinCos(-2 * Math.PI * frequency * at / length);
                expectedRe += values[at] * cosine;
                expectedIm += values[at] * sine;
            }
            Assert.Equal(expectedRe, re[frequency], 1e-11 * length);
            Assert.Equal(expectedIm, im[frequency], 1e-11 * length);
        }
    }

    [Fact]
    public void Forward_and_back_gives_the_same_values() =>
        Gen.Int[3, 12].Sample(power =>
        {
            var values = Values(1 << power);
            var transform = new RealTransform(values.Length);
            var (re, im) = (new double[transform.Frequencies], new double[transform.Frequencies]);
            var back = new double[values.Length];
            transform.Forward(values, re, im);
            transform.Inverse(re, im, back);
            for (var at = 0; at < values.Length; at++)
                Assert.Equal(values[at], back[at], 1e-13);
        });

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(-8)]
    public void Only_powers_of_two_from_eight_are_lengths(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RealTransform(length));

    private static double[] Values(int length) =>
        [.. Enumerable.Range(0, length).Select(at => Math.Sin(at * at * 0.37) + (at % 5 == 0 ? 0.5 : 0))];
}
