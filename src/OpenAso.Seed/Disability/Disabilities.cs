using OpenAso.Seed.People;

namespace OpenAso.Seed.Disability;

/// <summary>Makes up who becomes disabled; nothing of it moves what is made up beside.</summary>
internal static class Disabilities
{
    private const int OfYear = 6;
    private const int LongOfTen = 2;
    private const int LeastOfLong = 420;
    private const long Key = 7_001;

    /// <summary>The disabilities of a corpus, by first day and household.</summary>
    public static IReadOnlyList<DisabilityDraft> Of(SeedCorpus corpus)
    {
        var window = corpus.Request.Window;
        List<DisabilityDraft> drafts = [.. corpus.Households.SelectMany(household => Of(household, window))
            .Where(draft => draft.From >= window.First && draft.Received <= window.Last
                && draft.Household.IsActiveOn(draft.LastDayWorked) && draft.Household.IsActiveOn(draft.From))
            .OrderBy(draft => draft.From).ThenBy(draft => draft.Household.Id, StringComparer.Ordinal)];
        if (corpus.Request.Employer.HasLongTerm && !drafts.Exists(draft => IsDue(draft, window)))
            GoOn(drafts, window);
        return drafts;
    }

    /// <summary>Whether a long-term claim is made within the window, a month before its benefits begin, and benefits of
    /// a month are paid.</summary>
    public static bool IsDue(DisabilityDraft draft, SeedWindow window) => draft.IsLong && CanBeDue(draft, window);

    private static bool CanBeDue(DisabilityDraft draft, SeedWindow window) =>
        draft.From.AddDays(DisabilityDraft.LongTermAfter + 31) <= window.Last;

    // Few employees have no such disability in a year: then the earliest of another kind goes on, so that whoever has a
    // long-term plan sees it pay.
    private static void GoOn(List<DisabilityDraft> drafts, SeedWindow window)
    {
        var at = drafts.FindIndex(draft => draft is { Delivered: null, IsProved: true } && CanBeDue(draft, window));
        if (at >= 0)
            drafts[at] = drafts[at] with { Days = LeastOfLong };
    }

    // One drawing for each year of the window, and maternity on the day on which it comes.
    private static IEnumerable<DisabilityDraft> Of(Household household, SeedWindow window)
    {
        var own = household.Stream.Branch(Key);
        var salary = 26_000 + 500 * own.Below(160);
        foreach (var delivery in household.Subscriber.Deliveries)
        {
            var stream = own.Branch(delivery.DayNumber);
            var cesarean = stream.Percent(30);
            yield return new DisabilityDraft(
                household, delivery, "pregnancy", cesarean ? 56 : 42, salary, delivery, cesarean, IsProved: true);
        }
        for (var year = 0; year * 12 < window.Months; year++)
        {
            var stream = own.Branch(year);
            if (stream.Percent(OfYear) && household.Subscriber.Deliveries.Count == 0)
                yield return Ordinary(household, window.StartOf(12 * year).AddDays(stream.Below(360)), salary, stream);
        }
    }

    private static DisabilityDraft Ordinary(Household household, DateOnly from, int salary, SeedStream stream)
    {
        var days = stream.Below(10) < LongOfTen ? stream.Between(240, 900) : 7 * stream.Between(2, 18);
        return new DisabilityDraft(
            household, from, stream.Percent(25) ? "accident" : "sickness", days, salary, null, false,
            IsProved: !stream.Percent(4));
    }
}
