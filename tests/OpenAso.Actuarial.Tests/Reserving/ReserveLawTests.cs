using CsCheck;
using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class ReserveLawTests
{
    // Cumulative amounts that mostly grow, over grids of all shapes, zeros among them.
    private static readonly Gen<Triangle> Triangles =
        from ages in Gen.Int[1, 8]
        from rows in Gen.Int[0, 9].SelectMany(shape => Gen.Double[-200, 1_000].Array[ages].Array[1, 9]
            .Select(amounts => (shape, amounts)))
        select Triangle.Of([.. rows.amounts.Select((row, index) => Row(row, ages, rows.shape, index))]);

    [Fact]
    public void Scaling_a_triangle_scales_reserve_and_errors() => Triangles.Sample(triangle =>
    {
        foreach (var kind in Enum.GetValues<AverageKind>())
        {
            var terms = new AverageTerms { Kind = kind };
            var (one, ten) = (Project(triangle, terms), Project(triangle.Times(10), terms));
            Near(10 * one.Ibnr, ten.Ibnr, one.Ultimate);
            Near(10 * one.Errors!.Standard, ten.Errors!.Standard, one.Ultimate);
            Near(10 * one.Errors.OneYear!.Value, ten.Errors.OneYear!.Value, one.Ultimate);
        }
    });

    [Fact]
    public void Nothing_that_is_no_number_ever_comes_out() =>
        Gen.Select(Triangles, Gen.Enum<AverageKind>(), Gen.Enum<SigmaKind>(), Gen.Int[1, 5], Gen.Enum<TailKind>())
            .Sample((triangle, kind, sigma, last, tail) =>
        {
            foreach (var method in Enum.GetValues<ReserveMethod>())
            {
                var (estimate, findings) = ReserveCalculation.Estimate(triangle, new ReserveTerms
                {
                    Method = method,
                    Exposure = [.. Enumerable.Repeat(100.0, triangle.Origins.Count)],
                    Average = new AverageTerms
                    {
                        Kind = kind, Sigma = sigma, Last = last, Tail = new TailTerms(tail, 1.02),
                    },
                    Iterations = method == ReserveMethod.Bootstrap ? 20 : null,
                });
                if (estimate is null)
                    Assert.All(findings, finding => Assert.Contains(
                        finding.Code, (string[])[ReserveCodes.NothingRemains, ReserveCodes.EndlessTail]));
                else
                    Numbers.AreFinite(estimate);
            }
        });

    [Fact]
    public void Benktander_lies_between_bornhuetter_ferguson_and_the_chain_ladder() =>
        Gen.Select(Triangles, Gen.Double[0.1, 50], Gen.Int[2, 6]).Sample((triangle, aPriori, rounds) =>
        {
            // Where amounts fall back so far that more than all was there, the share that is open is below zero.
            var pattern = FactorSelection.Select(triangle, new AverageTerms());
            if (Enumerable.Range(0, triangle.Ages.Count).Any(age => !(pattern.ToUltimate(age) >= 1)))
                return;
            double[] exposure = [.. Enumerable.Repeat(100.0, triangle.Origins.Count)];
            double[] expected = [.. Enumerable.Repeat(aPriori, triangle.Origins.Count)];
            var ladder = ChainLadder.Project(triangle, pattern);
            var first = ExpectedDevelopment.BornhuetterFerguson(triangle, pattern, exposure, expected);
            var nth = ExpectedDevelopment.Benktander(triangle, pattern, exposure, expected, rounds);
            for (var origin = 0; origin < triangle.Origins.Count; origin++)
            {
                var (a, b) = (ladder.Origins[origin].Ultimate, first.Origins[origin].Ultimate);
                var slack = 1e-9 * (1 + Math.Max(a, b));
                Assert.InRange(nth.Origins[origin].Ultimate, Math.Min(a, b) - slack, Math.Max(a, b) + slack);
            }
        });

    [Fact]
    public void The_order_of_origins_changes_nothing_where_all_ratios_count() =>
        Gen.Select(Triangles, Gen.Int[0, 1_000]).Sample((triangle, seed) =>
        {
            var rows = Enumerable.Range(0, triangle.Origins.Count)
                .Select(origin => Enumerable.Range(0, triangle.Known(origin))
                    .Select(age => triangle[origin, age]).ToArray())
                .ToList();
            var longest = triangle.Ages.Count;
            var random = new RandomStream((ulong)seed);
            var shuffled = rows.OrderBy(_ => random.Next()).ToList();
            if (!rows.Exists(row => row.Length == longest))
                return;
            var (one, other) = (Project(triangle, new()), Project(Triangle.Of([.. shuffled]), new()));
            Near(one.Ibnr, other.Ibnr, one.Ultimate);
            Near(one.Errors!.Standard, other.Errors!.Standard, one.Ultimate);
            Near(one.Errors.OneYear!.Value, other.Errors.OneYear!.Value, one.Ultimate);
        });

    [Fact]
    public void Process_and_parameter_errors_make_the_standard_error_and_one_year_is_less_than_all() =>
        Triangles.Sample(triangle =>
        {
            var errors = Project(triangle, new AverageTerms()).Errors!;
            Near(errors.Standard * errors.Standard,
                errors.Process * errors.Process + errors.Parameter * errors.Parameter, 1);
            Assert.True(errors.OneYear <= errors.Standard * (1 + 1e-9) + 1e-9, $"{errors}");
        });

    [Fact]
    public void Cape_cod_expects_the_same_cost_of_every_unit_when_it_has_no_trend_and_no_decay() =>
        Triangles.Sample(triangle =>
        {
            var pattern = FactorSelection.Select(triangle, new AverageTerms());
            if (Enumerable.Range(0, triangle.Ages.Count).Any(age => !(pattern.ToUltimate(age) > 0)))
                return;
            double[] exposure = [.. Enumerable.Range(1, triangle.Origins.Count).Select(number => 10.0 * number)];
            var expected = ExpectedDevelopment.CapeCodAPriori(triangle, pattern, exposure, 0, 1);
            Assert.All(expected, cost => Near(expected[0], cost, expected[0]));
        });

    // A tenth of what was due in the last three months lies unpaid; the triangle cannot know it.
    [Fact]
    public void A_slowdown_of_payment_makes_every_method_on_payments_fall_short()
    {
        double[] completion = [0.2, 0.6, 0.8, 0.9, 0.95, 0.98, 1];
        var rows = Enumerable.Range(0, 24).Select(origin => Enumerable.Range(0, Math.Min(7, 24 - origin))
            .Select(age => 1_000_000 * completion[age] * (origin + age >= 21 && age < 6 ? 0.9 : 1)).ToArray())
            .ToArray();
        var triangle = Triangle.Of(rows);
        var truth = Enumerable.Range(0, 24).Sum(origin => 1_000_000 - triangle.Latest(origin));
        foreach (var method in Enum.GetValues<ReserveMethod>())
        {
            var estimate = ReserveCalculation.Estimate(triangle, new ReserveTerms
            {
                Method = method,
                Exposure = [.. Enumerable.Repeat(1_000.0, 24)],
            }).Value!;
            Assert.True(estimate.Ibnr < truth, $"{method}: {estimate.Ibnr:N0}, {truth:N0}");
        }
    }

    private static double[] Row(double[] increments, int ages, int shape, int index)
    {
        // Shape 0 is a square that is all known, 1 a triangle, others are ragged.
        var known = shape switch
        {
            0 => ages,
            1 => Math.Max(1, ages - index),
            _ => 1 + (index * shape + shape) % ages,
        };
        var sum = 0.0;
        return [.. increments.Take(known).Select(increment => sum = Math.Max(0, sum + Math.Round(increment)))];
    }

    private static ReserveEstimate Project(Triangle triangle, AverageTerms terms) =>
        ChainLadder.Project(triangle, FactorSelection.Select(triangle, terms));

    private static void Near(double expected, double actual, double size) => Assert.True(
        Math.Abs(actual - expected) <= 1e-7 * (1 + Math.Abs(expected) + Math.Abs(size)),
        $"{expected:R} and {actual:R} differ.");
}
