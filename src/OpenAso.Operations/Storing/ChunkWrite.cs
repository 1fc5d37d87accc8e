using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Pending;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>Everything that the decisions of a chunk write, made ready before the transaction begins.</summary>
internal sealed class ChunkWrite
{
    private readonly FamilyChunk _chunk;
    private readonly FenceEpoch _fence;
    private readonly List<FamilyMark> _families = [];
    private readonly List<ClaimRow> _claims = [];
    private readonly List<Reversed> _reversed = [];
    private readonly ReadyRows _claimRows;
    private readonly ReadyRows _accumulatorRows;
    private readonly TransferRows _transfers;

    private ChunkWrite(Dialect dialect, FamilyChunk chunk, IEnumerable<FamilyCommit> commits, FenceEpoch fence)
    {
        _chunk = chunk;
        _fence = fence;
        List<AccumulatorRow> accumulators = [];
        List<Transfer> transfers = [];
        foreach (var commit in commits)
            Add(commit, accumulators, transfers);
        _claimRows = dialect.Ready(ClaimRow.Insert, _claims);
        _accumulatorRows = dialect.Ready(AccumulatorRow.Insert, accumulators);
        _transfers = TransferRows.Of(dialect, chunk.Scope, transfers);
    }

    public int Claims => _claims.Count;

    /// <summary>Makes it ready.</summary>
    /// <param name="dialect">Of the database that it is written to.</param>
    /// <param name="chunk">What was decided.</param>
    /// <param name="commits">By family; those without decisions leave nothing.</param>
    /// <param name="fence">Under which it was.</param>
    public static ChunkWrite Of(
        Dialect dialect, FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence) =>
        new(dialect, chunk, commits.Where(commit => commit.Decisions.Count > 0), fence);

    /// <summary>Writes it, or throws and leaves nothing.</summary>
    public void Run(WriteSession session)
    {
        using var found = session.Connection.QueryMultiple(
            ChunkGround.Questions(_chunk.Shards), ChunkGround.Bind(_chunk.Scope.Bound(), _fence, _chunk.Shards));
        Run(session, ChunkGround.Read(found));
    }

    /// <summary>Writes it, or throws and leaves nothing.</summary>
    /// <param name="session">Within which it is done.</param>
    /// <param name="ground">As asked within the same session.</param>
    public void Run(WriteSession session, ChunkGround ground)
    {
        CheckFence(ground);
        CheckWaiting(session);
        session.Require(FamilyMark.New, _families.Where(family => family.Version == 0), Changed);
        session.Require(FamilyMark.Next, _families.Where(family => family.Version > 0), Changed);
        session.Insert(_claimRows);
        session.Enqueue(Reversed.Mark, _reversed);
        Release(session, _chunk.Released.Select(waiting =>
            new Reversed(_chunk.Scope, waiting.Family, waiting.Claim.Id, ReleasedAs(waiting))));
        session.Insert(_accumulatorRows);
        _transfers.Post(session);
        Outbox.Append(session, _chunk.Scope, _claims.Select(row =>
            (ShardNumber.Of(_chunk.Scope, row.Decision.Family), OutboxEvent.ClaimDecided, row.Number)), ground.Last);
    }

    private void Add(FamilyCommit commit, List<AccumulatorRow> accumulators, List<Transfer> transfers)
    {
        var (scope, context) = (_chunk.Scope, commit.Family.Context);
        var shard = ShardNumber.Of(scope, commit.Family.Id);
        _families.Add(new FamilyMark(
            scope, commit.Family.Id, shard, commit.Family.Version,
            commit.Family.LastSequence + commit.Decisions.Count,
            _chunk.Answered is null && !_chunk.IsSingle ? _chunk.Import : commit.Family.LastImport));
        HashSet<AccumulatorKey> touched = [];
        foreach (var decision in commit.Decisions)
        {
            var row = ClaimRow.Of(scope, _chunk.Import, decision, context);
            _claims.Add(row);
            if (row.Original is not null)
                _reversed.Add(new Reversed(scope, commit.Family.Id, row.Original.Claim.Id, decision.Claim.Id));
            transfers.AddRange(DecisionTransfers.Of(decision, row.Original, shard));
            touched.UnionWith(decision.Determination.Movements.Select(movement => movement.Key));
            touched.UnionWith(decision.Determination.ReversedMovements.Select(movement => movement.Key));
        }
        accumulators.AddRange(touched.Select(
            key => new AccumulatorRow(scope, commit.Family.Id, key, context.Accumulators[key])));
    }

    // A claim that waited for its enrolment names itself: it is decided under the same number in its family.
    private ClaimId ReleasedAs(WaitingClaim waiting) =>
        _chunk.Answered is not null && _chunk.Families[0].Family == waiting.Family
            ? _claims[0].Decision.Claim.Id
            : waiting.Claim.Id;

