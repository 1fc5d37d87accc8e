using OpenAso.Actuarial.Reserving;

namespace OpenAso.Bench;

/// <summary>The over-dispersed Poisson bootstrap of a square triangle, step by step as England and Verrall (2002) lay
/// it
/// out: pseudo triangle, factors, future cells, a gamma number for each.</summary>
internal sealed class TextbookBootstrap
{
    private readonly int _size;
    private readonly double[,] _fitted;
    private readonly List<double> _residuals = [];
    private readonly double _scale;

    public TextbookBootstrap(Triangle triangle)
    {
        _size = triangle.Ages.Count;
        var cumulative = new double[_size, _size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size - i; j++)
                cumulative[i, j] = triangle[i, j];
        }
        var factors = Factors(cumulative);
        _fitted = new double[_size, _size];
        for (var i = 0; i < _size; i++)
        {
            _fitted[i, _size - 1 - i] = cumulative[i, _size - 1 - i];
            for (var j = _size - 2 - i; j >= 0; j--)
                _fitted[i, j] = _fitted[i, j + 1] / factors[j];
            for (var j = _size - 1 - i; j > 0; j--)
                _fitted[i, j] -= _fitted[i, j - 1];
            for (var j = 0; j < _size - i; j++)
                _residuals.Add((triangle.Increment(i, j) - _fitted[i, j]) / Math.Sqrt(Math.Abs(_fitted[i, j])));
        }
        var free = _residuals.Count - 2 * _size + 1;
        _scale = _residuals.Sum(one => one * one) / free;
        var adjustment = Math.Sqrt((double)_residuals.Count / free);
        _residuals = [.. _residuals.Select(one => one * adjustment)];
    }

    /// <summary>The mean of the reserves drawn.</summary>
    public double Mean(int replicates, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, replicates).Select(_ => Draw(random)).Average();
    }

    private double Draw(Random random)
    {
        var pseudo = new double[_size, _size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size - i; j++)
            {
                var residual = _residuals[random.Next(_residuals.Count)];
                pseudo[i, j] = _fitted[i, j] + residual * Math.Sqrt(Math.Abs(_fitted[i, j]))
                    + (j > 0 ? pseudo[i, j - 1] : 0);
            }
        }
        var factors = Factors(pseudo);
        var reserve = 0.0;
        for (var i = 1; i < _size; i++)
        {
            for (var j = _size - i; j < _size; j++)
            {
                pseudo[i, j] = pseudo[i, j - 1] * factors[j - 1];
                var mean = pseudo[i, j] - pseudo[i, j - 1];
                reserve += Math.Sign(mean) * Gamma(random, Math.Abs(mean) / _scale) * _scale;
            }
        }
        return reserve;
    }

    private double[] Factors(double[,] cumulative)
    {
        var factors = new double[_size - 1];
        for (var j = 0; j < _size - 1; j++)
        {
            double above = 0, below = 0;
            for (var i = 0; i < _size - 1 - j; i++)
            {
                above += cumulative[i, j + 1];
                below += cumulative[i, j];
            }
            factors[j] = above / below;
        }
        return factors;
    }

    // Marsaglia and Tsang, with the normal numbers of Box and Muller.
    private static double Gamma(Random random, double shape)
    {
        if (shape <= 0)
            return 0;
        if (shape < 1)
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * normal * normal + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }
}
