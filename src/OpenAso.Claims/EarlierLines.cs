using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>A line of the same person that was decided before the one under decision.</summary>
internal readonly record struct EarlierLine(
    DateRange Dates, LineDetermination Decided, Benefit? Benefit, ResolvedPlan? Plan, DateOnly? Admitted,
    bool IsOfThisClaim);

/// <summary>The same person's earlier lines: of this claim, then of every standing claim with service on some of these
/// days, whatever day a line of it is of.</summary>
internal ref struct EarlierLines(LineScene scene, DateRange days, bool sameProvider)
{
    private readonly LineScene _scene = scene;
    private int _line = -1;
    private int _claim = -1;

    public EarlierLine Current { get; private set; }

    public readonly EarlierLines GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_claim < 0)
        {
            if (++_line < _scene.Index)
            {
                Current = OfThisClaim(_line);
                return true;
            }
            return NextClaim();
        }
        var decided = _scene.Context.History.Claims[_claim];
        if (++_line >= decided.Claim.Lines.Length)
            return NextClaim();
        Current = OfEarlierClaim(decided, _line);
        return true;
    }

    private bool NextClaim()
    {
        var history = _scene.Context.History;
        var claims = history.Claims;
        while ((_claim = history.NextOf(_scene.Person.Number, days, _claim + 1)) < claims.Count)
        {
            if (!Concerns(claims[_claim]))
                continue;
            _line = 0;
            Current = OfEarlierClaim(claims[_claim], 0);
            return true;
        }
        return false;
    }

    private readonly bool Concerns(DecidedClaim decided) =>
        decided.IsLive && decided != _scene.Work.Original
        && decided.Determination.Status == ClaimStatus.Payable
        && (!sameProvider || DuplicateSearch.SameProvider(decided.Claim.Billing, _scene.Claim.Billing));

    private readonly EarlierLine OfThisClaim(int index) =>
        new(_scene.Claim.Lines[index].Dates, _scene.Work.LinesOf(_scene.Claim)[index], _scene.Work.Benefits[index],
            _scene.Work.Plans[index], _scene.Claim.Admitted, true);

    private readonly EarlierLine OfEarlierClaim(DecidedClaim decided, int index)
    {
        var dates = decided.Claim.Lines[index].Dates;
        var determination = decided.Determination;
        var line = determination.Lines[index];
        var plan = _scene.Context.Plans.Find(determination.Plan, determination.PlanVersion, dates.First);
        var benefit = plan is not null && line.Benefit >= 0 ? plan.Benefits[line.Benefit] : null;
        return new EarlierLine(dates, line, benefit, plan, decided.Claim.Admitted, false);
    }
}
