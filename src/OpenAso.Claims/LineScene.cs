using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>One line under decision with everything around it.</summary>
internal readonly ref struct LineScene(
    Claim claim, int index, FamilyContext context, Workspace work, ResolvedPlan plan, Benefit benefit,
    CoverageSpan coverage, Person person)
{
    public Claim Claim { get; } = claim;

    public int Index { get; } = index;

    public ClaimLine Line => Claim.Lines[Index];

    public DateOnly Day => Line.Dates.First;

    public FamilyContext Context { get; } = context;

    public Workspace Work { get; } = work;

    public ResolvedPlan Plan { get; } = plan;

    public Benefit Benefit { get; } = benefit;

    public Person Person { get; } = person;

    public LimitReading Limits => new(
        new LimitSources(Context.Accumulators, Context.Plans, Work.Movements, Work.Reversed), Plan, Person.Number,
        Context.Family!.TierOn(coverage, Day), Day);

    /// <summary>Whether the person has not been covered long enough. Coverage without a gap counts as one.</summary>
    public bool IsWaiting(WaitingPeriod waiting)
    {
        var first = coverage.Dates.First;
        for (var found = true; found;)
        {
            found = false;
            foreach (var span in Person.Coverage)
            {
                if (span.Line != coverage.Line || span.Dates.First >= first || span.Dates.Last.AddDays(1) < first)
                    continue;
                first = span.Dates.First;
                found = true;
            }
        }
        return Day < first.AddMonths(waiting.Months);
    }

    /// <summary>Nothing is allowed, and the member owes the contracted price, or the charge where no contract
    /// holds.</summary>
    public void DenyAtMembersCost(Denial denial, ClauseNumber clause, in TieredPrice price)
    {
        if (!price.IsContracted)
            Deny(denial, clause, price, Line.Charge);
        else if (!price.Price.IsFound)
            Work.Pends |= PendReasons.NoPrice;
        else
            Deny(denial, clause, price, price.Price.Amount);
    }

    private void Deny(Denial denial, ClauseNumber clause, in TieredPrice price, Money owed)
    {
        Work.Step(StepKind.Contractual, Line.Charge - owed, ClauseNumber.None, Index);
        Work.Step(StepKind.NotCovered, owed, clause, Index);
        Work.Step(StepKind.PlanPays, Money.Zero, ClauseNumber.None, Index);
        Work.LinesOf(Claim)[Index] = new LineDetermination
        {
            Billed = Line.Charge,
            Contractual = Line.Charge - owed,
            MemberNotCovered = owed,
            Denial = denial,
            Benefit = (short)Benefit.Index,
            Tier = price.Tier,
            Pricing = owed == Line.Charge ? Providers.PriceMethod.None : price.Price.Method,
            PriceRule = owed == Line.Charge ? 0 : price.Price.Rule,
        };
    }
}
