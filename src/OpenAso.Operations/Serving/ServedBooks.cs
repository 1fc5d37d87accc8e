using System.Collections.Concurrent;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Serving;

/// <summary>The books that a server shows: open for reading all the time, and for writing only while something is
/// written, so that other programs can write to the same file in between.</summary>
/// <remarks>Safe for use from many threads at once.</remarks>
public sealed class ServedBooks : IAsyncDisposable
{
    private readonly Func<DatabaseAccess, CancellationToken, Task<Books>> _open;
    private readonly TimeProvider _time;
    private readonly TimeSpan _keepFor;
    // PERF: a few for each processor: with more of them at work, whoever writes waits for a processor at each step, and
    // everybody waits for who writes.
    private static readonly int MostReaders = Math.Clamp(3 * Environment.ProcessorCount, 4, 24);

    private static readonly int MostDeciders = Math.Clamp(4 * Environment.ProcessorCount, 4, 32);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ITimer _closing;
    private readonly ConcurrentDictionary<EmployerScope, (long Documents, EmployerTerms Terms)> _terms = new();
    private Books? _writing;
    private int _writers;
    private TenantId? _tenant;

    private ServedBooks(
        Books reading, Func<DatabaseAccess, CancellationToken, Task<Books>> open, TimeProvider time, TimeSpan keepFor)
    {
        Reading = reading;
        _open = open;
        _time = time;
        _keepFor = keepFor;
        _closing = time.CreateTimer(
            _ => _ = CloseUnusedAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>For reading.</summary>
    public Books Reading { get; }

    /// <summary>So many are answered at once; whoever comes then waits, and holds neither thread nor connection
    /// meanwhile.</summary>
    /// <remarks>Fewer than the connections of readers, so that no thread waits for one.</remarks>
    internal SemaphoreSlim Readers { get; } = new(MostReaders);

    /// <summary>So many claims that were sent one by one are decided at once, so that those who send many leave others
    /// their turn; whoever comes then waits, and holds nothing meanwhile.</summary>
    internal SemaphoreSlim Deciders { get; } = new(MostDeciders);

    /// <summary>Opens them.</summary>
    /// <param name="open">Opens the same books each time, for what is asked.</param>
    /// <param name="time">Measures how long writing stays open.</param>
    /// <param name="keepFor">How long it does after the last writer, so that those that follow closely do not wait.
    /// </param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">They cannot be opened.</exception>
    public static async Task<ServedBooks> OpenAsync(
        Func<DatabaseAccess, CancellationToken, Task<Books>> open, TimeProvider time, TimeSpan keepFor,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(time);
        return new ServedBooks(
            await open(DatabaseAccess.Read, cancellation).ConfigureAwait(false), open, time, keepFor);
    }

    /// <summary>Does something that writes.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="work">With books open for writing, which are not its to close.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">Another process keeps the books, or the work failed so.</exception>
    public async Task<T> WriteAsync<T>(Func<Books, Task<T>> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var books = await EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work(books).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without an answer.</summary>
    /// <param name="work">With books open for writing, which are not its to close.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">As above.</exception>
    public Task WriteAsync(Func<Books, Task> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return WriteAsync<bool>(
            async books =>
            {
                await work(books).ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    /// <summary>The terms of an employer; null where the books have none of that name.</summary>
    /// <remarks>Documents are only ever added, so that their number tells whether there are new ones.</remarks>
    /// <param name="employer">The employer's identifier.</param>
    public EmployerTerms? Terms(EmployerId employer) => Terms(Reading, employer);

    internal EmployerTerms? Terms(Books reading, EmployerId employer)
    {
        if (ScopeOf(reading, employer) is not { } scope)
            return null;
        var documents = EmployerDocuments.Count(reading, scope);
        if (_terms.TryGetValue(scope, out var kept) && kept.Documents == documents)
            return kept.Terms;
        if (EmployerDocuments.Load(reading, scope) is not { } terms)
            return null;
        _terms[scope] = (documents, terms);
        return terms;
    }

    /// <summary>From now on the books of one administrator alone are shown, whoever else's they hold.</summary>
    /// <param name="tenant">Whose.</param>
    public void ShowOnly(TenantId tenant) => _tenant = tenant;

    /// <summary>The employers of the books that are shown.</summary>
    public IReadOnlyList<EmployerScope> Scopes() => Scopes(Reading);

    internal IReadOnlyList<EmployerScope> Scopes(Books reading) =>
        [.. EmployerDocuments.Employers(reading).Where(scope => _tenant is null || scope.Tenant == _tenant)];

    // Of one administrator it needs no look: an employer that is not there has no documents.
    private EmployerScope? ScopeOf(Books reading, EmployerId employer) => _tenant is { } tenant
        ? new EmployerScope(tenant, employer)
        : Scopes(reading).FirstOrDefault(scope => scope.Employer == employer);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.DisposeAsync().ConfigureAwait(false);
        await _gate.WaitAsync().ConfigureAwait(false);
        if (_writing is { } writing)
            await writing.DisposeAsync().ConfigureAwait(false);
        _writing = null;
        await Reading.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
        Readers.Dispose();
        Deciders.Dispose();
    }

    private async Task<Books> EnterAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _writing ??= await _open(DatabaseAccess.Write, cancellation).ConfigureAwait(false);
            _writers++;
            return _writing;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LeaveAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        if (--_writers == 0)
            _closing.Change(_keepFor, Timeout.InfiniteTimeSpan);
        _gate.Release();
    }

    private async Task CloseUnusedAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_writers > 0 || _writing is not { } writing)
                return;
            _writing = null;
            await writing.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
