using OpenAso.Disability.Deciding;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>What pends, what denies, and under which clause.</summary>
public class DecisionTests
{
    public static TheoryData<string, string, DecisionReason> Missing { get; } = new()
    {
        { "claimant", "{id: E, first: A, last: B, born: 1980-01-01}", DecisionReason.ClassUnknown },
        { "claimant", "{id: E, first: A, last: B, born: 1980-01-01, class: some}", DecisionReason.ClassUnknown },
        { "claimant", "{id: E, first: A, last: B, class: all}", DecisionReason.BirthDateUnknown },
        { "claimant", "{id: E, first: A, last: B, born: 1900-01-01, class: all}", DecisionReason.RetirementAgeUnknown },
        { "coverage", "", DecisionReason.CoverageUnknown },
        { "coverage", "{short-term-disability: [{from: 2010-01-01}]}", DecisionReason.CoverageUnknown },
        { "salary", "", DecisionReason.EarningsUnknown },
        { "salary", "[{from: 2026-01-05, amount: 1, per: year}]", DecisionReason.EarningsUnknown },
        { "contributions", "", DecisionReason.ContributionsUnknown },
        { "contributions", "[{year: 2026, employer: 1, employee: 0}]", DecisionReason.ContributionsUnknown },
        { "withholding", "{method: w-4s, amount: 80}", DecisionReason.WithholdingUnknown },
        { "certifications", "", DecisionReason.CertificationMissing },
        { "statements", "{employer: 2026-01-05, physician: 2026-01-05}", DecisionReason.EmployeeStatementMissing },
        { "statements", "{employee: 2026-01-05, physician: 2026-01-05}", DecisionReason.EmployerStatementMissing },
        { "statements", "{employee: 2026-01-05, employer: 2026-01-05}", DecisionReason.PhysicianStatementMissing },
        { "disability", "{last-day-worked: 2026-01-04, from: 2026-01-05}", DecisionReason.CauseUnknown },
        {
            "disability", "{last-day-worked: 2009-01-04, from: 2009-01-05, cause: sickness}",
            DecisionReason.PlanNotInForce
        },
    };

    [Theory, MemberData(nameof(Missing))]
    public void What_is_not_known_pends_and_pays_nothing(string key, string value, DecisionReason reason)
    {
        var assessment = Sample.Assess(Sample.MonthlyPlan(), Sample.Claim((key, value)));

        Assert.Equal(DecisionOutcome.Pended, assessment.Decision.Outcome);
        Assert.Equal([reason], assessment.Decision.Reasons.Select(one => one.Reason));
        Assert.Null(assessment.Schedule);
        Assert.Equal(LetterKind.Extension, assessment.Letter);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var assessment = Sample.Assess(Sample.MonthlyPlan(), Sample.Claim(("salary", ""), ("contributions", "")));

        Assert.Equal([DecisionReason.EarningsUnknown, DecisionReason.ContributionsUnknown],
            assessment.Decision.Reasons.Select(one => one.Reason));
    }

    [Theory]
    [InlineData("coverage", "{short-term-disability: [{from: 2010-01-01, to: 2026-01-04}]}", "NotCovered", "c1")]
    [InlineData("coverage", "{short-term-disability: [{from: 2026-01-06}]}", "NotCovered", "c1")]
    [InlineData("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: accident, "
        + "circumstances: felony}", "Excluded", "c11")]
    public void What_the_plan_does_not_cover_is_denied_with_its_clause(
        string key, string value, string reason, string clause)
    {
        var assessment = Sample.Assess(Sample.WeeklyPlan(("exclusions", "{felony: c11}")), Sample.Claim((key, value)));

        Assert.Equal(DecisionOutcome.Denied, assessment.Decision.Outcome);
        var cited = Assert.Single(assessment.Decision.Reasons);
        Assert.Equal(reason, cited.Reason.ToString());
        Assert.Equal(clause, assessment.Terms![cited.Clause].Id.Value);
        Assert.Equal(LetterKind.Denial, assessment.Letter);
    }

