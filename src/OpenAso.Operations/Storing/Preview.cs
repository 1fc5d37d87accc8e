using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>What a command would do, by the same path, with nothing kept.</summary>
internal static class Preview
{
    /// <summary>Runs a command and undoes it.</summary>
    /// <param name="books">Open for writing.</param>
    /// <param name="command">As it would be written.</param>
    /// <returns>Its answer; what it throws comes back here.</returns>
    public static async Task<T> OfAsync<T>(Books books, Func<WriteSession, T> command)
    {
        try
        {
            await books.Database.WriteAsync(
                session => throw new Undone<T>(command(session)), size: int.MaxValue).ConfigureAwait(false);
        }
        catch (Undone<T> undone)
        {
            return undone.Answer;
        }
        throw new System.Diagnostics.UnreachableException();
    }

    /// <summary>Undoes what was done to see what it would come to.</summary>
    private sealed class Undone<T>(T answer) : Exception
    {
        public T Answer { get; } = answer;
    }
}
