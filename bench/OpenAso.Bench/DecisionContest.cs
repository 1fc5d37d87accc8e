using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Deciding;

namespace OpenAso.Bench;

/// <summary>Deciding claims in memory through the shard runner, with accumulators, history and steps, on one thread,
/// beside a loop over arrays that does the same arithmetic and nothing else.</summary>
internal static class DecisionContest
{
    private const string Path = "ShardRunner over memory";
    private const string Arrays = "arrays only";

    public static Contest Of(Corpus corpus)
    {
        var chunks = Chunks.Of(corpus.Terms.Scope, 1, corpus.Claims, MemberIndex.Of(corpus.Families.Values));
        var store = Decide(corpus, chunks);
        var arithmetic = new ArrayArithmetic(corpus, store.Families);
        arithmetic.Run();
        return new Contest(
            "Deciding claims", "claims", corpus.Claims.Count, Clock.Processor,
            [
                new(Path, () => PaidOf(Decide(corpus, chunks))),
                new(Arrays, arithmetic.Run),
            ],
            [new(Path, Arrays, 0.05, PerSecond: 500_000, Bytes: 1024)])
        {
            Notes =
            [
                $"The arrays know every line's price, copay and limits beforehand, {arithmetic.Lines:N0} lines; they "
                    + $"come to the same shares in {arithmetic.Agreeing:P2} of them (the rest: carry-over, credits "
                    + "between networks, reversals).",
                "The answers are what the plan pays in cents: of every payable claim, and of the lines in the arrays.",
            ],
        };
    }

    private static MemoryFamilyStore Decide(Corpus corpus, IReadOnlyList<FamilyChunk> chunks)
    {
        var store = new MemoryFamilyStore(corpus.Terms.Scope, corpus.Families);
        var runner = new ShardRunner(store, corpus.Terms.Basis);
        foreach (var chunk in chunks)
            runner.Decide(chunk, FenceEpoch.Sole);
        return store;
    }

    private static long PaidOf(MemoryFamilyStore store)
    {
        var paid = Money.Zero;
        foreach (var family in store.Families)
        {
            foreach (var decided in family.Context.History.Claims)
            {
                if (decided.Determination.Status == ClaimStatus.Payable)
                    paid += decided.Determination.PlanPaid;
            }
        }
        return paid.Cents;
    }
}
