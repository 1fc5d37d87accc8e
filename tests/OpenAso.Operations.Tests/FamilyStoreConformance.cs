using System.Buffers;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Tests;

/// <summary>What every store of families promises, whether it is memory or a database.</summary>
public abstract partial class FamilyStoreConformance
{
    private protected static SeededClaims Seeded => SeededClaims.Acme;

    private protected static EmployerScope Scope => Seeded.Scope;

    private protected static FamilyId Busy => Seeded.Busiest[0];

    [Fact]
    public async Task A_family_that_nobody_enrolled_has_no_people_and_no_past()
    {
        var store = await OpenAsync(Scope);
        var nobody = FamilyClaims.UnknownFamily("X1");
        var family = Load(store, Scope, nobody);
        Assert.Equal((nobody, 0L, 0L, 0L), (family.Id, family.Version, family.LastSequence, family.LastImport));
        Assert.Null(family.Context.Family);
        Assert.Empty(family.Context.History.Claims);
        Assert.Empty(family.Context.Accumulators.Entries);
        var pended = Decide(store, Scope, 1, nobody, Seeded.Claims[Busy].Take(1));
        Assert.Equal(ClaimStatus.Pended, pended[0].Determination.Status);
        Assert.Equal((1L, 1L), (Load(store, Scope, nobody).Version, Load(store, Scope, nobody).LastSequence));
    }

    [Fact]
    public async Task People_and_coverage_read_back_as_they_were_enrolled()
    {
        var store = await OpenAsync(Scope);
        Assert.All(Seeded.Families.Values,
            family => Assert.Equal(family.People, Load(store, Scope, family.Id).Context.Family!.People));
    }

    [Fact]
    public async Task A_commit_raises_the_version_by_one_and_the_sequence_by_each_decision()
    {
        var store = await OpenAsync(Scope);
        var before = Load(store, Scope, Busy);
        var first = Decide(store, Scope, 1, Busy, Seeded.Claims[Busy].Take(3));
        var second = Decide(store, Scope, 2, Busy, Seeded.Claims[Busy].Skip(3).Take(2));
        var after = Load(store, Scope, Busy);
        Assert.Equal([1, 2, 3, 4, 5], first.Concat(second).Select(decision => decision.Sequence));
        Assert.Equal((before.Version + 2, 5L, 2L), (after.Version, after.LastSequence, after.LastImport));
    }

    [Fact]
    public async Task A_commit_on_an_older_version_is_refused_and_writes_nothing()
    {
        var store = await OpenAsync(Scope);
        var (first, second) = Seeded.Neighbours;
        var late = new HeldBackCommits(store);
        Run(late, SeededClaims.Chunk(Scope, 1, (first, Seeded.Claims[first]), (second, Seeded.Claims[second])));
        Decide(store, Scope, 2, second, Seeded.Claims[second].Take(1));
        var before = Everything(store, first, second);
        var refused = Assert.Throws<FamilyChangedException>(() => late.Release());
        Assert.Contains(second.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything(store, first, second));
    }

    [Fact]
    public async Task A_first_commit_on_an_older_version_is_refused_too()
    {
        var store = await OpenAsync(Scope);
        var nobody = FamilyClaims.UnknownFamily("X2");
        var late = new HeldBackCommits(store);
        Run(late, SeededClaims.Chunk(Scope, 1, (nobody, Seeded.Claims[Busy].Take(2))));
        Decide(store, Scope, 2, nobody, Seeded.Claims[Busy].Take(1));
        var before = Everything(store, nobody);
        Assert.Throws<FamilyChangedException>(() => late.Release());
        Assert.Equal(before, Everything(store, nobody));
    }

    [Fact]
    public async Task What_was_decided_and_never_committed_leaves_no_trace()
    {
        var store = await OpenAsync(Scope);
        Decide(store, Scope, 1, Busy, Seeded.Claims[Busy].Take(2));
        var before = Everything(store, Busy);
        Run(new HeldBackCommits(store), SeededClaims.Chunk(Scope, 2, (Busy, Seeded.Claims[Busy].Skip(2).Take(3))));
        Assert.Equal(before, Everything(store, Busy));
    }

