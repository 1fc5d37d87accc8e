namespace OpenAso.Operations.Deciding;

/// <summary>Who may write a shard: a runner that holds an older epoch has been replaced, and its commits are
/// refused.</summary>
/// <param name="Value">0 for the only runner of a single process; rises each time a shard is handed over.</param>
public readonly record struct FenceEpoch(long Value)
{
    /// <summary>The only runner of a single process.</summary>
    public static FenceEpoch Sole => default;
}
