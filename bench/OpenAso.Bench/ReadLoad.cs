using System.Collections.Concurrent;
using System.Diagnostics;

namespace OpenAso.Bench;

/// <summary>Asks a server at a rate, whether it keeps up or not, and notes how long each answer took from the moment at
/// which it was due.</summary>
internal sealed class ReadLoad
{
    private const int MostConnections = 200;

    private readonly ConcurrentBag<double> _milliseconds = [];
    private long _failed;
    private double _seconds;

    /// <summary>Answers a second.</summary>
    public double PerSecond => _milliseconds.Count / _seconds;

    /// <summary>What 99 of 100 answers took at most, in milliseconds.</summary>
    public double Slowest99 => Quantile(0.99);

    /// <summary>What half of the answers took at most, in milliseconds.</summary>
    public double Middle => Quantile(0.5);

    /// <summary>How many were answered otherwise than they should have been.</summary>
    public long Failed => _failed;

    /// <summary>Asks until something is done.</summary>
    /// <param name="perSecond">How often.</param>
    /// <param name="ask">Asks for the nth time; whether the answer was the right one.</param>
    /// <param name="work">Asked until this has ended.</param>
    public async Task<T> DuringAsync<T>(int perSecond, Func<int, Task<bool>> ask, Task<T> work)
    {
        // Whoever has no connection waits for one, and the wait counts.
        using var connections = new SemaphoreSlim(MostConnections);
        var begun = Stopwatch.GetTimestamp();
        List<Task> asked = [];
        while (!work.IsCompleted)
        {
            var due = Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond;
            while (asked.Count < due)
                asked.Add(AskAsync(asked.Count, TimeSpan.FromSeconds((double)asked.Count / perSecond)));
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }
        var answer = await work;
        await Task.WhenAll(asked);
        _seconds += Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return answer;

        async Task AskAsync(int number, TimeSpan due)
        {
            await connections.WaitAsync();
            if (!await ask(number))
                Interlocked.Increment(ref _failed);
            connections.Release();
            _milliseconds.Add((Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds);
        }
    }

    private double Quantile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
    }
}
