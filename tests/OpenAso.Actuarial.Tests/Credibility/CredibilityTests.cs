using OpenAso.Actuarial.Credibility;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Tests.Credibility;

public sealed class CredibilityTests
{
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    // Hachemeister's bodily injury claims: five states, twelve quarters, average claims and their numbers.
    private static readonly double[][] Averages =
    [
        [1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517],
        [1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471],
        [1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059],
        [1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306],
        [1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690],
    ];

    private static readonly double[][] Numbers =
    [
        [7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077],
        [1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861],
        [1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121],
        [407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342],
        [2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425],
    ];

    private static readonly List<List<WeightedYear>> Hachemeister = [.. Averages.Zip(Numbers, (averages, numbers) =>
        averages.Zip(numbers, (average, number) => new WeightedYear(average, number)).ToList())];

    [Theory]
    [InlineData(0.90, 0.05, 1082.217382)]
    [InlineData(0.90, 0.10, 270.554345)]
    [InlineData(0.95, 0.05, 1536.583528)]
    [InlineData(0.95, 0.10, 384.145882)]
    [InlineData(0.99, 0.05, 2653.958640)]
    public void Full_credibility_by_limited_fluctuation(double probability, double tolerance, double claims) =>
        Assert.Equal(claims, LimitedFluctuation.FullClaims(probability, tolerance), 5.1e-7);

    // Without pooling: deviation over mean is 33,116.307 / 7,093.893, whose square is 21.793.
    [Theory]
    [InlineData(double.PositiveInfinity, 23_585)]
    [InlineData(50_000, 4_022)]
    [InlineData(100_000, 5_976)]
    public void Pooling_lowers_the_years_that_full_credibility_needs(double pooling, double years) =>
        Assert.Equal(years, LimitedFluctuation.FullYears(0.90, 0.05, Usual, pooling), 0.51);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(250, 0.5)]
    [InlineData(1000, 1)]
    [InlineData(5000, 1)]
    public void Partial_credibility_is_the_square_root_of_the_share(double volume, double share) =>
        Assert.Equal(share, LimitedFluctuation.Partial(volume, 1000), 1e-15);

    [Fact]
    public void Buhlmann_on_hachemeister()
    {
        var model = BuhlmannStraub.Unweighted(Averages);

        Near(1671.01666667, model.Collective);
        Near(72310.0246212, model.Between);
        Near(46040.4712121, model.Within);
        Assert.All(model.Groups.Items, group => Near(0.949614305088, group.Credibility));
        Premiums(model, 2044.04099261, 1518.58774380, 1814.23433078, 1375.98732898, 1602.23293717);
    }

    [Fact]
    public void Buhlmann_straub_without_bias_on_hachemeister()
    {
        var model = BuhlmannStraub.Estimate(Hachemeister, VarianceEstimator.Unbiased);

        Near(1683.71343705, model.Collective);
        Near(89638.7262328, model.Between);
        Near(139120025.925, model.Within);
        double[] credibility = [0.984740401933, 0.927635217975, 0.898475355207, 0.727909209401, 0.958791149399];
        Assert.All(credibility.Zip(model.Groups.Items), pair => Near(pair.First, pair.Second.Credibility));
        Premiums(model, 2055.16535006, 1523.70627801, 1793.44360368, 1442.96654902, 1603.28540446);
    }

    [Fact]
    public void Buhlmann_straub_from_step_to_step_on_hachemeister()
    {
        var model = BuhlmannStraub.Estimate(Hachemeister, VarianceEstimator.Iterative);

        Near(64366.5071592, model.Between);
        Near(1688.8949697, model.Collective);
        Premiums(model, 2053.06255348, 1528.63464793, 1789.94176815, 1467.97725575, 1604.85862321);
    }

    [Fact]
    public void Groups_that_do_not_differ_have_no_experience_of_their_own()
    {
        var model = BuhlmannStraub.Unweighted([[90, 110], [110, 90], [105, 95]]);

        Assert.Equal(0, model.Between);
        Assert.All(model.Groups.Items, group => Assert.Equal((0, 100), (group.Credibility, group.Premium)));
    }

    [Fact]
    public void Too_little_experience_for_a_model_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BuhlmannStraub.Unweighted([[1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => BuhlmannStraub.Unweighted([[1], [2]]));
        Assert.Throws<ArgumentException>(() => BuhlmannStraub.Unweighted([[1, 2], [2]]));
        Assert.Throws<ArgumentException>(() => BuhlmannStraub.Estimate(
            [[new(1, -1), new(2, 1)], [new(1, 1), new(2, 1)]], VarianceEstimator.Unbiased));
    }

    [Fact]
    public void Own_experience_counts_below_the_pooling_level_by_its_credibility()
    {
        // A quarter of what full credibility needs counts half.
        var years = LimitedFluctuation.FullYears(0.90, 0.05, Usual, 50_000) / 4;
        var experience = PooledExperience.Of(Usual, 50_000, years, years * 1.2 * Usual.LimitedMean(50_000));

        Assert.Equal(0.5, experience.Credibility, 1e-12);
        Near(1.1 * Usual.LimitedMean(50_000), experience.Blended);
        Near(experience.Blended, experience.Factor * Usual.LimitedMean(50_000 / experience.Factor));
        // To raise what lies below the deductible by a tenth, all of it has to rise by more.
        Assert.InRange(experience.Factor, 1.1, 1.2);
    }

    [Fact]
    public void Without_experience_everybody_is_as_expected()
    {
        var experience = PooledExperience.Of(Usual, 50_000, 0, 0);

        Assert.Equal(0, experience.Credibility);
        Assert.Equal(1, experience.Factor, 1e-12);
    }

    private static void Premiums(CredibilityModel model, params double[] premiums) =>
        Assert.All(premiums.Zip(model.Groups.Items), pair => Near(pair.First, pair.Second.Premium));

    private static void Near(double expected, double actual) =>
        Assert.Equal(expected, actual, Math.Abs(expected) * 1e-9);
}
