using CsCheck;
using OpenAso.Decision.Optimizing;

namespace OpenAso.Decision.Tests.Optimizing;

public class EfficientFrontierTests
{
    // Few values, so that ties are usual.
    private static readonly Gen<(double Expected, double Tail)[]> Options =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], static (expected, tail) => ((double)expected, (double)tail))
            .Array[1, 30];

    [Fact]
    public void An_option_of_the_frontier_is_beaten_by_no_other_and_any_other_by_one_of_the_frontier() =>
        Options.Sample(static options =>
        {
            var beaten = EfficientFrontier.BeatenBy(options);
            return options.Index().All(one => beaten[one.Index] is { } by
                ? Beats(options[by], one.Item) && beaten[by] is null
                : !options.Any(other => Beats(other, one.Item)));
        });

    [Fact]
    public void Another_option_removes_only_those_that_it_beats() =>
        Gen.Select(Options, Options).Sample(static (options, more) =>
        {
            var before = EfficientFrontier.BeatenBy(options);
            var after = EfficientFrontier.BeatenBy([.. options, more[0]]);
            return options.Index().All(one => (before[one.Index] is null) == (after[one.Index] is null)
                || Beats(more[0], one.Item));
        });

    // Premium is paid for certain: it raises expected cost and tail alike.
    [Fact]
    public void A_higher_premium_never_brings_an_option_onto_the_frontier() =>
        Gen.Select(Options, Gen.Int[0, 9]).Sample(static (options, more) =>
        {
            var dearer = options.ToArray();
            dearer[0] = (dearer[0].Expected + more, dearer[0].Tail + more);
            return EfficientFrontier.BeatenBy(options)[0] is null || EfficientFrontier.BeatenBy(dearer)[0] is not null;
        });

    private static bool Beats((double Expected, double Tail) one, (double Expected, double Tail) other) =>
        one.Expected <= other.Expected && one.Tail <= other.Tail
        && (one.Expected < other.Expected || one.Tail < other.Tail);
}
