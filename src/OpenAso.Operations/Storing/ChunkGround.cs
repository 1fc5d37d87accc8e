using Dapper;
using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Storing;

/// <summary>What has to be known before the decisions of a chunk are written.</summary>
/// <param name="HandedOver">Shards that belong to a later runner.</param>
/// <param name="Last">How far the events of each shard count.</param>
internal sealed record ChunkGround(HashSet<long> HandedOver, Dictionary<byte, long> Last)
{
    /// <summary>The questions that <see cref="Read"/> reads the answers of, to be asked at once.</summary>
    /// <param name="shards">Of the chunk; at least one, each once.</param>
    public static string Questions(IEnumerable<ShardNumber> shards) =>
        "select shard from shard_fence where tenant = @tenant and employer = @employer and epoch > @epoch;\n"
        + Outbox.Last(shards);

    /// <summary>Adds what the questions are asked with to an employer's parameters.</summary>
    /// <param name="parameters">Of the employer.</param>
    /// <param name="fence">Whoever decided held the shards under it.</param>
    /// <param name="shards">Of the chunk.</param>
    public static DynamicParameters Bind(
        DynamicParameters parameters, FenceEpoch fence, IEnumerable<ShardNumber> shards)
    {
        parameters.Add("epoch", fence.Value);
        return Outbox.Bind(parameters, shards);
    }

    /// <summary>From the next answers.</summary>
    public static ChunkGround Read(SqlMapper.GridReader found) =>
        new(found.Read<long>().ToHashSet(), Outbox.ReadLast(found));
}
