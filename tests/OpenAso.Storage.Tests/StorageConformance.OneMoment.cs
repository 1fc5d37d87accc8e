using System.Data.Common;
using Dapper;

namespace OpenAso.Storage.Tests;

public abstract partial class StorageConformance
{
    [Fact]
    public async Task What_is_read_at_one_moment_is_of_one_state_until_it_is_let_go()
    {
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var moment = Database.AtOneMoment();
        await Database.WriteAsync(session => session.Add(2), cancellation: Stop);
        Assert.Equal([1, 2], Thing.Ids(moment));

        await Database.WriteAsync(session => session.Add(3), cancellation: Stop);
        Assert.Equal([1, 2], Thing.Ids(moment));
        Assert.Equal(2, Thing.Count(moment));

        await moment.DisposeAsync();
        Assert.Equal([1, 2, 3], Thing.Ids(moment));
        await moment.DisposeAsync();
    }

    [Fact]
    public async Task A_query_that_fails_ends_its_moment_and_the_next_begins_another()
    {
        await using var moment = Database.AtOneMoment();
        Assert.Empty(Thing.Ids(moment));
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        Assert.ThrowsAny<Exception>(() => moment.Read(connection => connection.Execute("select nothing from nowhere")));
        Assert.Equal([1], Thing.Ids(moment));
    }

    [Fact]
    public async Task Threads_that_read_at_one_moment_wait_for_one_another()
    {
        await Database.WriteAsync(session => session.Add(Enumerable.Range(1, 100).Select(id => (long)id)),
            cancellation: Stop);
        await using var moment = Database.AtOneMoment();
        var counts = new int[16];
        Parallel.For(0, counts.Length, at => counts[at] = Thing.Count(moment));
        Assert.All(counts, count => Assert.Equal(100, count));
    }

    [Fact]
    public async Task At_one_moment_nothing_is_written()
    {
        await using var moment = Database.AtOneMoment();
        Assert.False(moment.CanWrite);
        var failure = await Assert.ThrowsAsync<StorageException>(
            () => moment.WriteAsync(session => session.Add(1), cancellation: Stop));
        Assert.Equal(StorageProblem.ReadOnly, failure.Problem);
    }

    [Fact]
    public async Task A_command_sees_what_it_wrote_whether_it_was_sent_or_waits()
    {
        var seen = await Database.WriteAsync(
            session =>
            {
                session.Add(1, 2);
                var before = Count(session.Connection);
                session.Add(3);
                var renamed = session.Execute(Rename, [1L, 3L, 4L]);
                session.Add(4);
                return (before, renamed.Written, string.Join(",", renamed.Unwritten), Count(session.Connection));
            },
            cancellation: Stop);
        Assert.Equal((2, 2, "2", 4), seen);
        Assert.Equal([1, 2, 3, 4], Thing.Ids(Database));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    public async Task A_row_that_is_refused_when_its_command_ends_undoes_that_command_alone(int refused, int commands)
    {
        await Database.WriteAsync(session => session.Add(0), cancellation: Stop);
        var release = Database.Hold();
        var asked = Enumerable.Range(1, commands).Select(number => Database.WriteAsync(
            session => number == refused ? session.Add(number, 0) : session.Add(number), cancellation: Stop)).ToList();
        release();

        var failure = await Assert.ThrowsAsync<StorageException>(() => asked[refused - 1]);
        Assert.Equal(StorageProblem.Duplicate, failure.Problem);
        await Task.WhenAll(asked.Where((_, at) => at != refused - 1));
        Assert.Equal(
            Enumerable.Range(0, commands + 1).Where(number => number != refused).Select(number => (long)number),
            Thing.Ids(Database));
    }

    [Fact]
    public async Task What_waits_when_a_command_fails_is_not_written_with_the_next()
    {
        await Assert.ThrowsAsync<FormatException>(() => Database.WriteAsync(
            session =>
            {
                session.Add(1);
                throw new FormatException();
            },
            cancellation: Stop));
        await Database.WriteAsync(session => session.Add(2), cancellation: Stop);
        Assert.Equal([2], Thing.Ids(Database));
    }

    private static readonly BulkStatement<long> Rename = new(
        "update thing set name = 'renamed' where tenant = 'acme' and id = @id", (id, binder) => binder.Bind(1, id));

    private static int Count(DbConnection connection) =>
        connection.ExecuteScalar<int>("select count(*) from thing");
}
