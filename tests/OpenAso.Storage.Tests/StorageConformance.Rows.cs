using System.Data.Common;
using System.Globalization;
using CsCheck;
using Dapper;

namespace OpenAso.Storage.Tests;

public abstract partial class StorageConformance
{
    private static readonly BulkStatement<(long Id, long Expected, long Next)> Guarded = new(
        "update thing set amount = @next where tenant = 'acme' and id = @id and amount = @expected",
        static (row, binder) =>
        {
            binder.Bind(1, row.Next);
            binder.Bind(2, row.Id);
            binder.Bind(3, row.Expected);
        });

    [Fact]
    public async Task Values_of_every_kind_come_back_as_they_were()
    {
        Thing[] things =
        [
            new(long.MinValue, "", 0, new DateOnly(1, 1, 1), []),
            new(0),
            new(long.MaxValue, new string('é', 1_000) + "a\u0001b𝄞", long.MaxValue, new DateOnly(9999, 12, 31),
                [0, 255, 0]),
        ];
        await Database.WriteAsync(session => session.Insert(Thing.Insert(OnConflict.Fail), things), cancellation: Stop);

        var read = Database.Scan(
            "select id, name, amount, seen, payload from thing order by id", null, ReadThing).Single();
        Assert.Equal(things.Select(Text), read.Select(Text));

        static string Text(Thing thing) => $"{thing with { Payload = null }} {(thing.Payload is null
            ? "none" : Convert.ToHexString(thing.Payload))}";
    }

    [Fact]
    public async Task A_unique_key_that_is_there_fails_the_command_and_keeps_none_of_its_rows()
    {
        await Database.WriteAsync(session => session.Add(2), cancellation: Stop);

        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            Database.WriteAsync(session => session.Add(1, 2, 3), cancellation: Stop));
        Assert.Equal(StorageProblem.Duplicate, failure.Problem);
        Assert.Contains("thing", failure.Message, StringComparison.Ordinal);
        Assert.Equal([2], Thing.Ids(Database));
    }

    [Fact]
    public async Task Whatever_is_said_of_a_row_that_is_refused_its_values_are_not()
    {
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var failure = await Assert.ThrowsAsync<StorageException>(() => Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), [new(1, "Eve Adams")]), cancellation: Stop));
        Assert.DoesNotContain("Eve", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_nobody_asks_after_are_written_with_the_command_and_undone_with_it()
    {
        await Database.WriteAsync(session =>
        {
            session.Enqueue(Thing.Insert(OnConflict.Fail), [new Thing(1)]);
            session.Enqueue(Thing.Insert(OnConflict.Ignore), [new Thing(1), new Thing(2, Amount: 0)]);
            session.Enqueue(Guarded, [(2, 0, 7), (3, 0, 7)]);
        }, cancellation: Stop);
        Assert.Equal([1, 2], Thing.Ids(Database));
        Assert.Equal(7, Database.Read(connection => connection.ExecuteScalar<long>(
            "select amount from thing where id = 2")));

        var failure = await Assert.ThrowsAsync<StorageException>(() => Database.WriteAsync(session =>
        {
            session.Enqueue(Thing.Insert(OnConflict.Fail), [new Thing(3)]);
            session.Enqueue(Thing.Insert(OnConflict.Fail), [new Thing(2)]);
        }, cancellation: Stop));
        Assert.Equal(StorageProblem.Duplicate, failure.Problem);
        Assert.Equal([1, 2], Thing.Ids(Database));
    }

    [Fact]
    public async Task A_unique_key_to_be_ignored_is_reported_and_the_row_that_is_there_stays()
    {
        await Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), [new(2, "first"), new(4, "first")]),
            cancellation: Stop);

        var result = await Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Ignore),
                [new(1), new(2, "second"), new(3), new(3), new(4, "second")]),
            cancellation: Stop);
        Assert.Equal(2, result.Written);
        Assert.Equal([1, 3, 4], result.Unwritten);
        Assert.Equal(["first", "first"], Database.Read(connection => connection.Query<string>(
            "select name from thing where name is not null").ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_breaks_a_check_is_refused_also_where_conflicts_are_ignored(bool ignored)
    {
        var insert = Thing.Insert(ignored ? OnConflict.Ignore : OnConflict.Fail);
        var failure = await Assert.ThrowsAsync<StorageException>(() => Database.WriteAsync(
            session => session.Insert(insert, [new(1, Amount: 5), new(2, Amount: -5)]), cancellation: Stop));
        Assert.Equal(StorageProblem.Refused, failure.Problem);
        Assert.Empty(Thing.Ids(Database));
    }

    [Fact]
    public async Task A_row_that_is_there_takes_the_new_ones_other_columns_where_conflicts_update()
    {
        var insert = Thing.Insert(OnConflict.Update("tenant", "id"));
        await Database.WriteAsync(
            session => session.Insert(insert, [new(1, "a", 1), new(2, "b", 2)]), cancellation: Stop);
        var result = await Database.WriteAsync(
            session => session.Insert(insert, [new(2, "c"), new(3, "d")]), cancellation: Stop);

        Assert.Equal(2, result.Written);
        Assert.Equal(["1a1", "2c", "3d"], Database.Read(connection => connection.Query<string>(
            "select cast(id as text) || name || coalesce(cast(amount as text), '') from thing order by id").ToArray()));
    }

    [Fact]
    public async Task A_guarded_update_that_finds_nothing_is_reported()
    {
        await Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), [new(1, Amount: 7), new(2, Amount: 7)]),
            cancellation: Stop);

        var result = await Database.WriteAsync(
            session => session.Execute(Guarded, [(1, 6, 8), (2, 7, 8), (3, 7, 8)]), cancellation: Stop);
        Assert.Equal(1, result.Written);
        Assert.Equal([0, 2], result.Unwritten);
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(2, 1)]
    [InlineData(50, 100)]
    [InlineData(2, 100)]
    public async Task A_required_update_that_finds_nothing_fails_its_command_as_it_says_whatever_follows(
        int first, int following)
    {
        await Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), [new(1, Amount: 7), new(2, Amount: 7)]),
            cancellation: Stop);

        var failure = await Assert.ThrowsAsync<FormatException>(() => Database.WriteAsync(
            session =>
            {
                session.Require(Guarded, [(1, 7, 8), (2, 6, 8), (3, 7, 8)], row => new FormatException($"{row.Item1}"));
                // What may be there already, so that this fails too.
                session.Add(Enumerable.Range(first, following).Select(id => (long)id));
            },
            cancellation: Stop));
        Assert.Equal("2", failure.Message);
        await Database.WriteAsync(
            session => session.Require(Guarded, [(1, 7, 9), (2, 7, 9)], row => new FormatException($"{row.Item1}")),
            cancellation: Stop);
        Assert.Equal([1, 2], Thing.Ids(Database));
    }

    [Fact]
    public async Task What_fails_before_a_required_update_is_sent_is_the_failure()
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() => Database.WriteAsync(
            session =>
            {
                session.Insert(Thing.Insert(OnConflict.Fail), [new(1), new(1)]);
                session.Require(Guarded, [(3, 7, 8)], _ => new FormatException());
            },
            cancellation: Stop));
        Assert.Equal(StorageProblem.Duplicate, failure.Problem);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Rows_that_were_made_ready_by_another_thread_are_inserted_in_their_order_as_they_were(int count)
    {
        var things = Enumerable.Range(1, count).Select(id => new Thing(
            id, id % 2 == 0 ? null : $"née {id}", id % 3 == 0 ? null : id, null, id % 5 == 0 ? [] : [1, 0, 255]))
            .ToList();
        var ready = await Task.Run(() => Database.Dialect.Ready(Thing.Insert(OnConflict.Fail), things), Stop);
        await Database.WriteAsync(
            session =>
            {
                Assert.Equal(count, session.Insert(ready).Written);
                session.Execute(Rename, [2L]);
            },
            cancellation: Stop);
        Assert.Equal(
            things.Select(thing => $"{thing.Id} {(thing.Id == 2 ? "renamed" : thing.Name)} {thing.Amount} "
                + Convert.ToHexString(thing.Payload!)),
            Database.Read(connection => connection.Query<(long, string?, long?, byte[])>(
                    "select id, name, amount, payload from thing order by id")
                .Select(row => $"{row.Item1} {row.Item2} {row.Item3} {Convert.ToHexString(row.Item4)}").ToList()));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Rows_of_distinct_keys_take_the_place_of_those_that_are_there(int count)
    {
        var insert = Thing.Insert(OnConflict.Update("tenant", "id")) with { IsDistinct = true };
        await Database.WriteAsync(session => session.Add(1, 2), cancellation: Stop);
        await Database.WriteAsync(
            session => session.Insert(insert, Enumerable.Range(2, count).Select(id => new Thing(id, Amount: id))),
            cancellation: Stop);
        Assert.Equal(
            (count + 1, Enumerable.Range(2, count).Sum()), Database.Read(connection =>
                connection.QuerySingle<(int, int)>("select count(*), cast(sum(amount) as int) from thing")));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Values_may_be_bound_in_any_order(int count)
    {
        var backwards = new BulkInsert<long>("thing", ["tenant", "id", "name"], OnConflict.Fail, static (id, binder) =>
        {
            binder.Bind(3, $"name {id}");
            binder.Bind(2, id);
            binder.Bind(1, "acme");
        });
        await Database.WriteAsync(
            session => session.Insert(backwards, Enumerable.Range(1, count).Select(id => (long)id)),
            cancellation: Stop);
        Assert.Equal(
            Enumerable.Range(1, count).Select(id => $"{id} name {id}"),
            Database.Read(connection => connection.Query<(long, string)>("select id, name from thing order by id")
                .Select(row => $"{row.Item1} {row.Item2}").ToList()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public async Task A_value_that_was_forgotten_is_an_error_and_not_the_value_of_the_row_before(int count)
    {
        var forgetful = new BulkInsert<long>("thing", ["tenant", "id", "name"], OnConflict.Fail, static (id, binder) =>
        {
            binder.Bind(1, "acme");
            binder.Bind(2, id);
            if (id == 1)
                binder.Bind(3, "of the first row");
        });
        var rows = Enumerable.Range(1, count).Select(id => (long)id);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Database.WriteAsync(session => session.Insert(forgetful, rows), cancellation: Stop));
        Assert.Contains("Value 3 of 3", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Thing.Ids(Database));
    }

    [Fact]
    public async Task A_row_given_up_halfway_leaves_no_value_for_the_next()
    {
        var insert = new BulkInsert<long>("thing", ["tenant", "id", "name"], OnConflict.Fail, static (id, binder) =>
        {
            if (id == 1)
                binder.Bind(3, "of the first row");
            binder.Bind(1, id == 1 ? throw new FormatException() : "acme");
            binder.Bind(2, id);
        });
        await Assert.ThrowsAsync<FormatException>(() =>
            Database.WriteAsync(session => session.Insert(insert, [1]), cancellation: Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Database.WriteAsync(session => session.Insert(insert, [2]), cancellation: Stop));
    }

    [Fact]
    public async Task A_scan_reads_every_row_once_in_blocks_as_of_the_moment_it_began()
    {
        await Database.WriteAsync(
            session => session.Add(Enumerable.Range(0, 25).Select(id => (long)id)), cancellation: Stop);

        var sizes = new List<int>();
        var ids = new List<long>();
        foreach (var block in Database.Scan(
            "select id from thing where id >= @from order by id", new { from = 5 }, row => row.GetInt64(0),
            blockSize: 10))
        {
            sizes.Add(block.Count);
            ids.AddRange(block);
            await Database.WriteAsync(session => session.Add(100 + sizes.Count), cancellation: Stop);
        }
        Assert.Equal([10, 10], sizes);
        Assert.Equal(Enumerable.Range(5, 20).Select(id => (long)id), ids);
        Assert.Empty(Database.Scan("select id from thing where id < 0", null, row => row.GetInt64(0)));
    }

    [Fact]
    public async Task Statements_of_one_reading_see_the_same_state()
    {
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var (before, after) = Database.Read(connection =>
        {
            var first = connection.ExecuteScalar<int>("select count(*) from thing");
            Task.Run(() => Database.WriteAsync(session => session.Add(2))).Wait();
            return (first, connection.ExecuteScalar<int>("select count(*) from thing"));
        });
        Assert.Equal((1, 1), (before, after));
        Assert.Equal(2, Thing.Count(Database));
    }

    [Fact]
    public async Task Answers_to_what_is_asked_at_once_come_in_its_order()
    {
        await Database.WriteAsync(session => session.Add(1, 2, 3), cancellation: Stop);
        var answers = Database.Ask(
            "select id from thing where id < @least order by id; select max(id) from thing", new { least = 3L },
            found => string.Join(" ", found.Read<long>().Concat(found.Read<long>())));
        Assert.Equal("1 2 3", answers);
    }

    [Fact]
    public void A_reader_cannot_write() =>
        Assert.Equal(StorageProblem.ReadOnly, Assert.Throws<StorageException>(() =>
            Database.Read(connection => connection.Execute("delete from thing"))).Problem);

    private static Thing ReadThing(DbDataReader row) => new(
        row.GetInt64(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        row.IsDBNull(2) ? null : row.GetInt64(2),
        row.IsDBNull(3) ? null : DateOnly.Parse(row.GetString(3), CultureInfo.InvariantCulture),
        row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4));
}
