using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class ChecklistTests
{
    private const string Specific = "deductible: 100\nlines: [medical]\nbasis: 12/12";

    [Fact]
    public void What_is_there_and_what_is_missing_stands_in_the_checklist_the_findings_and_the_pack()
    {
        var filing = File("enrollment-proof, payment-proof, claim-detail, work-status, continuation-proof",
        [
            new FilingEvidence
            {
                Item = FilingItem.EnrollmentProof, Reference = "834 of 2 January", On = Day("2026-01-01"),
            },
            new FilingEvidence { Item = FilingItem.PaymentProof, Subject = "c1", Reference = "check 1001" },
            new FilingEvidence { Item = FilingItem.ContinuationProof, DoesNotApplyBecause = "At work." },
        ]);

        Assert.Equal(
            [
                "EnrollmentProof There 834 of 2 January",
                "PaymentProof Incomplete No proof that these were issued and funded: c2.",
                "ClaimDetail There claims.csv",
                "WorkStatus Missing No document is to hand.",
                "ContinuationProof NotApplicable At work.",
            ],
            filing.Checklist.Select(row => $"{row.Item} {row.State} {row.Detail}"));
        Assert.Equal(2, filing.Findings.Items.Count(one => one.Code == StopLossCodes.ChecklistOpen));
        Assert.Contains("work-status,missing,", filing.Pack.Find("checklist.csv")!.Text, StringComparison.Ordinal);
        Assert.Contains("c1,check 1001,", filing.Pack.Find("payments.csv")!.Text, StringComparison.Ordinal);
        Assert.Equal(
            "claimant,covered_since,document\nA,2026-01-01,834 of 2 January\n",
            filing.Pack.Find("enrolment.csv")!.Text);
    }

    [Fact]
    public void Documents_of_one_item_are_listed_once_each_and_those_that_the_books_name_in_words_of_the_room()
    {
        var typed = new FilingEvidence { Item = FilingItem.EnrollmentProof, Reference = "834 of 2 January" };
        var booked = FilingEvidence.OfEnrollment("A", "ppo", Day("2026-01-01"));

        var books = Detail(booked, booked with { Subject = "B" });
        var both = Detail(typed, typed with { Reference = "card" }, booked);
        var hand = Detail(typed, typed with { Reference = "card" });

        Assert.Equal(("enrolment in ppo", "checklist.enrolled"), ($"{books}", books.Key));
        Assert.Equal("834 of 2 January; card; enrolment in ppo", $"{both}");
        Assert.Equal(Sentence.Quoted("834 of 2 January; card"), both.Places[0]);
        Assert.Equal(Sentence.Quoted("834 of 2 January; card"), hand);

        Sentence Detail(params FilingEvidence[] evidence) =>
            Assert.Single(File("enrollment-proof", [.. evidence]).Checklist).Detail;
    }

    // Filed on 30 June 2026.
    [Theory]
    [InlineData("2025-06-30", ChecklistState.There)]
    [InlineData("2025-06-29", ChecklistState.Outdated)]
    [InlineData("2026-07-01", ChecklistState.Outdated)]
    [InlineData(null, ChecklistState.Outdated)]
    public void An_answer_on_other_coverage_is_taken_for_twelve_months(string? on, ChecklistState state)
    {
        var filing = File("other-coverage-answer",
        [
            new FilingEvidence
            {
                Item = FilingItem.OtherCoverageAnswer, Reference = "letter", On = on is null ? null : Day(on),
            },
        ]);

        Assert.Equal(state, Assert.Single(filing.Checklist).State);
    }

    [Theory]
    [InlineData("2026-02-01", false)]
    [InlineData("2026-02-02", true)]
    public void A_proof_of_enrolment_that_begins_after_the_first_service_is_named(string since, bool isNamed)
    {
        var filing = File("enrollment-proof",
            [new FilingEvidence { Item = FilingItem.EnrollmentProof, Reference = "834", On = Day(since) }]);

        Assert.Equal(isNamed, filing.Findings.Items.Any(one => one.Code == StopLossCodes.CoveredLater));
    }

    [Fact]
    public void A_payment_that_was_not_funded_is_not_proved_by_its_number()
    {
        var policy = Policy(Specific, rest: "paid-means: adjudicated\nfiling: { checklist: [payment-proof] }\n");
        var payments = Payments("c1 A 2026-02-01 - 900");

        var filing = SpecificFiling.Of(new SpecificFilingMaterial
        {
            Policy = policy,
            Position = Position(policy, "2026-06-30", payments),
            Claimant = "A",
            Payments = payments,
            FiledOn = Day("2026-06-30"),
            Evidence = [new FilingEvidence { Item = FilingItem.PaymentProof, Subject = "c1", Reference = "check 1" }],
        }).Value!;

        Assert.Equal(ChecklistState.Missing, Assert.Single(filing.Checklist).State);
    }

    private static SpecificFiling File(string checklist, ValueList<FilingEvidence> evidence)
    {
        var policy = Policy(Specific, rest: $"filing: {"{"} checklist: [{checklist}] {"}"}\n");
        var payments = Payments("""
            c1 A 2026-02-01 2026-03-01 400
            c2 A 2026-02-02 2026-03-01 500
            """);
        return SpecificFiling.Of(new SpecificFilingMaterial
        {
            Policy = policy,
            Position = Position(policy, "2026-06-30", payments),
            Claimant = "A",
            Payments = payments,
            FiledOn = Day("2026-06-30"),
            Evidence = evidence,
        }).Value!;
    }
}
