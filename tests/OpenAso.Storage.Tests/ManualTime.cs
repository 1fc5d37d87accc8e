namespace OpenAso.Storage.Tests;

/// <summary>A stopwatch that the test moves; the calendar and timers are real.</summary>
public sealed class ManualTime : TimeProvider
{
    private long _milliseconds;

    public override long TimestampFrequency => 1_000;

    public override long GetTimestamp() => Interlocked.Read(ref _milliseconds);

    public void Advance(int milliseconds) => Interlocked.Add(ref _milliseconds, milliseconds);
}
