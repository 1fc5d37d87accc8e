using OpenAso.Claims;
using OpenAso.Plans;

namespace OpenAso.Correspondence;

/// <summary>A reason that stands below a claim's table, for one or more of its lines.</summary>
/// <param name="Words">The reason.</param>
/// <param name="Mend">What would change the decision; empty where nothing would.</param>
/// <param name="Codes">Standard codes, for a provider who asks; empty where there are none.</param>
/// <param name="Clause">The provision of the plan; null where a contract or the enrolment decides.</param>
internal sealed record ClaimNote(string Words, string Mend, string Codes, Clause? Clause);

/// <summary>Collects the reasons of one claim, each once, numbered from 1.</summary>
internal sealed class ClaimNotes
{
    private readonly List<ClaimNote> _notes = [];
    private readonly List<int>[] _byLine;

    /// <summary>The reasons of a claim.</summary>
    /// <param name="determination">Not void: what is taken back needs no reasons.</param>
    /// <param name="planOf">The terms that a line was decided by; null where none were reached.</param>
    public ClaimNotes(Determination determination, Func<int, ResolvedPlan?> planOf)
    {
        _byLine = new List<int>[determination.Lines.Length];
        for (var i = 0; i < _byLine.Length; i++)
        {
            _byLine[i] = [];
            if (determination.Status != ClaimStatus.Void)
                Collect(i, determination, planOf(i));
        }
    }

    public IReadOnlyList<ClaimNote> All => _notes;

    /// <summary>The numbers of a line's reasons.</summary>
    public IReadOnlyList<int> Of(int line) => _byLine[line];

    private void Collect(int index, Determination determination, ResolvedPlan? plan)
    {
        var line = determination.Lines[index];
        var steps = determination.Steps.Where(step => step.Line == index).ToList();
        var cited = new HashSet<ClauseNumber> { ClauseNumber.None };
        var adjustments = new LineAdjustments();
        var count = AdjustmentRules.Of(line, adjustments);
        for (var i = 0; i < count; i++)
        {
            var adjustment = adjustments[i];
            var words = AdjustmentWords.Of(adjustment.Group, adjustment.Reason);
            foreach (var clause in ClausesOf(adjustment, steps))
            {
                cited.Add(clause);
                Add(index, new ClaimNote(words.Reason, words.Mend, CodesOf(adjustment, line), Cite(plan, clause)));
            }
        }
        foreach (var step in steps.Where(step => step.Kind == StepKind.OutOfPocketMaximum))
        {
            Add(index, new ClaimNote("You have reached the most that you pay in a year, so you pay less here than you "
                + "otherwise would.", "", "", Cite(plan, step.Clause)));
        }
        foreach (var step in steps.Where(step => step.Kind == StepKind.PlanPays && cited.Add(step.Clause)))
            Add(index, new ClaimNote("Your plan covers this service.", "", "", Cite(plan, step.Clause)));
    }

    // As a rule one; two where a limit on services and one in dollars both cut the line; none where a contract decides.
    private static IEnumerable<ClauseNumber> ClausesOf(LineAdjustment adjustment, List<Step> steps)
    {
        StepKind[] kinds = (adjustment.Group, adjustment.Reason.ToString()) switch
        {
            (AdjustmentGroup.PR, "1") => [StepKind.Deductible],
            (AdjustmentGroup.PR, "2") => [StepKind.Coinsurance],
            (AdjustmentGroup.PR, "3") => [StepKind.Copay],
            (AdjustmentGroup.PR, "197") => [StepKind.Penalty],
            (_, "45") => [],
            _ => [StepKind.NotCovered, StepKind.LimitCut, StepKind.ProviderLiability],
        };
        return steps.Where(step => kinds.Contains(step.Kind) && step.Clause != ClauseNumber.None)
            .Select(step => step.Clause).Distinct().DefaultIfEmpty();
    }

    private static string CodesOf(LineAdjustment adjustment, in LineDetermination line)
    {
        var code = $"{adjustment.Group}-{adjustment.Reason}";
        var remark = AdjustmentRules.RemarkOf(line.Denial);
        return remark.IsNone || adjustment.Reason != AdjustmentRules.ReasonOf(line.Denial) ? code : $"{code}, {remark}";
    }

    private static Clause? Cite(ResolvedPlan? plan, ClauseNumber clause) =>
        plan is null || clause == ClauseNumber.None ? null : plan[clause];

    private void Add(int line, ClaimNote note)
    {
        var number = _notes.IndexOf(note) + 1;
        if (number == 0)
        {
            _notes.Add(note);
            number = _notes.Count;
        }
        if (!_byLine[line].Contains(number))
            _byLine[line].Add(number);
    }
}
