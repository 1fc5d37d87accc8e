namespace OpenAso.Storage;

/// <summary>Something to be written as a whole or not at all, and its answer.</summary>
internal abstract class WriteCommand(Urgency urgency, int size)
{
    private int _claimed;

    public Urgency Urgency { get; } = urgency;

    public int Size { get; } = size;

    /// <summary>Decides between running and cancelling: only the first who asks may do it.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    /// <summary>Does the work and keeps the answer to itself.</summary>
    public abstract void Run(WriteSession session);

    /// <summary>Gives the answer, once it is durable.</summary>
    public abstract void Acknowledge();

    /// <summary>Says that nothing of it was kept.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>A command with an answer.</summary>
internal sealed class WriteCommand<T> : WriteCommand
{
    private readonly Func<WriteSession, T> _work;
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;
    private T? _result;

    public WriteCommand(Func<WriteSession, T> work, Urgency urgency, int size, CancellationToken cancellation)
        : base(urgency, size)
    {
        _work = work;
        _registration = cancellation.Register(() =>
        {
            if (TryClaim())
                _answer.TrySetCanceled(cancellation);
        });
    }

    public Task<T> Answer => _answer.Task;

    public override void Run(WriteSession session) => _result = _work(session);

    public override void Acknowledge()
    {
        _registration.Unregister();
        _answer.TrySetResult(_result!);
    }

    public override void Fail(Exception reason)
    {
        _registration.Unregister();
        if (reason is OperationCanceledException cancelled)
            _answer.TrySetCanceled(cancelled.CancellationToken);
        else
            _answer.TrySetException(reason);
    }
}
