using Dapper;

namespace OpenAso.Storage.Tests;

public abstract partial class StorageConformance
{
    private IReadOnlyList<Migration> Known => Thing.Migrations(Database.Dialect);

    [Fact]
    public async Task Migrations_are_applied_in_order_and_only_once()
    {
        Assert.Equal(Known[^1].Number, new MigrationRunner(Database, Known).Version());
        Assert.Empty(await new MigrationRunner(Database, Known).ApplyAsync(Stop));

        var next = new Migration(8, "more", "insert into narrow (id) values (8)");
        var last = new Migration(9, "last", "insert into narrow (id) select max(id) + 1 from narrow");
        var applied = await new MigrationRunner(Database, [.. Known, next, last]).ApplyAsync(Stop);

        Assert.Equal([next, last], applied);
        Assert.Equal([7, 8, 9], Database.Read(connection =>
            connection.Query<int>("select id from narrow order by id").ToArray()));
    }

    [Fact]
    public async Task A_wrong_migration_is_named_and_undone_and_those_before_it_are_kept()
    {
        Migration[] more = [new(8, "good", "insert into narrow (id) values (8)"),
            new(9, "bad", "insert into narrow (id) values (9); select id from narrow; "
                + "insert into narrow (id) values (7)")];
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new MigrationRunner(Database, [.. Known, .. more]).ApplyAsync(Stop));

        Assert.Contains("0009-bad", failure.Message, StringComparison.Ordinal);
        Assert.Equal([7, 8], Database.Read(connection =>
            connection.Query<int>("select id from narrow order by id").ToArray()));
        Assert.Equal(8, new MigrationRunner(Database, [.. Known, .. more]).Version());
    }

    [Fact]
    public async Task A_migration_with_a_statement_that_is_none_is_named_too()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => new MigrationRunner(
            Database, [.. Known, new(8, "typo", "crate table narrower (id {integer})")]).ApplyAsync(Stop));
        Assert.Contains("0008-typo", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        await new MigrationRunner(Database, [.. Known, new(8, "future", "create table future (id {integer}) {table}")])
            .ApplyAsync(Stop);

        var runner = new MigrationRunner(Database, Known);
        var failure = await Assert.ThrowsAsync<StorageException>(() => runner.ApplyAsync(Stop));
        Assert.Equal(StorageProblem.Newer, failure.Problem);
        Assert.Contains("0008-future", failure.Message, StringComparison.Ordinal);
        Assert.Equal(StorageProblem.Newer, Assert.Throws<StorageException>(runner.DemandCurrent).Problem);
    }

    [Fact]
    public async Task A_migration_whose_text_was_changed_is_refused_but_line_ends_do_not_matter()
    {
        Migration[] changed = [Known[0] with { Sql = Known[0].Sql + "-- more" }, .. Known.Skip(1)];
        var failure = await Assert.ThrowsAsync<StorageException>(
            () => new MigrationRunner(Database, changed).ApplyAsync(Stop));
        Assert.Equal(StorageProblem.Foreign, failure.Problem);
        Assert.Contains("0001-thing", failure.Message, StringComparison.Ordinal);

        var checkedOutElsewhere = Known.Select(known => known with { Sql = known.Sql.ReplaceLineEndings("\r\n") });
        Assert.Empty(await new MigrationRunner(Database, [.. checkedOutElsewhere]).ApplyAsync(Stop));
    }

    [Fact]
    public async Task A_migration_slipped_in_before_one_that_was_applied_is_refused()
    {
        var last = new Migration(9, "last", "select 1");
        await new MigrationRunner(Database, [.. Known, last]).ApplyAsync(Stop);
        var failure = await Assert.ThrowsAsync<StorageException>(() => new MigrationRunner(
            Database, [.. Known, new(8, "late", "select 1"), last]).ApplyAsync(Stop));
        Assert.Equal(StorageProblem.Foreign, failure.Problem);
    }

    [Fact]
    public void What_a_database_lacks_is_named()
    {
        var failure = Assert.Throws<StorageException>(new MigrationRunner(
            Database, [.. Known, new(8, "more", "select 1")]).DemandCurrent);
        Assert.Equal(StorageProblem.Older, failure.Problem);
        Assert.Contains("0008-more", failure.Message, StringComparison.Ordinal);
        new MigrationRunner(Database, Known).DemandCurrent();
    }
}