    // What an examiner answered has to wait still.
    private void Release(WriteSession session, IEnumerable<Reversed> released)
    {
        if (_chunk.Answered is not { } answered)
        {
            session.Enqueue(Reversed.Mark, released);
            return;
        }
        session.Require(Reversed.Mark, released, _ =>
            new FamilyChangedException("The claim was decided by somebody else meanwhile."));
        var decision = _claims[0].Decision;
        PendWorkRows.Write(
            session, _chunk.Scope, answered.Work with { DecidedFamily = decision.Family, Decided = decision.Claim.Id });
    }

    private void CheckWaiting(WriteSession session)
    {
        if (_chunk.Answered is not { } answered)
            return;
        var family = _chunk.Released[0].Family;
        if (PendWorkRows.VersionOf(session.Connection, _chunk.Scope, family) != answered.Version)
            throw new FamilyChangedException($"Family {family} was changed by somebody else meanwhile.");
    }

    private void CheckFence(ChunkGround ground)
    {
        if (ground.HandedOver.Count > 0
            && _chunk.Shards.Where(shard => ground.HandedOver.Contains(shard.Value)).Take(1).ToList()
                is [var handedOver])
            throw new FamilyChangedException($"Shard {handedOver} was handed over to another runner.");
    }

    private static FamilyChangedException Changed(FamilyMark family) =>
        new($"Family {family.Family} was changed by somebody else meanwhile.");

    /// <summary>That a family was decided on, if nobody changed it meanwhile.</summary>
    private sealed record FamilyMark(
        EmployerScope Scope, FamilyId Family, ShardNumber Shard, long Version, long LastSequence, long Import)
    {
        public static BulkStatement<FamilyMark> New { get; } = new(
            """
            insert into family (tenant, employer, family, shard, version, last_sequence, last_import)
            values (@tenant, @employer, @family, @shard, 1, @last, @import) on conflict do nothing
            """,
            (row, binder) =>
            {
                binder.Bind(1, row.Scope.Tenant.Value);
                binder.Bind(2, row.Scope.Employer.Value);
                binder.Bind(3, row.Family.Value);
                binder.Bind(4, (long)row.Shard.Value);
                binder.Bind(5, row.LastSequence);
                binder.Bind(6, row.Import);
            });

        public static BulkStatement<FamilyMark> Next { get; } = new(
            """
            update family set version = version + 1, last_sequence = @last, last_import = @import
            where tenant = @tenant and employer = @employer and family = @family and version = @version
            """,
            (row, binder) =>
            {
                binder.Bind(1, row.LastSequence);
                binder.Bind(2, row.Import);
                binder.Bind(3, row.Scope.Tenant.Value);
                binder.Bind(4, row.Scope.Employer.Value);
                binder.Bind(5, row.Family.Value);
                binder.Bind(6, row.Version);
            });
    }

    /// <summary>That a claim was taken back.</summary>
    private sealed record Reversed(EmployerScope Scope, FamilyId Family, ClaimId Claim, ClaimId By)
    {
        public static BulkStatement<Reversed> Mark { get; } = new(
            """
            update claim set reversed_by = @by
            where tenant = @tenant and employer = @employer and family = @family and claim = @claim
              and reversed_by is null
            """,
            (row, binder) =>
            {
                binder.Bind(1, row.By.ToString());
                binder.Bind(2, row.Scope.Tenant.Value);
                binder.Bind(3, row.Scope.Employer.Value);
                binder.Bind(4, row.Family.Value);
                binder.Bind(5, row.Claim.ToString());
            });
    }

    /// <summary>What a family has used of a limit.</summary>
    private sealed record AccumulatorRow(EmployerScope Scope, FamilyId Family, AccumulatorKey Key, long Amount)
    {
        public static BulkInsert<AccumulatorRow> Insert { get; } = new(
            "accumulator",
            ["tenant", "employer", "family", "person", "limit_id", "window_first", "part", "amount"],
            OnConflict.Update("tenant", "employer", "family", "person", "limit_id", "window_first", "part"),
            (row, binder) =>
            {
                binder.Bind(1, row.Scope.Tenant.Value);
                binder.Bind(2, row.Scope.Employer.Value);
                binder.Bind(3, row.Family.Value);
                binder.Bind(4, (long)row.Key.Person.Value);
                binder.Bind(5, row.Key.Limit.Value);
                binder.Bind(6, row.Key.WindowFirst);
                binder.Bind(7, row.Key.Part.ToString());
                binder.Bind(8, row.Amount);
            })
        {
            IsDistinct = true,
        };
    }
}
