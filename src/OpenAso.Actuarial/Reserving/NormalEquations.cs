namespace OpenAso.Actuarial.Reserving;

/// <summary>The equations of weighted least squares in which each value belongs to one or two levels.</summary>
internal sealed class NormalEquations(int count)
{
    private readonly double[][] _matrix = [.. Enumerable.Range(0, count).Select(_ => new double[count])];
    private readonly double[] _right = new double[count];

    /// <summary>Adds a value of the sum of two levels; the second may be -1 for none.</summary>
    public void Add(int first, int second, double weight, double value)
    {
        _matrix[first][first] += weight;
        _right[first] += weight * value;
        if (second < 0)
            return;
        _matrix[second][second] += weight;
        _matrix[first][second] += weight;
        _matrix[second][first] += weight;
        _right[second] += weight * value;
    }

    /// <summary>The levels; null where the equations do not tell them.</summary>
    public double[]? Solve() => Solve(_right);

    /// <summary>A vector, by the inverse of the matrix, by the vector.</summary>
    public double Quadratic(double[] vector) =>
        Solve(vector) is { } solved ? solved.Zip(vector, (left, right) => left * right).Sum() : 0;

    // Cholesky: the matrix is symmetric and, where it tells all levels, positive.
    private double[]? Solve(double[] right)
    {
        var lower = new double[count][];
        for (var row = 0; row < count; row++)
        {
            lower[row] = new double[row + 1];
            for (var column = 0; column <= row; column++)
            {
                var sum = _matrix[row][column];
                for (var k = 0; k < column; k++)
                    sum -= lower[row][k] * lower[column][k];
                if (row != column)
                    lower[row][column] = sum / lower[column][column];
                else if (sum > 1e-13 * _matrix[row][row] && double.IsFinite(sum))
                    lower[row][row] = Math.Sqrt(sum);
                else
                    return null;
            }
        }
        var solved = (double[])right.Clone();
        for (var row = 0; row < count; row++)
        {
            for (var k = 0; k < row; k++)
                solved[row] -= lower[row][k] * solved[k];
            solved[row] /= lower[row][row];
        }
        for (var row = count - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < count; k++)
                solved[row] -= lower[k][row] * solved[k];
            solved[row] /= lower[row][row];
        }
        return solved;
    }
}
