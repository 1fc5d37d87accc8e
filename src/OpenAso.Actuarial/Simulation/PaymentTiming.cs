namespace OpenAso.Actuarial.Simulation;

/// <summary>In which month of its year a claim is incurred and how many months later it is paid: drawn at once by
/// Walker's alias method, as Vose builds it (1991).</summary>
internal sealed class PaymentTiming
{
    private readonly (short Month, short Lag)[] _cells;
    private readonly uint[] _limits;
    private readonly int[] _others;

    /// <param name="completion">Ascending to 1.</param>
    /// <param name="seasonality">Twelve shares that add up to 1.</param>
    public PaymentTiming(IReadOnlyList<double> completion, IEnumerable<double> seasonality)
    {
        var lags = completion.Select((paid, lag) => paid - (lag == 0 ? 0 : completion[lag - 1])).ToList();
        var cells = seasonality.SelectMany((season, month) => lags.Select((share, lag) =>
            (Month: (short)month, Lag: (short)lag, Weight: season * share))).Where(cell => cell.Weight > 0).ToList();
        _cells = [.. cells.Select(cell => (cell.Month, cell.Lag))];
        _limits = new uint[cells.Count];
        _others = [.. Enumerable.Range(0, cells.Count)];
        Array.Fill(_limits, uint.MaxValue);
        Pair([.. cells.Select(cell => cell.Weight * cells.Count)]);
    }

    /// <summary>The month, from 0 to 11, and the lag that belong to 64 random bits.</summary>
    public (int Month, int Lag) Draw(ulong bits)
    {
        var column = (int)(((bits >> 32) * (ulong)_cells.Length) >> 32);
        var (month, lag) = _cells[(uint)(bits & uint.MaxValue) < _limits[column] ? column : _others[column]];
        return (month, lag);
    }

    private void Pair(double[] heights)
    {
        var low = new Stack<int>(Enumerable.Range(0, heights.Length).Where(cell => heights[cell] < 1));
        var high = new Stack<int>(Enumerable.Range(0, heights.Length).Where(cell => heights[cell] >= 1));
        while (low.Count > 0 && high.Count > 0)
        {
            var (less, more) = (low.Pop(), high.Pop());
            _limits[less] = (uint)(heights[less] * uint.MaxValue);
            _others[less] = more;
            heights[more] -= 1 - heights[less];
            (heights[more] < 1 ? low : high).Push(more);
        }
    }
}
