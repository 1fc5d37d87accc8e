using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Notices;

/// <summary>What claims tell of illness and stays in hospital, whatever was paid for them.</summary>
/// <remarks>Every line of coverage tells: a carrier wants to hear of the illness, not of the bill. A claim tells if its
/// day of service lies in the window of the policy; what it told stays known after the claim was given
/// back.</remarks>
internal static class Sighting
{
    /// <summary>Diagnoses that the policy lists, by day and name.</summary>
    public static ValueList<DiagnosisSeen> Diagnoses(IEnumerable<ClaimPayment> payments, CountingScene scene)
    {
        var first = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var payment in payments)
        {
            if (payment.Diagnosis.Length == 0 || SeenOn(payment, scene) is not { } day)
                continue;
            foreach (var trigger in scene.Policy.Notices.Diagnoses)
            {
                if (trigger.Includes(payment.Diagnosis)
                    && (!first.TryGetValue(trigger.Name, out var seen) || day < seen))
                    first[trigger.Name] = day;
            }
        }
        return first.Select(pair => new DiagnosisSeen(pair.Key, pair.Value))
            .OrderBy(seen => seen.On).ThenBy(seen => seen.Name, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>Stays longer than the policy allows without telling, by their first day.</summary>
    /// <remarks>Claims whose days touch or overlap are one stay: a hospital may bill a long one in parts.</remarks>
    public static ValueList<HospitalStay> Stays(IEnumerable<ClaimPayment> payments, CountingScene scene)
    {
        if (scene.Policy.Notices.Confinement is not { } most)
            return [];
        var parts = payments.Where(payment => payment.ConfinementDays > 0)
            .Select(payment => (payment, Seen: SeenOn(payment, scene)))
            .Where(pair => pair.Seen is not null)
            .Select(pair => new StayPart(pair.payment, pair.Seen!.Value))
            .OrderBy(part => part.First)
            .ToList();
        return Joined(parts).Select(stay => Longer(stay, most)).OfType<HospitalStay>().ToValueList();
    }

    private static IEnumerable<List<StayPart>> Joined(List<StayPart> parts)
    {
        List<StayPart> stay = [];
        var last = 0;
        foreach (var part in parts)
        {
            if (stay.Count > 0 && part.First > last + 1)
            {
                yield return stay;
                stay = [];
            }
            last = stay.Count > 0 ? Math.Max(last, part.Last) : part.Last;
            stay.Add(part);
        }
        if (stay.Count > 0)
            yield return stay;
    }

    private static HospitalStay? Longer(List<StayPart> stay, int most)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        DateOnly? known = null;
        foreach (var part in stay.OrderBy(part => part.Seen).ThenBy(part => part.First).ThenBy(part => part.Last))
        {
            (first, last) = (Math.Min(first, part.First), Math.Max(last, part.Last));
            known ??= last - first + 1 > most ? part.Seen : null;
        }
        return known is { } on ? new HospitalStay(DateOnly.FromDayNumber(first), last - first + 1, on) : null;
    }

    // The plan knows what it has decided. Where nobody says when that was, its first known day will do.
    private static DateOnly? SeenOn(ClaimPayment payment, CountingScene scene)
    {
        var window = (scene.Specific ?? scene.Aggregate)!.Basis.Incurred;
        if (payment.Amount.IsNegative || !window.Contains(payment.Incurred))
            return null;
        var day = payment.Dates.Adjudicated ?? payment.Dates.Earliest ?? payment.Incurred;
        return day <= scene.AsOf ? day : null;
    }

    private readonly record struct StayPart(int First, int Last, DateOnly Seen)
    {
        public StayPart(ClaimPayment payment, DateOnly seen)
            : this(
                payment.Incurred.DayNumber,
                (int)Math.Min(
                    (long)payment.Incurred.DayNumber + payment.ConfinementDays - 1, DateOnly.MaxValue.DayNumber),
                seen)
        {
        }
    }
}
