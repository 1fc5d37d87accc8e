namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost that takes some amounts only: a table, or what was seen.</summary>
public sealed class EmpiricalSeverity : ClaimSeverity
{
    private const double Rounding = 1e-9;
    private readonly (double Amount, double Probability)[] _points;

    /// <summary>From amounts and their probabilities.</summary>
    /// <param name="points">Each amount zero or more, each probability zero or more; together 1 but for 1e-9, which is
    /// spread over all.</param>
    /// <exception cref="ArgumentException">An amount or a probability is negative, or they do not add up.</exception>
    public EmpiricalSeverity(IEnumerable<(double Amount, double Probability)> points)
    {
        _points = [.. points.GroupBy(point => point.Amount).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Sum(point => point.Probability)))];
        var total = _points.Sum(point => point.Probability);
        if (!(Math.Abs(total - 1) <= Rounding))
            throw new ArgumentException($"The probabilities add up to {total}, not to 1.", nameof(points));
        if (Array.Exists(_points, point => !(point is { Amount: >= 0, Probability: >= 0 })))
            throw new ArgumentException("An amount or a probability is negative.", nameof(points));
        for (var index = 0; index < _points.Length; index++)
            _points[index].Probability /= total;
        Mean = _points.Sum(point => point.Amount * point.Probability);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Scale => Math.Max(Mean, double.Epsilon);

    /// <inheritdoc/>
    public override IReadOnlyList<(double Amount, double Probability)> Points => _points;

    /// <summary>From costs that were seen, each as likely as another.</summary>
    /// <param name="costs">At least one; none negative.</param>
    public static EmpiricalSeverity Of(IReadOnlyCollection<double> costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return new EmpiricalSeverity(costs.Select(cost => (cost, 1.0 / costs.Count)));
    }

    /// <inheritdoc/>
    public override double LimitedMean(double limit) =>
        _points.Sum(point => Math.Min(point.Amount, limit) * point.Probability);

    /// <inheritdoc/>
    public override double Above(double amount) =>
        _points.Where(point => point.Amount > amount).Sum(point => point.Probability);

    /// <inheritdoc/>
    public override double LimitedSquare(double limit) =>
        _points.Sum(point => Math.Min(point.Amount, limit) * Math.Min(point.Amount, limit) * point.Probability);

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        var sum = 0.0;
        foreach (var (amount, share) in _points)
        {
            sum += share;
            if (sum >= probability - 1e-12)
                return amount;
        }
        return _points[^1].Amount;
    }
}
