namespace OpenAso.Cli;

/// <summary>Ctrl-C, asked for politely: what is under way is finished or undone, then the command stops.</summary>
internal sealed class Cancellation : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Cancellation() => Console.CancelKeyPress += Stop;

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _source.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs key)
    {
        key.Cancel = true;
        _source.Cancel();
    }
}
