using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims.Tests;

/// <summary>Builds small plans in the words of a plan document, for tests of the arithmetic alone.</summary>
internal sealed class PlanBuilder
{
    private static readonly ClauseNumber AnyClause = new(1);
    private readonly List<Limit> _limits = [];
    private readonly List<NetworkTier> _tiers = [];
    private readonly List<Benefit> _benefits = [];
    private TimelyFiling? _filing;
    private PlanYear _year = PlanYear.Calendar;

    public PlanBuilder YearFrom(int month)
    {
        _year = new PlanYear(month, 1);
        return this;
    }

    public int Limit(string id, LimitMeasure measure, long? person, long? family = null,
        LimitWindow window = LimitWindow.CalendarYear, Func<Limit, Limit>? and = null, long? selfOnly = null,
        int rollingMonths = 0, bool perTooth = false, CarryOver? carryOver = null, int[]? alsoCredits = null)
    {
        _limits.Add(new Limit
        {
            Id = new LimitId(id), Index = _limits.Count, Clause = AnyClause, Measure = measure,
            Person = person, Family = family, SelfOnly = selfOnly, Window = window, RollingMonths = rollingMonths,
            PerTooth = perTooth, CarryOver = carryOver, AlsoCredits = [.. alsoCredits ?? []],
        });
        return _limits.Count - 1;
    }

    public int Deductible(string id, int? person, int? family, CarryOver? carryOver = null, int? selfOnly = null,
        LimitWindow window = LimitWindow.CalendarYear, int[]? alsoCredits = null) =>
        Limit(id, LimitMeasure.Deductible, person * 100L, family * 100L, window,
            carryOver: carryOver, selfOnly: selfOnly * 100L, alsoCredits: alsoCredits);

    public int OutOfPocket(string id, int? person, int? family) =>
        Limit(id, LimitMeasure.OutOfPocket, person * 100L, family * 100L);

    public PlanBuilder Tier(string network, int? deductible = null, int? outOfPocket = null)
    {
        _tiers.Add(new NetworkTier
        {
            Id = network.Length > 0 ? network : "out", Name = network, Index = _tiers.Count,
            Networks = network.Length > 0 ? [network] : [], Deductible = deductible, OutOfPocketMaximum = outOfPocket,
        });
        return this;
    }

    public PlanBuilder Benefit(string codes, int coinsurance = 0, bool deductible = false, Copay? copay = null,
        bool deductibleFirst = false, int[]? limits = null, WaitingPeriod? waiting = null,
        AuthorizationPenalty? authorization = null, int? minimumAge = null, int? maximumAge = null,
        int notInTier = -1)
    {
        var sharing = new CostSharing(copay, deductible, deductibleFirst, Percent.Of(coinsurance), AnyClause);
        _benefits.Add(new Benefit
        {
            Id = codes, Name = codes, Index = _benefits.Count, Clause = AnyClause, Covered = true,
            Services = Match(codes, minimumAge, maximumAge),
            ByTier = [.. Enumerable.Range(0, Math.Max(1, _tiers.Count)).Select(i => i == notInTier ? null : sharing)],
            Limits = [.. limits ?? []], Waiting = waiting, Authorization = authorization,
        });
        return this;
    }

    public PlanBuilder Everything(Copay? copay = null, int[]? limits = null)
    {
        Benefit("A*", copay: copay, limits: limits);
        _benefits[^1] = new Benefit
        {
            Id = "all", Name = "all", Index = _benefits.Count - 1, Clause = AnyClause, Covered = true, Services = [],
            ByTier = _benefits[^1].ByTier, Limits = _benefits[^1].Limits,
        };
        return this;
    }

    public PlanBuilder Excluded(string codes)
    {
        _benefits.Add(new Benefit
        {
            Id = codes, Name = codes, Index = _benefits.Count, Clause = AnyClause, Covered = false,
            Services = Match(codes),
        });
        return this;
    }

    public PlanBuilder FiledWithin(int days)
    {
        _filing = new TimelyFiling(days, AnyClause);
        return this;
    }

    public Plan Build(string id = "ppo", LineOfCoverage line = LineOfCoverage.Medical) =>
        new([new ResolvedPlan
        {
            Id = new PlanId(id), Name = id, Line = line, Currency = "USD", Version = ContentHash.Of(id),
            InForce = new DateRange(new DateOnly(2020, 1, 1), new DateOnly(2030, 12, 31)), Year = _year,
            Clauses = [new Clause(new ClauseId(""), ""), new Clause(new ClauseId("1"), "As agreed.")],
            Tiers = [.. _tiers], Benefits = [.. _benefits], Limits = [.. _limits], TimelyFiling = _filing,
        }]);

    private static ImmutableArray<ServiceMatch> Match(string codes, int? minimumAge = null, int? maximumAge = null) =>
        [new ServiceMatch
        {
            Procedures = CodeSet.Of(codes.Split(' ').Select(code =>
                CodeSet.TryParseRun(code, out var run) ? run : throw new ArgumentException(code))),
            MinimumAge = minimumAge, MaximumAge = maximumAge,
        }];
}
