using CsCheck;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Tests;

public abstract partial class FamilyStoreConformance
{
    private const int Families = 4;

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Enum<StepKind>(), Gen.Int[0, Families - 1], Gen.Int[0, 1_000].Array[1, 4], Gen.Int[0, 1_000],
        (kind, family, claims, other) => new Step(kind, family, claims, other));

    private enum StepKind
    {
        /// <summary>Claims are decided and committed.</summary>
        Decided,

        /// <summary>Claims are decided on a version that somebody else has changed meanwhile.</summary>
        Overtaken,

        /// <summary>Claims are decided and the runner stops before the commit.</summary>
        Abandoned,

        /// <summary>The commit is sent twice.</summary>
        SentTwice,

        /// <summary>The whole chunk is decided twice.</summary>
        DecidedTwice,
    }

    [Fact]
    public void Whatever_happens_a_store_holds_what_replaying_the_committed_claims_gives()
    {
        var sample = 0;
        AnyStep.Array[1, 12].Sample(
            steps =>
            {
                var scope = Scope with { Employer = new EmployerId($"model-{Interlocked.Increment(ref sample)}") };
                var store = OpenAsync(scope).GetAwaiter().GetResult();
                var model = Seeded.Busiest.Take(Families).Select(id => new Model(id, Load(store, scope, id).Version))
                    .ToList();
                for (var i = 0; i < steps.Length; i++)
                    Take(steps[i], store, scope, import: 2 * i + 1, model[steps[i].Family]);
                foreach (var family in model)
                    family.Check(Load(store, scope, family.Id));
            },
            iter: 40, threads: 1);
    }

    private static void Take(Step step, IFamilyStore store, EmployerScope scope, long import, Model family)
    {
        var chunk = SeededClaims.Chunk(scope, import, (family.Id, step.Claims.Select(family.Claim)));
        var held = new HeldBackCommits(store);
        switch (step.Kind)
        {
            case StepKind.Decided:
                Run(store, chunk);
                family.Commit(chunk);
                break;
            case StepKind.Overtaken:
                Run(held, chunk);
                var overtaking = SeededClaims.Chunk(scope, import + 1, (family.Id, [family.Claim(step.Other)]));
                Run(store, overtaking);
                family.Commit(overtaking);
                Assert.Throws<FamilyChangedException>(() => held.Release());
                break;
            case StepKind.Abandoned:
                Run(held, chunk);
                break;
            case StepKind.SentTwice:
                Run(held, chunk);
                held.Release();
                family.Commit(chunk);
                Assert.Throws<FamilyChangedException>(() => held.Release());
                break;
            default:
                Run(store, chunk);
                family.Commit(chunk);
                Run(store, chunk);
                break;
        }
    }

    private sealed record Step(StepKind Kind, int Family, int[] Claims, int Other);

    /// <summary>A family decided again from its first claim, by nothing but the adjudicator.</summary>
    private sealed class Model(FamilyId id, long enrolledVersion)
    {
        private readonly FamilyContext _context = new(Seeded.Families[id], Seeded.Basis.Plans, Seeded.Basis.Prices);
        private int _commits;

        public FamilyId Id { get; } = id;

        public Claim Claim(int number) => Seeded.Claims[Id][number % Seeded.Claims[Id].Count];

        public void Commit(FamilyChunk chunk)
        {
            _commits++;
            foreach (var sent in chunk.Families[0].Claims)
            {
                var claim = sent.WithId(_context.History.NextId(sent.Id.Content));
                _context.Keep(claim, Adjudicator.Adjudicate(claim, _context));
            }
        }

        public void Check(LoadedFamily stored)
        {
            Assert.Equal((enrolledVersion + _commits, (long)_context.History.Claims.Count),
                (stored.Version, stored.LastSequence));
            Assert.Equal(Claims(_context), Claims(stored.Context));
            Assert.Equal(Used(_context), Used(stored.Context));
        }
    }
}
