using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Law;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;

namespace OpenAso.Disability.Tests;

/// <summary>Documents in which a test changes one line: a key with what stands behind it.</summary>
internal static class Sample
{
    public static DisabilityLaw Law { get; } =
        DisabilityLawReader.Read(Repository.Read("rules/disability.yaml"), "disability.yaml").Value!;

    private static readonly (string Key, string Value)[] Weekly =
    [
        ("plan", "{id: p, name: P, line: short-term-disability, currency: USD, first: 2010-01-01}"),
        ("clauses", "{c1: classes, c2: occupation, c3: elimination, c4: recurrent, c5: benefit, c6: minimum, "
            + "c7: duration, c8: overpayment, c9: offsets, c10: other, c11: more}"),
        ("classes", "{all: {clause: c1}}"),
        ("occupation", "{clause: c2}"),
        ("elimination", "{clause: c3, accident: 0, sickness: 7}"),
        ("recurrent", "{clause: c4, days: 14}"),
        ("benefit", "{clause: c5, percent: 60%, days: calendar}"),
        ("duration", "{clause: c7, weeks: 26}"),
        ("overpayment", "{clause: c8, rate: 100%}"),
        ("payment", "employers-agent"),
    ];

    private static readonly (string Key, string Value)[] Monthly =
    [
        ("plan", "{id: p, name: P, line: long-term-disability, currency: USD, first: 2010-01-01}"),
        ("elimination", "{clause: c3, accident: 0, sickness: 0}"),
        ("benefit", "{clause: c5, percent: 60%, days: thirty}"),
        ("duration", "{clause: c7, by-age: [{from-age: 0, months: 24, to-normal-retirement: yes}]}"),
    ];

    private static readonly (string Key, string Value)[] Someone =
    [
        ("claim", "{id: D-1, received: 2026-01-05}"),
        ("claimant", "{id: E-1, first: Ana, last: Reyes, born: 1980-06-01, class: all}"),
        ("coverage", "{short-term-disability: [{from: 2010-01-01}], long-term-disability: [{from: 2010-01-01}]}"),
        ("contributions", "[{year: 2010, employer: 100, employee: 0}]"),
        ("salary", "[{from: 2010-01-01, amount: 52000, per: year}]"),
        ("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: accident}"),
        ("certifications", "[{from: 2026-01-05, to: 2026-03-31}]"),
        ("statements", "{employee: 2026-01-05, employer: 2026-01-05, physician: 2026-01-05}"),
    ];

    public static DisabilityPlan WeeklyPlan(params (string Key, string Value)[] changes) => Plan([.. Weekly], changes);

    public static DisabilityPlan MonthlyPlan(params (string Key, string Value)[] changes) =>
        Plan([.. Weekly], [.. Monthly, .. changes]);

    public static DisabilityClaim Claim(params (string Key, string Value)[] changes)
    {
        var read = DisabilityClaimReader.Read(Text([.. Someone], changes), "claim.yaml");
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Findings));
    }

    public static string WeeklyText(params (string Key, string Value)[] changes) => Text([.. Weekly], changes);

    public static string ClaimText(params (string Key, string Value)[] changes) => Text([.. Someone], changes);

    public static DisabilityAssessment Assess(DisabilityPlan plan, DisabilityClaim claim, string? through = null) =>
        DisabilityAssessment.Of(claim, plan, Law, through is null ? null : DateOnly.Parse(
            through, System.Globalization.CultureInfo.InvariantCulture));

    public static IReadOnlyList<BenefitPayment> Payments(
        DisabilityPlan plan, DisabilityClaim claim, string? through = null) =>
        Assess(plan, claim, through).Schedule?.Payments
            ?? throw new InvalidOperationException($"{Assess(plan, claim, through).Decision}");

    private static DisabilityPlan Plan(List<(string, string)> lines, (string, string)[] changes)
    {
        var read = DisabilityPlanReader.Read(Text(lines, changes), "plan.yaml");
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Findings));
    }

    // A change without a value leaves the line out.
    private static string Text(List<(string Key, string Value)> lines, (string Key, string Value)[] changes)
    {
        foreach (var change in changes)
        {
            var at = lines.FindIndex(line => line.Key == change.Key);
            if (at >= 0)
                lines[at] = change;
            else
                lines.Add(change);
        }
        return string.Concat(
            lines.Where(line => line.Value.Length > 0).Select(line => $"{line.Key}: {line.Value}\n"));
    }
}
