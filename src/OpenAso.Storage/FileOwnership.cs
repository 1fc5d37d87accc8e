namespace OpenAso.Storage;

/// <summary>The right of one process to write a database file.</summary>
/// <remarks>
/// Two small files lie beside it: <c>.lock</c>, which the operating system locks and releases whatever happens to the
/// process, and <c>.owner</c>, which says whose lock it is. The lock file stays when it is released: removing it
/// would let two processes lock two different files of that name.
/// </remarks>
internal sealed class FileOwnership : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(1);

    private readonly FileStream _lock;
    private readonly string _ownerPath;

    private FileOwnership(FileStream held, string ownerPath)
    {
        _lock = held;
        _ownerPath = ownerPath;
    }

    /// <summary>Takes the right, waiting as long as the options allow.</summary>
    /// <param name="path">The database file, as a full path.</param>
    /// <param name="options">Patience, and who is told of the wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageException">Another process keeps it, or the folder cannot be written.</exception>
    public static async Task<FileOwnership> TakeAsync(
        string path, SqliteOptions options, CancellationToken cancellation)
    {
        var started = options.Time.GetTimestamp();
        var noticed = -Notice;
        while (true)
        {
            if (TryLock(path) is { } held)
                return Announce(held, path + ".owner");
            var waited = options.Time.GetElapsedTime(started);
            if (waited >= options.Patience)
                throw Owned(path);
            if (waited - noticed >= Notice)
            {
                noticed = waited;
                options.Waiting?.Invoke(ReadOwner(path), waited);
            }
            await Task.Delay(Pause, options.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the right up; a second time does nothing, for the note may be another's by then.</summary>
    public void Dispose()
    {
        if (!_lock.CanRead)
            return;
        File.Delete(_ownerPath);
        _lock.Dispose();
    }

    private static FileOwnership Announce(FileStream held, string ownerPath)
    {
        try
        {
            File.WriteAllText(ownerPath, DatabaseOwner.Current().ToText());
            return new FileOwnership(held, ownerPath);
        }
        catch (Exception failure)
        {
            held.Dispose();
            if (failure is IOException or UnauthorizedAccessException)
                throw CannotWriteBeside(ownerPath, failure);
            throw;
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotWriteBeside(path + ".lock", failure);
        }
    }

    // Windows' sharing and lock violations; EWOULDBLOCK of Linux and of macOS.
    private static bool IsHeld(IOException failure) => (failure.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private static DatabaseOwner? ReadOwner(string path)
    {
        try
        {
            return DatabaseOwner.Parse(File.ReadAllText(path + ".owner"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static StorageException Owned(string path) => new(StorageProblem.Owned,
        $"{path} is in use by {ReadOwner(path)?.ToString() ?? "another process"}. "
        + "Let it finish or stop it, then run again.");

    private static StorageException CannotWriteBeside(string file, Exception failure) => new(StorageProblem.CannotOpen,
        $"{file} cannot be written ({failure.Message}). A database needs a folder in which files can be made: "
        + "check its permissions and free space, or name another folder.", failure);
}
