using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Serving;

/// <summary>The books as whoever is answered sees them: everything that goes into the answer is of one moment, that of
/// the first reading, so that no two figures of it contradict each other. Whoever writes sees what was written.
/// </summary>
/// <remarks>For one answer, and disposed of with it.</remarks>
/// <param name="books">The books that are served.</param>
public sealed class SeenBooks(ServedBooks books) : IAsyncDisposable
{
    private int _isIn;

    /// <summary>For reading.</summary>
    public Books Reading { get; } = (books ?? throw new ArgumentNullException(nameof(books))).Reading.AtOneMoment();

    /// <summary>The terms of an employer; null where the books have none of that name.</summary>
    /// <param name="employer">The employer's identifier.</param>
    public EmployerTerms? Terms(EmployerId employer) => books.Terms(Reading, employer);

    /// <summary>The employers of the books that are shown.</summary>
    public IReadOnlyList<EmployerScope> Scopes() => books.Scopes(Reading);

    /// <summary>An employer of the books that are shown; null where they have none of that name.</summary>
    /// <param name="employer">The employer's identifier.</param>
    public EmployerScope? Scope(EmployerId employer) => Scopes().FirstOrDefault(scope => scope.Employer == employer);

    /// <summary>Waits until it is this one's turn to be answered.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task EnterAsync(CancellationToken cancellation = default)
    {
        if (Volatile.Read(ref _isIn) == 1)
            return;
        await books.Readers.WaitAsync(cancellation).ConfigureAwait(false);
        Volatile.Write(ref _isIn, 1);
    }

    /// <summary>Does something that writes; what is read afterwards is of a moment after it.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="work">With books open for writing, which are not its to close.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">Another process keeps the books, or the work failed so.</exception>
    public async Task<T> WriteAsync<T>(Func<Books, Task<T>> work, CancellationToken cancellation = default)
    {
        await LetGoAsync().ConfigureAwait(false);
        var answer = await books.WriteAsync(work, cancellation).ConfigureAwait(false);
        // The work may have looked at these books too.
        await LetGoAsync().ConfigureAwait(false);
        return answer;
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without an answer.</summary>
    /// <param name="work">With books open for writing, which are not its to close.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">As above.</exception>
    public async Task WriteAsync(Func<Books, Task> work, CancellationToken cancellation = default)
    {
        await LetGoAsync().ConfigureAwait(false);
        await books.WriteAsync(work, cancellation).ConfigureAwait(false);
        await LetGoAsync().ConfigureAwait(false);
    }

    /// <summary>Decides a claim that was sent by itself, as <see cref="WriteAsync{T}"/>, when it is its turn.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="work">With books open for writing, which are not its to close.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">As above.</exception>
    public async Task<T> DecideAsync<T>(Func<Books, Task<T>> work, CancellationToken cancellation = default)
    {
        await LetGoAsync().ConfigureAwait(false);
        await books.Deciders.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await WriteAsync(work, cancellation).ConfigureAwait(false);
        }
        finally
        {
            books.Deciders.Release();
        }
    }

    /// <summary>Lets the moment go, and others have their turn, before something that may take long. It may be read
    /// again, of another moment.</summary>
    public async ValueTask LetGoAsync()
    {
        await Reading.DisposeAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _isIn, 0) == 1)
            books.Readers.Release();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => LetGoAsync();
}
