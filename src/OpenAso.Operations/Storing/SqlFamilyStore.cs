using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>Families and their decisions in a database.</summary>
/// <remarks>A chunk is committed in one transaction: claims with their steps, accumulators, transfers, outbox. It is
/// guarded by each family's version and by the shard's fence.</remarks>
/// <param name="database">Open for writing, with current migrations.</param>
public sealed class SqlFamilyStore(Database database) : IFamilyStore
{
    private static readonly IReadOnlyList<RowsOfEach> Of =
    [
        FamilyRows.Of("family", "family, version, last_sequence, last_import", "family"),
        FamilyRows.Of("claim", "family, sequence, payload, reversed_by", "sequence"),
        FamilyRows.Of(
            "accumulator", "family, person, limit_id LimitId, window_first WindowFirst, part, amount", "person"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<LoadedFamily> Load(FamilyChunk chunk, DecisionBasis basis)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        return database.Read(connection =>
            Load(connection, chunk.Scope, [.. chunk.Families.Select(family => family.Family)], basis));
    }

    /// <inheritdoc/>
    public void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(commits);
        var write = ChunkWrite.Of(database.Dialect, chunk, commits, fence);
        database.WriteAsync(write.Run, Urgency.Bulk, write.Claims).GetAwaiter().GetResult();
    }

    /// <summary>Loads families with all that was decided for them.</summary>
    internal static IReadOnlyList<LoadedFamily> Load(
        DbConnection connection, EmployerScope scope, IReadOnlyList<FamilyId> ids, DecisionBasis basis)
    {
        // PERF: one round trip instead of five.
        using var found = connection.QueryMultiple(
            Statements(rows => rows.Among(connection, "families")), FamilyRows.Parameters(scope, ids));
        return Read(found, ids, basis);
    }

    /// <summary>The statements that <see cref="Read"/> reads the answers of, to be asked at once.</summary>
    /// <param name="wanted">The statement for the rows of the families that are wanted.</param>
    internal static string Statements(Func<RowsOfEach, string> wanted) =>
        $"{FamilyRows.Statements(wanted)};\n{string.Join(";\n", Of.Select(wanted))}";

    /// <summary>Families with all that was decided for them, from the next answers.</summary>
    /// <param name="found">The answers.</param>
    /// <param name="ids">Whose, in this order; null for all that were found.</param>
    /// <param name="basis">By which they will be decided.</param>
    internal static IReadOnlyList<LoadedFamily> Read(
        SqlMapper.GridReader found, IReadOnlyList<FamilyId>? ids, DecisionBasis basis)
    {
        var people = FamilyRows.Read(found);
        var versions = found.Read<(string Family, long Version, long Last, long Import)>()
            .ToDictionary(row => row.Family);
        var claims = found.Read<(string Family, long Sequence, byte[] Payload, string? ReversedBy)>()
            .OrderBy(row => row.Sequence).ToLookup(row => row.Family);
        var used = found.Read<AccumulatorRecord>().ToLookup(row => row.Family);
        return [.. (ids ?? [.. versions.Keys.Order(StringComparer.Ordinal).Select(id => new FamilyId(id))]).Select(id =>
        {
            var (_, version, last, import) = versions.GetValueOrDefault(id.Value);
            var context = new FamilyContext(people.GetValueOrDefault(id), basis.Plans, basis.Prices);
            context.Accumulators.Apply([.. used[id.Value].Select(row => row.ToMovement())]);
            foreach (var (_, _, payload, reversedBy) in claims[id.Value])
                context.History.Restore(Restored(payload, reversedBy));
            return new LoadedFamily(id, version, last, import, context);
        })];
    }

    private static DecidedClaim Restored(byte[] payload, string? reversedBy)
    {
        var decided = ClaimPayload.Read(payload);
        if (reversedBy is not null && ClaimId.TryParse(reversedBy, out var by))
            decided.ReversedBy = by;
        return decided;
    }
}