    [Fact]
    public async Task A_commit_that_is_sent_twice_is_refused_the_second_time()
    {
        var store = await OpenAsync(Scope);
        var unknown = new HeldBackCommits(store);
        Run(unknown, SeededClaims.Chunk(Scope, 1, (Busy, Seeded.Claims[Busy].Take(3))));
        unknown.Release();
        var before = Everything(store, Busy);
        Assert.Throws<FamilyChangedException>(() => unknown.Release());
        Assert.Equal(before, Everything(store, Busy));
    }

    [Fact]
    public async Task A_chunk_that_is_decided_again_after_an_unknown_commit_gives_the_same_and_changes_nothing()
    {
        var store = await OpenAsync(Scope);
        var (first, second) = Seeded.Neighbours;
        Decide(store, Scope, 1, first, Seeded.Claims[first].Take(2));
        var chunk = SeededClaims.Chunk(Scope, 2, (first, Seeded.Claims[first].Skip(2)),
            (second, Seeded.Claims[second]));
        var decided = Run(store, chunk);
        var before = Everything(store, first, second);
        var again = Run(store, chunk);
        Assert.Equal(decided.Select(Text), again.Select(Text));
        Assert.Equal(before, Everything(store, first, second));
    }

    [Fact]
    public async Task Two_employers_and_two_tenants_with_the_same_families_never_see_each_other()
    {
        var store = await OpenAsync(Scope);
        Decide(store, Scope, 1, Busy, Seeded.Claims[Busy]);
        var before = Everything(store, Busy);
        EmployerScope[] others =
        [
            Scope with { Tenant = new TenantId("other-tpa") },
            Scope with { Employer = new EmployerId("other") },
        ];
        foreach (var other in others)
        {
            var beside = await BesideAsync(store, other);
            var stranger = Load(beside, other, Busy);
            Assert.Equal((0L, 0L), (stranger.Version, stranger.LastSequence));
            Assert.Null(stranger.Context.Family);
            Assert.Empty(stranger.Context.History.Claims);
            Assert.Empty(stranger.Context.Accumulators.Entries);
            Assert.All(Decide(beside, other, 1, Busy, Seeded.Claims[Busy].Take(2)),
                decision => Assert.Equal(1, decision.Claim.Id.Occurrence));
            Assert.Equal(2, Load(beside, other, Busy).LastSequence);
        }
        Assert.Equal(before, Everything(store, Busy));
    }

    [Fact]
    public async Task The_same_claim_again_is_its_second_occurrence_and_a_duplicate()
    {
        var store = await OpenAsync(Scope);
        var payable = Decide(store, Scope, 1, Busy, Seeded.Claims[Busy])
            .First(decision => decision.Determination.Status == ClaimStatus.Payable
                && decision.Determination.PlanPaid.IsPositive
                && decision.Claim.Frequency == ClaimFrequency.Original && !IsReversed(store, decision));
        var again = Assert.Single(
            Decide(store, Scope, 2, Busy,
            [Seeded.Claims[Busy].First(claim => claim.Id.Content == payable.Claim.Id.Content)]));
        Assert.Equal(new ClaimId(payable.Claim.Id.Content, 2), again.Claim.Id);
        Assert.Equal((ClaimStatus.Denied, Money.Zero), (again.Determination.Status, again.Determination.PlanPaid));
        Assert.All(again.Determination.Lines, line => Assert.Equal(Denial.Duplicate, line.Denial));
    }

