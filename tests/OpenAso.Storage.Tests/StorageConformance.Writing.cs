using Dapper;

namespace OpenAso.Storage.Tests;

public abstract partial class StorageConformance
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_that_ends_the_transaction_fails_clearly_and_the_next_one_is_served()
    {
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Database.WriteAsync(session => session.Connection.Execute("commit"), cancellation: Stop));
        Assert.Contains("the queue's to end", failure.Message, StringComparison.Ordinal);

        await Database.WriteAsync(session => session.Add(2), cancellation: Stop);
        Assert.Equal([1, 2], Thing.Ids(Database));
    }

    [Fact]
    public async Task What_is_acknowledged_is_seen_by_every_reader()
    {
        for (var id = 1; id <= 50; id++)
        {
            await Database.WriteAsync(session => session.Add(id), cancellation: Stop);
            Assert.Equal(id, Thing.Count(Database));
        }
    }

    [Fact]
    public async Task Commands_that_wait_together_are_committed_together()
    {
        var release = Database.Hold();
        var seen = Enumerable.Range(1, 5).Select(id => WriteAndCount(id)).ToList();
        release();

        Assert.Equal(new[] { 0, 0, 0, 0, 0 }, await Task.WhenAll(seen));
        Assert.Equal(5, Thing.Count(Database));
    }

    [Fact]
    public async Task A_group_is_committed_when_its_size_is_reached()
    {
        await ReopenAsync(new GroupLimit(TimeSpan.FromHours(1), Size: 2));
        var release = Database.Hold();
        var seen = Enumerable.Range(1, 5).Select(id => WriteAndCount(id)).ToList();
        release();

        Assert.Equal(new[] { 0, 0, 2, 2, 4 }, await Task.WhenAll(seen));
    }

    [Fact]
    public async Task A_command_that_would_exceed_the_size_begins_a_group_of_its_own()
    {
        await ReopenAsync(new GroupLimit(TimeSpan.FromHours(1), Size: 4));
        var release = Database.Hold();
        var seen = new[] { 3, 3, 1, 9, 1 }.Select((size, index) => WriteAndCount(index + 1, size: size)).ToList();
        release();

        Assert.Equal(new[] { 0, 1, 1, 3, 4 }, await Task.WhenAll(seen));
    }

    [Fact]
    public async Task A_commit_that_fails_undoes_its_group_and_the_queue_goes_on()
    {
        var release = Database.Hold();
        var before = Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var orphan = Database.WriteAsync(
            session => session.Connection.Execute("insert into child (tenant, parent) values ('acme', 99)"),
            cancellation: Stop);
        release();

        foreach (var write in new Task[] { before, orphan })
        {
            var failure = await Assert.ThrowsAsync<StorageException>(() => write);
            Assert.Equal(StorageProblem.Refused, failure.Problem);
        }
        Assert.Empty(Thing.Ids(Database));
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        Assert.Equal([1], Thing.Ids(Database));
    }

    [Fact]
    public async Task A_group_is_committed_when_its_time_is_up_and_a_running_command_is_not_cut_off()
    {
        await ReopenAsync(new GroupLimit(TimeSpan.FromMilliseconds(50), Size: 1_000));
        var release = Database.Hold();
        var seen = new[] { 49, 10, 0 }.Select((spent, index) => WriteAndCount(index + 1, spent: spent)).ToList();
        release();

        Assert.Equal(new[] { 0, 0, 2 }, await Task.WhenAll(seen));
    }

    [Theory]
    [InlineData(Urgency.Bulk, new long[] { 11, 12, 1, 2, 3, 4 })]
    [InlineData(Urgency.Interactive, new long[] { 1, 11, 12, 2, 3, 4 })] // one bulk command is due
    public async Task Interactive_commands_go_first_and_each_kind_keeps_its_order(Urgency before, long[] expected)
    {
        var order = new List<long>();
        var release = Database.Hold(before);
        var waiting = new[] { 1, 2, 3, 11, 4, 12 }.Select(id => Database.WriteAsync(
            _ => order.Add(id), id > 10 ? Urgency.Interactive : Urgency.Bulk, cancellation: Stop)).ToList();
        release();
        await Task.WhenAll(waiting);

        Assert.Equal(expected, order);
    }

    [Fact]
    public async Task A_group_that_holds_an_interactive_command_is_not_filled_up_with_bulk_work()
    {
        var release = Database.Hold();
        var due = WriteAndCount(1, Urgency.Bulk);
        var bulk = WriteAndCount(2, Urgency.Bulk);
        var interactive = WriteAndCount(3);
        release();

        Assert.Equal(new[] { 0, 0, 2 }, await Task.WhenAll(due, interactive, bulk));
    }

    [Fact]
    public async Task Bulk_work_is_not_starved_by_interactive_commands_that_never_end()
    {
        await ReopenAsync(new GroupLimit(TimeSpan.FromHours(1), Size: 3));
        var order = new List<string>();
        var release = Database.Hold();
        var waiting = Enumerable.Range(0, 9)
            .Select(_ => Database.WriteAsync(_ => order.Add("interactive"), cancellation: Stop))
            .Concat(Enumerable.Range(0, 3)
                .Select(_ => Database.WriteAsync(_ => order.Add("bulk"), Urgency.Bulk, cancellation: Stop)))
            .ToList();
        release();
        await Task.WhenAll(waiting);

        // Groups of three, of which every second begins with a bulk command.
        Assert.Equal(2, order.Take(7).Count(kind => kind == "bulk"));
    }

    [Fact]
    public async Task A_command_that_fails_is_undone_alone_and_its_neighbours_are_kept()
    {
        var release = Database.Hold();
        var before = Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var failing = Database.WriteAsync(
            session =>
            {
                session.Add(2, 3);
                throw new FormatException("bad");
            },
            cancellation: Stop);
        var after = Database.WriteAsync(session => session.Add(4), cancellation: Stop);
        release();
        await before;
        await after;

        Assert.Equal("bad", (await Assert.ThrowsAsync<FormatException>(() => failing)).Message);
        Assert.Equal([1, 4], Thing.Ids(Database));
    }

    [Fact]
    public async Task A_command_that_ends_the_transaction_fails_and_the_queue_goes_on()
    {
        foreach (var statement in new[] { "commit", "rollback" })
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync(
                session => session.Connection.Execute(statement), cancellation: Stop));
            Assert.Contains("transaction", failure.Message, StringComparison.Ordinal);
        }
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        Assert.Equal([1], Thing.Ids(Database));
    }

    [Fact]
    public async Task When_the_transaction_is_lost_every_command_of_the_group_fails_and_nothing_is_kept()
    {
        var release = Database.Hold();
        var before = Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var losing = Database.WriteAsync(
            session =>
            {
                session.Connection.Execute("rollback");
                throw new IOException("lost");
            },
            cancellation: Stop);
        release();

        await Assert.ThrowsAsync<IOException>(() => before);
        await Assert.ThrowsAsync<IOException>(() => losing);
        Assert.Empty(Thing.Ids(Database));
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
    }

    [Fact]
    public async Task A_command_cancelled_in_the_queue_never_runs()
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var release = Database.Hold();
        var cancelled = Database.WriteAsync(session => session.Add(1), cancellation: cancelling.Token);
        var kept = Database.WriteAsync(session => session.Add(2), cancellation: Stop);
        await cancelling.CancelAsync();

        // At once, although the writer is still busy.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        release();
        await kept;
        Assert.Equal([2], Thing.Ids(Database));
    }

    [Fact]
    public async Task A_command_that_cancels_itself_leaves_nothing_and_one_that_has_run_is_kept()
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var halfway = Database.WriteAsync(
            session =>
            {
                session.Add(1);
                cancelling.Cancel();
                cancelling.Token.ThrowIfCancellationRequested();
            },
            cancellation: cancelling.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => halfway);
        Assert.True(halfway.IsCanceled);

        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Database.WriteAsync(
            session =>
            {
                session.Add(2);
                late.Cancel();
            },
            cancellation: late.Token);
        Assert.Equal([2], Thing.Ids(Database));
    }

    [Fact]
    public async Task A_command_cannot_queue_another_and_wait_for_itself() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync(
            _ => Database.WriteAsync(inner => inner.Add(1)), cancellation: Stop));

    [Fact]
    public async Task Closing_finishes_what_is_queued_and_takes_no_more()
    {
        var release = Database.Hold();
        var queued = Enumerable.Range(1, 3).Select(id => WriteAndCount(id)).ToList();
        var closing = Database.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            Database.WriteAsync(session => session.Add(9), cancellation: Stop));
        release();
        await closing;

        await Task.WhenAll(queued);
        await ReopenAsync(GroupLimit.Default);
        Assert.Equal([1, 2, 3], Thing.Ids(Database));
    }

    // How much was committed before, as seen from within the command.
    private Task<int> WriteAndCount(int id, Urgency urgency = Urgency.Interactive, int spent = 0, int size = 1) =>
        Database.WriteAsync(
            session =>
            {
                session.Add(id);
                Time.Advance(spent);
                return Thing.Count(Database);
            },
            urgency, size, Stop);
}
