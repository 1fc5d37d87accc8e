namespace OpenAso.Storage.Tests;

public abstract partial class StorageConformance
{
    [Fact]
    public async Task Whoever_watches_hears_of_every_commit_and_of_nothing_else()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var watching = Database.WatchAsync(ending.Token).GetAsyncEnumerator(Stop);
        Assert.True(await watching.MoveNextAsync());
        for (var id = 1; id <= 3; id++)
        {
            var before = watching.Current;
            var next = watching.MoveNextAsync().AsTask();
            await Assert.ThrowsAsync<FormatException>(() => Database.WriteAsync(
                _ => throw new FormatException(), cancellation: Stop));
            Assert.False(await Within(next, seconds: 1));
            await Database.WriteAsync(session => session.Add(id), cancellation: Stop);
            Assert.True(await Within(next, seconds: 20));
            Assert.NotEqual(before, watching.Current);
            Assert.Equal(id, Thing.Count(Database));
        }
        var ended = watching.MoveNextAsync().AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);
    }

    [Fact]
    public async Task Whoever_reads_after_somebody_watched_hears_of_nothing()
    {
        using (var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop))
        {
            await using var watching = Database.WatchAsync(ending.Token).GetAsyncEnumerator(Stop);
            Assert.True(await watching.MoveNextAsync());
            var next = watching.MoveNextAsync().AsTask();
            await ending.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }
        Assert.Equal(0, Listening(Database));
    }

    private static async Task<bool> Within(Task<bool> next, int seconds)
    {
        await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(seconds), Stop));
        return next.IsCompleted && await next;
    }
}
