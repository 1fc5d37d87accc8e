using System.Globalization;

namespace OpenAso.Storage.Tests;

/// <summary>Two processes on one file, and one that is killed.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder.File("test.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_message_names_the_process_that_works_with_the_file_and_the_wait_is_told()
    {
        using var other = ChildProcess.Start(Path);
        await other.AwaitPairAsync(1, Stop);
        var told = new List<DatabaseOwner?>();
        var options = new SqliteOptions(Path)
        {
            Patience = TimeSpan.FromMilliseconds(200),
            Waiting = (owner, _) => told.Add(owner),
        };
        var failure = await Assert.ThrowsAsync<StorageException>(() => Database.OpenAsync(options, Stop));

        Assert.Equal(StorageProblem.Owned, failure.Problem);
        Assert.Contains(Path, failure.Message, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"process {other.Id} ("), failure.Message,
            StringComparison.Ordinal);
        var owner = Assert.Single(told);
        Assert.Equal(other.Id, owner!.ProcessId);
        Assert.InRange(owner.Started.UtcDateTime, other.Started.AddSeconds(-2), other.Started.AddSeconds(2));
    }

    [Fact]
    public async Task A_process_killed_while_it_writes_loses_nothing_that_was_acknowledged_and_leaves_no_half()
    {
        var acknowledged = 0;
        foreach (var more in new[] { 1, 20, 57, 133 })
        {
            using var other = ChildProcess.Start(Path);
            acknowledged += more;
            await other.AwaitPairAsync(acknowledged, Stop);
            acknowledged = await other.KillAsync(Stop) ?? acknowledged;

            // The owner's note of the killed process is still there, and keeps nobody out.
            Assert.True(File.Exists(Path + ".owner"));
            await using var database = await Database.OpenAsync(
                new SqliteOptions(Path) { Patience = TimeSpan.FromSeconds(5) }, Stop);
            var ids = Thing.Ids(database);
            Assert.Equal(Enumerable.Range(2, ids.Length).Select(id => (long)id), ids);
            Assert.Equal(0, ids.Length % 2);
            Assert.InRange(ids.Length / 2, acknowledged, acknowledged + 1);
        }
    }

    [Fact]
    public async Task Who_waits_goes_on_when_the_file_is_left()
    {
        var first = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        var waiting = new TaskCompletionSource<DatabaseOwner?>();
        var second = Database.OpenAsync(
            new SqliteOptions(Path) { Waiting = (owner, _) => waiting.TrySetResult(owner) }, Stop);
        Assert.Equal(Environment.ProcessId, (await waiting.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop))!.ProcessId);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await (await second.WaitAsync(TimeSpan.FromSeconds(20), Stop)).DisposeAsync();
    }

    [Fact]
    public async Task The_wait_can_be_cancelled_and_another_name_of_the_file_is_the_same_file()
    {
        await using var first = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        var link = _folder.File("link.db");
        File.CreateSymbolicLink(link, Path);

        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var second = Database.OpenAsync(
            new SqliteOptions(link) { Waiting = (_, _) => cancelling.Cancel() }, cancelling.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(File.Exists(link + ".lock"));
    }

    [Fact]
    public async Task Closing_twice_does_not_take_the_note_of_the_next_owner()
    {
        var first = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        await first.DisposeAsync();
        await using var second = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        await first.DisposeAsync();
        Assert.True(File.Exists(Path + ".owner"));
    }

    [Fact]
    public async Task An_owner_that_cannot_be_read_is_called_another_process()
    {
        await using var first = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        await File.WriteAllTextAsync(Path + ".owner", "17\n", Stop);
        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            Database.OpenAsync(new SqliteOptions(Path) { Patience = TimeSpan.Zero }, Stop));
        Assert.Contains("in use by another process", failure.Message, StringComparison.Ordinal);
    }
}
