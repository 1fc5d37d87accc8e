using Dapper;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Importing;

/// <summary>What has to be known before a claim that was sent by itself is kept.</summary>
/// <param name="Key">How its request stands; null where it is new, or the claim came with none.</param>
/// <param name="Import">That has read the same interchange before; null for none.</param>
/// <param name="Next">The number of the next import.</param>
/// <param name="Chunk">For what was decided; null where nothing was.</param>
internal sealed record SubmissionGround(KeyState? Key, long? Import, long Next, ChunkGround? Chunk)
{
    private const string KnownImport =
        """
        select import from interchange where tenant = @tenant and employer = @employer and sender = @sender
          and control_number = @number and hash = @hash
        """;

    /// <summary>Asks within the transaction that keeps the claim.</summary>
    /// <param name="session">Of the transaction.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="submission">The claim.</param>
    /// <param name="file">Its one interchange.</param>
    /// <param name="chunk">What was decided; null for nothing.</param>
    // PERF: one round trip instead of five, and whoever writes next waits for each.
    public static SubmissionGround Ask(
        WriteSession session, EmployerScope scope, Submission submission, ReadFile file, FamilyChunk? chunk)
    {
        List<string> questions = [KnownImport, Numbering.Last("import")];
        if (submission.Key is not null)
            questions.Add(RequestKeys.Question);
        if (chunk is not null)
            questions.Add(ChunkGround.Questions(chunk.Shards));
        using var found = session.Connection.QueryMultiple(
            string.Join(";\n", questions), Parameters(scope, submission, file, chunk?.Shards ?? []));
        var known = found.Read<long>().Cast<long?>().FirstOrDefault();
        var last = found.Read<long>().FirstOrDefault();
        return new SubmissionGround(
            submission.Key is { } key ? RequestKeys.Read(found, key) : null, known, last + 1,
            chunk is not null ? ChunkGround.Read(found) : null);
    }

    private static DynamicParameters Parameters(
        EmployerScope scope, Submission submission, ReadFile file, IEnumerable<ShardNumber> shards)
    {
        var interchange = file.Envelopes.Interchanges[0];
        return ChunkGround.Bind(
            scope.Bound(new
            {
                sender = RepeatedInterchanges.SenderOf(interchange),
                number = interchange.ControlNumber,
                hash = interchange.ContentHash,
                caller = submission.Key?.Caller ?? "",
                route = submission.Key?.Route ?? "",
                key = submission.Key?.Key ?? "",
            }),
            FenceEpoch.Sole, shards);
    }
}
