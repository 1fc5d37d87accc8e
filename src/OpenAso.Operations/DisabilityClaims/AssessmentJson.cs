using System.Text.Json;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Operations.DisabilityClaims.Statements;
using OpenAso.Operations.Explaining;
using OpenAso.Plans;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Writes a disability claim with its decision and schedule as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/disability.json</c>.</remarks>
public static class AssessmentJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="assessment">The claim as decided.</param>
    /// <param name="reserve">Null where the claim is not open.</param>
    /// <param name="statement">Of sick pay; null where none was asked for.</param>
    public static string Of(
        DisabilityAssessment assessment, OpenClaimReserve? reserve, SickPayStatement? statement = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return JsonText.Of(writer =>
        {
            writer.WriteString("claim"u8, assessment.Claim.Id);
            writer.WriteString("claimant"u8, assessment.Claim.Claimant.MemberId);
            if (assessment.Claim.Claimant.Address.State is { Length: > 0 } state)
                writer.WriteString("state"u8, state);
            if (assessment.Terms is { } terms)
                WritePlan(writer, terms);
            WriteDecision(writer, assessment);
            writer.WriteList("clocks", assessment.Clocks, clock => Write(writer, clock));
            if (assessment.Course is { } course)
                writer.WriteList("disabilities", course.Periods,
                    period => Write(writer, period, assessment.Earnings[period.Number - 1]));
            if (assessment.Schedule is { } schedule)
                PaymentJson.Write(writer, schedule, assessment.Terms!);
            if (assessment.Schedule is not null)
                writer.WriteList("taxYears", assessment.TaxYears, year => PaymentJson.Write(writer, year));
            BesideJson.Write(writer, assessment);
            if (assessment.LongTerm is { } transition)
                Write(writer, transition);
            if (reserve is not null)
                Write(writer, reserve);
            if (statement is not null)
                SickPayJson.Write(writer, statement);
            writer.WriteFindings(assessment.Findings);
        });
    }

    private static void WritePlan(Utf8JsonWriter writer, DisabilityTerms terms)
    {
        writer.WriteStartObject("plan"u8);
        writer.WriteString("id"u8, terms.Id.Value);
        writer.WriteString("name"u8, terms.Name);
        writer.WriteString("line"u8, Words.Of(terms.Line.ToString()));
        writer.WriteString("currency"u8, terms.Currency);
        writer.WriteString("version"u8, terms.Version.ToString());
        writer.WriteString("payment"u8, Words.Of(terms.Arrangement.ToString()));
        writer.WriteString("employerTaxes"u8, Words.Of(terms.EmployerTaxes.ToString()));
        if (terms.CountsTowardAggregate is { } counts)
            writer.WriteBoolean("aggregateStopLoss"u8, counts);
        writer.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter writer, DisabilityAssessment assessment)
    {
        writer.WriteStartObject("decision"u8);
        writer.WriteString("outcome"u8, Words.Of(assessment.Decision.Outcome.ToString()));
        writer.WriteList("reasons", assessment.Decision.Reasons, reason =>
        {
            writer.WriteString("reason"u8, Words.Of(reason.Reason.ToString()));
            if (reason.Clause == ClauseNumber.None || assessment.Terms is not { } terms)
                return;
            writer.WriteString("clause"u8, terms[reason.Clause].Id.Value);
            writer.WriteString("text"u8, terms[reason.Clause].Text);
        });
        writer.WriteEndObject();
        if (assessment.Letter is not { } letter)
            return;
        writer.WriteStartObject("letter"u8);
        writer.WriteString("kind"u8, Words.Of(letter.ToString()));
        writer.WriteList("items", LetterContentRules.For(letter), item =>
        {
            writer.WriteString("name"u8, item.Name);
            writer.WriteString("words"u8, item.Words);
            writer.WriteString("citation"u8, item.Citation);
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ClaimClock clock)
    {
        writer.WriteString("name"u8, clock.Name);
        writer.WriteDay("begun"u8, clock.Begun);
        if (clock.Due is { } due)
            writer.WriteDay("due"u8, due);
        if (clock.AnswerBy is { } answer)
            writer.WriteDay("answerBy"u8, answer);
        writer.WriteNumber("daysStopped"u8, clock.DaysStopped);
        writer.WriteBoolean("missed"u8, clock.IsMissed);
    }

    private static void Write(Utf8JsonWriter writer, DisabilityPeriod period, PredisabilityEarnings earnings)
    {
        writer.WriteNumber("number"u8, period.Number);
        writer.WriteDay("first"u8, period.First);
        writer.WriteString("cause"u8, Words.Of(period.Cause.ToString()));
        writer.WriteDay("lastWorked"u8, period.LastWorked);
        DeterminationJson.WriteMoney(writer, "yearlyEarnings"u8, earnings.Yearly);
        DeterminationJson.WriteMoney(writer, "periodEarnings"u8, earnings.ForPeriod);
        if (period.BenefitsFrom is { } from)
            writer.WriteDay("benefitsFrom"u8, from);
        if (period.LatestEnd is { } latest)
            writer.WriteDay("latestEnd"u8, latest);
        if (period.AnyOccupationFrom is { } any)
            writer.WriteDay("anyOccupationFrom"u8, any);
        writer.WriteString("end"u8, Words.Of(period.End.ToString()));
    }

    private static void Write(Utf8JsonWriter writer, LongTermTransition transition)
    {
        writer.WriteStartObject("longTerm"u8);
        writer.WriteDay("shortTermEnds"u8, transition.ShortTermEnds);
        writer.WriteDay("noticeOn"u8, transition.NoticeOn);
        writer.WriteBoolean("due"u8, transition.IsDue);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, OpenClaimReserve reserve)
    {
        writer.WriteStartObject("reserve"u8);
        writer.WriteDay("valuedOn"u8, reserve.ValuedOn);
        writer.WriteString("table"u8, reserve.Table);
        DeterminationJson.WriteMoney(writer, "monthly"u8, reserve.Monthly);
        writer.WriteNumber("monthsLeft"u8, reserve.MonthsLeft);
        writer.WriteNumber("expectedMonths"u8, reserve.ExpectedMonths / 100m);
        writer.WriteString("closedWithinYear"u8, reserve.ClosedWithinYear.ToString());
        DeterminationJson.WriteMoney(writer, "reserve"u8, reserve.Reserve);
        writer.WriteEndObject();
    }
}
