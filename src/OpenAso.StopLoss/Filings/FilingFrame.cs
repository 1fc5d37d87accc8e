using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Filings;

/// <summary>What filings under the specific and the aggregate have in common: their days, what is late, and a pack with
/// checklist, totals and manifest.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="PositionOf">The day of the position that is claimed.</param>
/// <param name="FiledOn">The day of the filing.</param>
/// <param name="DueOn">The last day on which it is in time.</param>
internal sealed record FilingFrame(StopLossPolicy Policy, DateOnly PositionOf, DateOnly FiledOn, DateOnly DueOn)
{
    /// <summary>A filing that is made, or the finding that it cannot be: a pack that does not add up is not
    /// made.</summary>
    public static Parsed<T?> Made<T>(Finding? obstacle, Func<(T Filing, ValueList<Finding> Findings)> make)
        where T : class
    {
        if (obstacle is not null)
            return new Parsed<T?>(null, [obstacle]);
        var (filing, findings) = make();
        return new Parsed<T?>(filing, findings);
    }

    /// <summary>What is late, then what else there is, then what the checklist is open at.</summary>
    public ValueList<Finding> Findings(IEnumerable<Finding> own, ValueList<ChecklistRow> checklist) =>
        [.. Late(), .. own, .. Checklist.Findings(checklist)];

    /// <summary>The pack, checklist and totals beside its tables.</summary>
    public FilingPack Pack(
        FilingSubject subject, IEnumerable<PackContent> tables, ValueList<ChecklistRow> checklist,
        ValueList<Finding> findings)
    {
        var manifest = new PackManifest(subject.Name, [.. Facts(subject)], subject.Totals);
        return manifest.Pack(
            [.. tables, Checklist.Content(checklist), manifest.Totals("totals.csv")], checklist, [.. findings]);
    }

    public static Finding Reject(string code, Sentence sentence) =>
        new(code, Severity.Rejected, Place.None, sentence);

    public static Finding Warn(string code, Sentence sentence) =>
        new(code, Severity.Warning, Place.None, sentence);

    private IEnumerable<(string, string)> Facts(FilingSubject subject) =>
    [
        ("policy", Policy.Number),
        ("carrier", Policy.Carrier),
        .. subject.What,
        ("positionOf", PackManifest.Text(PositionOf)),
        .. subject.Passed,
        ("filedOn", PackManifest.Text(FiledOn)),
        ("dueOn", PackManifest.Text(DueOn)),
        ("daysLate", FilingSchedule.DaysLate(DueOn, FiledOn).ToString(CultureInfo.InvariantCulture)),
    ];

    private IEnumerable<Finding> Late()
    {
        var days = FilingSchedule.DaysLate(DueOn, FiledOn);
        if (days > 0)
            yield return Warn(StopLossCodes.FiledLate, StopLossTexts.Room["filing.late", DueOn, days]);
    }
}

/// <summary>What is filed.</summary>
/// <param name="Name">What the pack is called.</param>
/// <param name="What">Claimant, kind, number, as they stand in the manifest.</param>
/// <param name="Passed">Days that belong to the position; may be none.</param>
/// <param name="Totals">Amounts by name, in order.</param>
internal sealed record FilingSubject(
    string Name, IReadOnlyList<(string, string)> What, IReadOnlyList<(string, string)> Passed,
    IReadOnlyList<(string, Money)> Totals);
