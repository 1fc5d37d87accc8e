using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>What is known so far of the claim under decision. Reused from claim to claim by one thread.</summary>
internal sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? _current;

    private LineDetermination[] _lines = new LineDetermination[16];
    private PricedLine[] _pricedLines = new PricedLine[16];

    public List<Step> Steps { get; } = new(64);

    public List<AccumulatorMovement> Movements { get; } = new(16);

    /// <summary>The movements of the claim that this one replaces, the other way.</summary>
    public List<AccumulatorMovement> Reversed { get; } = new(16);

    public Benefit?[] Benefits { get; private set; } = new Benefit?[16];

    /// <summary>The terms that each line was decided by: lines on both sides of an amendment differ.</summary>
    public ResolvedPlan?[] Plans { get; private set; } = new ResolvedPlan?[16];

    public PendReasons Pends { get; set; }

    public Person? Person { get; set; }

    public ResolvedPlan? Plan { get; set; }

    public DecidedClaim? Original { get; set; }

    /// <summary>What an examiner answers; null for most claims.</summary>
    public ExaminerAnswers? Answers { get; set; }

    public static Workspace For(Claim claim)
    {
        var workspace = _current ??= new Workspace();
        workspace.Clear(claim.Lines.Length);
        return workspace;
    }

    public Span<LineDetermination> LinesOf(Claim claim) => _lines.AsSpan(0, claim.Lines.Length);

    /// <summary>Room for what is asked of the price book, to be filled before it is read.</summary>
    public Span<PricedLine> PricedLinesOf(Claim claim) => _pricedLines.AsSpan(0, claim.Lines.Length);

    public void Step(StepKind kind, Money amount, ClauseNumber clause, int line)
    {
        if (!amount.IsZero || kind == StepKind.PlanPays)
            Steps.Add(new Step(amount, clause, kind, (ushort)line));
    }

    private void Clear(int lines)
    {
        if (_lines.Length < lines)
        {
            _lines = new LineDetermination[lines];
            _pricedLines = new PricedLine[lines];
            Benefits = new Benefit?[lines];
            Plans = new ResolvedPlan?[lines];
        }
        Array.Clear(_lines, 0, lines);
        Array.Clear(Benefits, 0, lines);
        Array.Clear(Plans, 0, lines);
        Steps.Clear();
        Movements.Clear();
        Reversed.Clear();
        Pends = PendReasons.None;
        Person = null;
        Plan = null;
        Original = null;
        Answers = null;
    }
}