    // Coverage since 5 July 2025: twelve insured months end on 4 July 2026; three months back is 5 April 2025.
    [Theory]
    [InlineData("2026-07-04", "[2025-04-05]", DecisionOutcome.Denied)]
    [InlineData("2026-07-05", "[2025-04-05]", DecisionOutcome.Approved)]
    [InlineData("2026-07-04", "[2025-04-04]", DecisionOutcome.Approved)]
    [InlineData("2026-07-04", "[2025-07-05]", DecisionOutcome.Approved)]
    [InlineData("2026-07-04", "none", DecisionOutcome.Approved)]
    [InlineData("2026-07-04", "", DecisionOutcome.Pended)]
    [InlineData("2026-07-05", "", DecisionOutcome.Approved)]
    public void Three_twelve_excludes_what_was_treated_before_coverage_in_its_first_year(
        string from, string treated, DecisionOutcome outcome)
    {
        var plan = Sample.WeeklyPlan(("pre-existing", "{clause: c10, look-back-months: 3, insured-months: 12}"));

        var assessment = Sample.Assess(plan, Sample.Claim(
            ("coverage", "{short-term-disability: [{from: 2025-07-05, to: 2025-12-31}, {from: 2026-01-01}]}"),
            ("disability", $"{{last-day-worked: {from}, from: {from}, cause: accident}}"),
            ("certifications", $"[{{from: {from}, to: 2026-08-31}}]"),
            ("treated", treated)));

        Assert.Equal(outcome, assessment.Decision.Outcome);
    }

    [Fact]
    public void Commissions_that_a_class_counts_must_be_known()
    {
        var plan = Sample.WeeklyPlan(("classes", "{all: {clause: c1, commission-months: 12}}"));

        Assert.Equal(DecisionReason.EarningsUnknown,
            Assert.Single(Sample.Assess(plan, Sample.Claim()).Decision.Reasons).Reason);
        Assert.Equal(DecisionOutcome.Approved,
            Sample.Assess(plan, Sample.Claim(("commissions", "[]"))).Decision.Outcome);
    }

    // 45 days; two notices of 30 each, the second stops the clock for 20 days; then the appeal.
    [Fact]
    public void Clocks_run_as_the_claims_procedure_has_them()
    {
        var clocks = Sample.Assess(Sample.WeeklyPlan(), Sample.Claim(("progress", """
            {extensions: [{noticed: 2026-02-19}, {noticed: 2026-03-10, asked: yes, answered: 2026-03-30}],
              decided: 2026-05-10, decision-received: 2026-05-15, appeal-received: 2026-11-12,
              appeal-extension: {noticed: 2026-12-20, asked: yes}}
            """))).Clocks;

        Assert.Equal(
            [
                new ClaimClock("decision", new(2026, 1, 5), new(2026, 5, 10), null, 20, false),
                new ClaimClock("appeal", new(2026, 5, 15), new(2026, 11, 11), null, 0, true),
                new ClaimClock("appeal-answer", new(2026, 11, 12), null, new(2027, 2, 3), 0, false),
            ],
            clocks);
    }

    [Theory]
    [InlineData("{}", "2026-02-19", false)]
    [InlineData("{decided: 2026-02-19}", "2026-02-19", false)]
    [InlineData("{decided: 2026-02-20}", "2026-02-19", true)]
    [InlineData("{extensions: [{noticed: 2026-02-20}]}", "2026-03-21", true)]
    [InlineData("{extensions: [{noticed: 2026-01-10}, {noticed: 2026-01-11}, {noticed: 2026-01-12}]}", "2026-04-20",
        true)]
    public void A_notice_or_decision_that_comes_late_is_said(string progress, string due, bool missed)
    {
        var assessment = Sample.Assess(Sample.WeeklyPlan(), Sample.Claim(("progress", progress)));

        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), assessment.Clocks[0].Due);
        Assert.Equal(missed, assessment.Clocks[0].IsMissed);
        Assert.Equal(missed, assessment.Findings.Any(finding => finding.Code == AssessmentCodes.ClockMissed
            && finding.Severity == Severity.Warning));
    }

    [Theory]
    [InlineData(LetterKind.Denial, "disagreement-social-security")]
    [InlineData(LetterKind.Denial, "internal-rules")]
    [InlineData(LetterKind.AppealDenial, "limitation-date")]
    [InlineData(LetterKind.Extension, "open-issues")]
    public void A_letter_says_what_the_rules_of_2018_ask_for(LetterKind letter, string item)
    {
        var items = LetterContentRules.For(letter);

        Assert.Contains(items, one => one.Name == item);
        Assert.All(items, one => Assert.StartsWith("29 CFR 2560.503-1(", one.Citation, StringComparison.Ordinal));
        Assert.Equal(items.Count, items.Select(one => one.Name).Distinct().Count());
    }
}
