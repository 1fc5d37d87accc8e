using CsCheck;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Terms;

namespace OpenAso.Disability.Tests;

/// <summary>Documents that cannot be meant are refused with a place and a code.</summary>
public class ReaderTests
{
    [Theory]
    [InlineData("plan", "{id: p, name: P, line: short-term-disability, currency: USD, first: 2011-01-01, "
        + "last: 2010-01-01}", "DIS001")]
    [InlineData("plan", "{id: p, name: P, line: medical, currency: USD, first: 2011-01-01}", "DOC019")]
    [InlineData("amendments", "[{first: 2009-01-01, payment: insured}]", "DIS001")]
    [InlineData("benefit", "{clause: c5, percent: 60%, days: thirty}", "DIS002")]
    [InlineData("benefit", "{clause: c5, days: calendar}", "DOC011")]
    [InlineData("benefit", "{clause: c5, steps: [{from: 2, percent: 60%}], days: calendar}", "DIS004")]
    [InlineData("benefit", "{clause: nowhere, percent: 60%, days: calendar}", "PLN001")]
    [InlineData("duration", "{clause: c7}", "DIS003")]
    [InlineData("duration", "{clause: c7, by-age: [{from-age: 5, months: 3}]}", "DIS004")]
    [InlineData("recurrent", "{clause: c4}", "DOC011")]
    [InlineData("offsets", "[{kind: retirement, clause: c9}, {kind: retirement, clause: c9}]", "DIS005")]
    [InlineData("limitations", "[{causes: accident, months: 1, clause: c9}, "
        + "{causes: [sickness, accident], months: 2, clause: c9}]", "DIS005")]
    [InlineData("exclusions", "{felon: c9}", "DOC019")]
    [InlineData("survivr", "{months: 3}", "DOC010")]
    [InlineData("examples", "[{name: x}]", "DOC011")]
    public void A_plan_that_cannot_be_meant_is_not_taken(string key, string value, string code)
    {
        var read = DisabilityPlanReader.Read(Sample.WeeklyText((key, value)), "plan.yaml");

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, finding => finding.Code == code && finding.Place.Line > 0);
    }

    [Theory]
    [InlineData("disability", "{last-day-worked: 2026-01-06, from: 2026-01-05, cause: accident}", "DIS007")]
    [InlineData("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, died: 2026-01-04}", "DIS007")]
    [InlineData("hospital", "[{from: 2026-01-06, to: 2026-01-05}]", "DIS007")]
    [InlineData("work", "[{from: 2026-01-06}]", "DIS008")]
    [InlineData("work", "[{from: 2026-01-06, full: yes, earnings: {amount: 1, per: week}}]", "DIS008")]
    [InlineData("work", "[{from: 2026-01-06, full: yes}, {from: 2026-01-08, full: yes}]", "DIS007")]
    [InlineData("other-income", "[{kind: retirement, from: 2026-01-06, per: month}]", "DIS008")]
    [InlineData("withholding", "{method: w-4}", "DIS008")]
    [InlineData("withholding", "{method: supplemental, amount: 5}", "DIS008")]
    [InlineData("contributions", "[{year: 2025, employer: 0, employee: 0}]", "DIS008")]
    [InlineData("contributions", "[{year: 2025, employer: 1, employee: 0}, {year: 2025, employer: 1, employee: 0}]",
        "DIS005")]
    [InlineData("commissions", "[{month: 2025-13, amount: 1}]", "DOC015")]
    [InlineData("progress", "{extensions: [{noticed: 2026-01-09, answered: 2026-01-08}]}", "DIS007")]
    [InlineData("certification", "[]", "DOC010")]
    public void A_claim_that_cannot_be_meant_is_not_taken(string key, string value, string code)
    {
        var read = DisabilityClaimReader.Read(Sample.ClaimText((key, value)), "claim.yaml");

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, finding => finding.Code == code && finding.Place.Line > 0);
    }

    [Fact]
    public void The_same_terms_have_the_same_version_whatever_the_comments() => Assert.Equal(
        Sample.WeeklyPlan().Wordings[0].Version,
        DisabilityPlanReader.Read("# A comment\n\n" + Sample.WeeklyText(), "x").Value!.Wordings[0].Version);

    [Fact]
    public void No_text_makes_a_reader_throw()
    {
        string[] texts =
        [
            Sample.WeeklyText(), Sample.ClaimText(), Repository.Read("plans/disability/std.yaml"),
            Repository.Read("plans/disability/claims/ltd-award.yaml"), Repository.Read("rules/disability.yaml"),
            Repository.Read("rules/disability-termination.yaml"),
        ];
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 9_000], Gen.Int[0, 60], Gen.String[0, 8]).Sample(
            (one, at, length, put) =>
            {
                var text = texts[one];
                var from = at % text.Length;
                var broken = text[..from] + put + text[Math.Min(text.Length, from + length)..];
                DisabilityPlanReader.Read(broken, "x");
                DisabilityClaimReader.Read(broken, "x");
                DisabilityLawReader.Read(broken, "x");
                TerminationTableReader.Read(broken, "x");
            }, iter: 500);
    }
}
