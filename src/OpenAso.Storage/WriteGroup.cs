namespace OpenAso.Storage;

/// <summary>The commands of one transaction.</summary>
internal sealed class WriteGroup
{
    private readonly List<WriteCommand> _commands = [];
    private readonly long _started;

    public WriteGroup(WriteCommand first, TimeProvider time)
    {
        First = first;
        _started = time.GetTimestamp();
        Add(first);
    }

    public WriteCommand First { get; }

    public int Size { get; private set; }

    public bool HasInteractive { get; private set; }

    public bool HasBulk { get; private set; }

    /// <summary>Every command was undone.</summary>
    public bool IsEmpty => _commands.Count == 0;

    public int Count => _commands.Count;

    public TimeSpan Lasted(TimeProvider time) => time.GetElapsedTime(_started);

    public bool HasTime(GroupLimit limit, TimeProvider time) => Lasted(time) < limit.Duration;

    public void Add(WriteCommand command)
    {
        _commands.Add(command);
        Size = (int)Math.Min(int.MaxValue, (long)Size + command.Size);
        HasInteractive |= command.Urgency == Urgency.Interactive;
        HasBulk |= command.Urgency == Urgency.Bulk;
    }

    /// <summary>One command was undone; the others go on.</summary>
    public void FailOne(WriteCommand command, Exception reason)
    {
        _commands.Remove(command);
        command.Fail(reason);
    }

    public void Fail(Exception reason)
    {
        foreach (var command in _commands)
            command.Fail(reason);
    }

    public void Acknowledge()
    {
        foreach (var command in _commands)
            command.Acknowledge();
    }
}
