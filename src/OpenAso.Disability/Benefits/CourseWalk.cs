using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>Goes through the days of a claim in order.</summary>
internal sealed class CourseWalk
{
    private readonly DisabilityClaim _claim;
    private readonly DisabilityTerms _terms;
    private readonly DisabilityLaw _law;
    private readonly CertifiedDays _certified;
    private readonly List<DisabilityPeriod> _periods = [];
    private readonly List<BenefitDay> _days = [];
    private int _eliminated;
    private int _trialDays;
    private DateOnly? _back;
    private DateOnly? _partTimeFrom;
    private WorkSpell? _lastFull;

    public CourseWalk(DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, CertifiedDays certified)
    {
        (_claim, _terms, _law, _certified) = (claim, terms, law, certified);
        Begin(claim.DisabledFrom, claim.Cause!.Value, claim.LastDayWorked);
    }

    public bool IsOver { get; private set; }

    public DisabilityCourse Course => new(_periods.ToValueList(), _days.ToValueList());

    private DisabilityPeriod Current
    {
        get => _periods[^1];
        set => _periods[^1] = value;
    }

    public void Take(DateOnly day)
    {
        if (_claim.Died is { } died && day > died)
        {
            End(EndReason.Died);
            IsOver = true;
            return;
        }
        var work = _claim.WorkOn(day);
        if (work is { IsFull: true })
        {
            FullWork(day, work);
            return;
        }
        if (_lastFull is not null)
            Relapse(day);
        if (Current.BenefitsFrom is null && !Eliminated(day))
            return;
        Benefit(day, work);
    }

    private void Begin(DateOnly day, DisabilityCause cause, DateOnly lastWorked)
    {
        _periods.Add(new DisabilityPeriod
        {
            Number = _periods.Count + 1,
            First = day,
            Cause = cause,
            LastWorked = lastWorked,
            End = EndReason.Elimination,
        });
        (_eliminated, _trialDays, _back, _partTimeFrom) = (0, 0, null, null);
    }

    private void FullWork(DateOnly day, WorkSpell work)
    {
        _lastFull = work;
        _back ??= day;
        if (Current.BenefitsFrom is null)
            _trialDays++;
        End(EndReason.Returned);
    }

    // A relapse is the same disability within the plan's time, and in the elimination period within the days of trial
    // work; from another cause it never is.
    private void Relapse(DateOnly day)
    {
        var cause = _lastFull!.Then ?? Current.Cause;
        var isSame = cause == Current.Cause && (Current.BenefitsFrom is null
            ? _trialDays <= _terms.Elimination.TrialWorkDays
            : day <= _terms.Recurrent.LastDay(_back!.Value));
        if (!isSame)
            Begin(day, cause, day.AddDays(-1));
        else if (Current.BenefitsFrom is not null)
            Current = Current with { DaysBack = Current.DaysBack + day.DayNumber - _back!.Value.DayNumber };
        else
            End(EndReason.Elimination);
        (_lastFull, _back) = (null, null);
    }

    private bool Eliminated(DateOnly day)
    {
        var waived = _terms.Elimination.HospitalFirstDay && InHospital(day);
        if (_eliminated < _terms.Elimination.DaysFor(Current.Cause) && !waived)
        {
            _eliminated++;
            return false;
        }
        Current = Current with
        {
            BenefitsFrom = day,
            AnyOccupationFrom = _terms.Occupation.OwnMonths is { } months ? day.AddMonths(months) : null,
        };
        return true;
    }

    private void Benefit(DateOnly day, WorkSpell? work)
    {
        var first = Current.BenefitsFrom!.Value;
        var limits = new BenefitLimits(_claim, _terms, _law, Current);
        Current = Current with { LatestEnd = limits.LatestEnd };
        if (day > limits.Duration || (day > limits.Limitation && !(limits.ExceptConfined && InHospital(day))))
        {
            End(day > limits.Duration ? EndReason.Duration : EndReason.Limitation);
            IsOver = day > limits.Duration || !limits.ExceptConfined;
            return;
        }
        if (work is not null && !PaysFor(work))
        {
            End(EndReason.Earnings);
            return;
        }
        if (_certified.IsWithdrawn(day))
        {
            End(EndReason.ProofWithdrawn);
            return;
        }
        var any = Current.AnyOccupationFrom is { } boundary && day >= boundary;
        if (any && _certified.Holds(day, anyOccupation: false) && !_certified.Holds(day, anyOccupation: true))
        {
            End(EndReason.AnyOccupation);
            return;
        }
        End(EndReason.None);
        if (work is not null)
            _partTimeFrom ??= day;
        _days.Add(new BenefitDay(
            day,
            Current.Number,
            Number(first, day),
            Calendar.FullMonths(first, day),
            _certified.Holds(day, any),
            work is null ? -1 : Calendar.FullMonths(_partTimeFrom!.Value, day)));
    }

    private bool PaysFor(WorkSpell work)
    {
        if (_terms.Work is not { } incentive || _terms.Class(_claim.Class) is not { } definition
            || PredisabilityEarnings.Of(_claim.Earnings, definition, Current.LastWorked, _terms.IsWeekly)
                is not { } earnings)
            return false;
        var earned = work.Earnings!.For(_terms.IsWeekly);
        return incentive.MostEarnings == Percent.Whole
            ? earned < earnings.ForPeriod
            : earned < earnings.ForPeriod.Times(incentive.MostEarnings, Rounding.HalfUp);
    }

    private int Number(DateOnly first, DateOnly day) => _terms.IsWeekly
        ? (day.DayNumber - first.DayNumber) / 7 + 1
        : 12 * (day.Year - first.Year) + day.Month - first.Month + 1;

    private bool InHospital(DateOnly day) => _claim.Hospital.Items.Any(stay => stay.Contains(day));

    private void End(EndReason reason) => Current = Current with { End = reason };
}