    [Fact]
    public async Task A_reversal_marks_the_claim_that_it_takes_back_and_nothing_else()
    {
        var store = await OpenAsync(Scope);
        var first = Decide(store, Scope, 1, Busy, Seeded.Claims[Busy]);
        var original = first.First(decision => decision.Determination.PlanPaid.IsPositive);
        var correction = original.Claim.Correcting(original.Claim.Id, ClaimFrequency.Void, first[^1].Claim.Received);
        var reversal = Assert.Single(Decide(store, Scope, 2, Busy, [correction]));
        Assert.Equal((ClaimStatus.Void, original.Claim.Id),
            (reversal.Determination.Status, reversal.Determination.Reverses));
        var kept = Load(store, Scope, Busy).Context.History.Claims;
        Assert.Equal(reversal.Claim.Id, kept.Single(claim => claim.Claim.Id == original.Claim.Id).ReversedBy);
        Assert.Equal(
            first.Count(decision => decision.Determination.Reverses is not null) + 1,
                kept.Count(claim => claim.ReversedBy is not null));
    }

    [Fact]
    public async Task Claims_and_determinations_read_back_bit_for_bit()
    {
        var store = await OpenAsync(Scope);
        foreach (var family in Seeded.Busiest.Take(20))
        {
            var decided = Decide(store, Scope, 1, family, Seeded.Claims[family]);
            Assert.Equal(
                decided.Select(decision => Payload(decision.Claim, decision.Determination)),
                Load(store, Scope,
                    family).Context.History.Claims.Select(claim => Payload(claim.Claim, claim.Determination)));
        }
    }

    /// <summary>A store in which the seeded families are enrolled with one employer.</summary>
    private protected abstract Task<IFamilyStore> OpenAsync(EmployerScope scope);

    /// <summary>The same store, for another employer or tenant.</summary>
    private protected virtual Task<IFamilyStore> BesideAsync(IFamilyStore store, EmployerScope other) =>
        Task.FromResult(store);

    /// <summary>All that the store holds of some families, as text; a database adds every row of every table.</summary>
    private protected virtual string Everything(IFamilyStore store, params IEnumerable<FamilyId> families) =>
        string.Join('\n', families.Select(family => Text(Load(store, Scope, family))));

    private protected static LoadedFamily Load(IFamilyStore store, EmployerScope scope, FamilyId family) =>
        Assert.Single(store.Load(SeededClaims.Chunk(scope, 0, (family, [])), Seeded.Basis));

    private protected static IReadOnlyList<Deciding.Decision> Decide(
        IFamilyStore store, EmployerScope scope, long import, FamilyId family, IEnumerable<Claim> claims) =>
        Run(store, SeededClaims.Chunk(scope, import, (family, claims)));

    private protected static IReadOnlyList<Deciding.Decision> Run(IFamilyStore store, FamilyChunk chunk,
        FenceEpoch fence = default) =>
        new ShardRunner(store, Seeded.Basis).Decide(chunk, fence);

    private protected static string Payload(Claim claim, Determination determination)
    {
        var output = new ArrayBufferWriter<byte>();
        ClaimPayload.Write(claim, determination, output);
        return Convert.ToHexString(output.WrittenSpan);
    }

    private static bool IsReversed(IFamilyStore store, Deciding.Decision decision) =>
        Load(store, Scope, decision.Family).Context.History.Find(decision.Claim.Id)!.ReversedBy is not null;

    private static string Text(Deciding.Decision decision) =>
        $"{decision.Family}|{decision.Sequence}|{Payload(decision.Claim, decision.Determination)}";

    private static string Text(LoadedFamily family) =>
        $"{family.Id} {family.Version} {family.LastSequence} {family.LastImport}\n"
        + string.Join('\n', Claims(family.Context)) + '\n' + string.Join('\n', Used(family.Context));

    private static IEnumerable<string> Claims(FamilyContext context) => context.History.Claims
        .Select(claim => $"{Payload(claim.Claim, claim.Determination)} {claim.ReversedBy}");

    private static IEnumerable<string> Used(FamilyContext context) => context.Accumulators.Entries
        .Where(entry => entry.Amount != 0).Select(entry => entry.ToString()).Order(StringComparer.Ordinal);
}
