using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Tests;

/// <summary>What stores of families in a database promise beyond those in memory.</summary>
public abstract class DatabaseFamilyStoreConformance : FamilyStoreConformance, IAsyncLifetime
{
    private Books? _books;

    private Books Opened => _books ?? throw new InvalidOperationException("The books are not open.");

    [Fact]
    public async Task A_runner_whose_shard_was_handed_over_is_refused_and_writes_nothing()
    {
        var store = await OpenAsync(Scope);
        var chunk = SeededClaims.Chunk(Scope, 1, (Busy, Seeded.Claims[Busy]));
        var shard = chunk.Shards.Single();
        await HandOverAsync(shard, 3);
        var before = Everything(store, Busy);
        var refused = Assert.Throws<FamilyChangedException>(() => Run(store, chunk, new FenceEpoch(2)));
        Assert.Contains($"Shard {shard}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything(store, Busy));
        Run(store, chunk, new FenceEpoch(3));
        Assert.Equal(Seeded.Claims[Busy].Count, Load(store, Scope, Busy).LastSequence);
    }

    [Fact]
    public async Task The_fence_of_another_shard_or_employer_stops_nobody()
    {
        var store = await OpenAsync(Scope);
        var chunk = SeededClaims.Chunk(Scope, 1, (Busy, Seeded.Claims[Busy].Take(1)));
        var shard = chunk.Shards.Single();
        await HandOverAsync(new ShardNumber((byte)(shard.Value ^ 1)), 9);
        await HandOverAsync(shard, 9, "other");
        Assert.Single(Run(store, chunk));
    }

    [Fact]
    public async Task Families_of_several_shards_are_decided_together_unless_one_shard_was_handed_over()
    {
        var store = await OpenAsync(Scope);
        var families = Seeded.Busiest.DistinctBy(family => ShardNumber.Of(Scope, family)).Take(4).ToList();
        var chunk = SeededClaims.Chunk(
            Scope, 1, [.. families.Select(family => (family, Seeded.Claims[family].AsEnumerable()))]);
        Assert.Equal(4, chunk.Shards.Count());
        await HandOverAsync(ShardNumber.Of(Scope, families[2]), 3);
        var before = Everything(store, families);

        Assert.Throws<FamilyChangedException>(() => Run(store, chunk, new FenceEpoch(2)));
        Assert.Equal(before, Everything(store, families));
        Run(store, chunk, new FenceEpoch(3));
        Assert.All(families, family =>
            Assert.Equal(Seeded.Claims[family].Count, Load(store, Scope, family).LastSequence));
        var shards = Opened.Database.Read(connection => connection
            .Query<(long Shard, long First, long Last, long Count)>(
                "select shard, min(position), max(position), count(*) from outbox group by shard order by shard")
            .ToList());
        Assert.Equal(
            families.Select(family => (
                (long)ShardNumber.Of(Scope, family).Value, 1L, (long)Seeded.Claims[family].Count,
                (long)Seeded.Claims[family].Count)).Order(), shards);
    }

    [Fact]
    public async Task Each_decision_has_its_event_and_each_shard_counts_its_own()
    {
        var store = await OpenAsync(Scope);
        foreach (var family in Seeded.Busiest)
            Decide(store, Scope, 1, family, Seeded.Claims[family]);
        var events = Opened.Database.Read(connection => connection
            .Query<(long Shard, long Position,
                string Subject)>("select shard, position, subject from outbox order by shard, position").ToList());
        Assert.Equal(
            Opened.Database.Read(connection => connection.Query<string>("select claim from claim")
                .Order(StringComparer.Ordinal).ToList()),
            events.Select(happened => happened.Subject).Order(StringComparer.Ordinal));
        foreach (var shard in events.GroupBy(happened => happened.Shard))
            Assert.Equal(Enumerable.Range(1, shard.Count()).Select(position => (long)position),
                shard.Select(happened => happened.Position));
    }

    public async ValueTask InitializeAsync() => _books = await OpenBooksAsync();

    public async ValueTask DisposeAsync()
    {
        await Opened.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Empty books.</summary>
    protected abstract Task<Books> OpenBooksAsync();

    /// <summary>Removes them when they have been closed.</summary>
    protected abstract ValueTask RemoveAsync();

    private protected override async Task<IFamilyStore> OpenAsync(EmployerScope scope)
    {
        await Opened.Database.WriteAsync(session =>
            FamilyRows.Write(session, scope, [.. Seeded.Families.Values.OrderBy(family => family.Id)]));
        return new SqlFamilyStore(Opened.Database);
    }

    private protected override string Everything(IFamilyStore store, params IEnumerable<FamilyId> families) =>
        base.Everything(store, families) + '\n'
            + string.Join('\n', Tables.All.SelectMany(table => Tables.Rows(Opened, table, Scope)));

    private Task<int> HandOverAsync(ShardNumber shard, long epoch, string? employer = null) =>
        Opened.Database.WriteAsync(session =>
        session.Connection.Execute(
            "insert into shard_fence (tenant, employer, shard, epoch) values (@tenant, @employer, @shard, @epoch)",
            new
            {
                tenant = Scope.Tenant.Value,
                employer = employer ?? Scope.Employer.Value,
                shard = (long)shard.Value,
                epoch
            }));
}
