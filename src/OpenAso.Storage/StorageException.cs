namespace OpenAso.Storage;

/// <summary>A database could not do what was asked: which one, what happened, and how to mend it.</summary>
/// <remarks>Nothing of the command that met it was kept.</remarks>
/// <param name="problem">What went wrong, to decide by.</param>
/// <param name="message">For a person: the database, what happened, how to mend it. Never a value of a row.</param>
/// <param name="inner">What the database's own library said; null when this software found the problem.</param>
public sealed class StorageException(StorageProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What went wrong, to decide by.</summary>
    public StorageProblem Problem { get; } = problem;
}
