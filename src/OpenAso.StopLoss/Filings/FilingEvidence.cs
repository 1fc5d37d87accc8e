using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Filings;

/// <summary>A document that the plan has to hand and that proves something of the checklist.</summary>
public sealed record FilingEvidence
{
    /// <summary>What it proves.</summary>
    public required FilingItem Item { get; init; }

    /// <summary>The document's number or name, or the number of a payment. Empty where the item does not
    /// apply.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it belongs to: of a proof of payment and of an itemised bill the claim, of a proof of enrolment
    /// the person. Empty for the filing as a whole.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Of a proof of enrolment, the day since which the person has been covered; of others, the day of the
    /// document. Null where it bears none.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why the carrier's question does not arise here, such as for continued coverage of somebody at work;
    /// null for a document.</summary>
    public string? DoesNotApplyBecause { get; init; }

    /// <summary>What the reference says, where the books gave it; null where somebody else did.</summary>
    public Sentence? Given { get; private init; }

    /// <summary>What the books prove of somebody's enrolment.</summary>
    /// <param name="person">Who is covered.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="since">The first day.</param>
    public static FilingEvidence OfEnrollment(string person, string plan, DateOnly since)
    {
        var given = StopLossTexts.Room["checklist.enrolled", plan];
        return new FilingEvidence
        {
            Item = FilingItem.EnrollmentProof,
            Subject = person,
            Reference = $"{given}",
            On = since,
            Given = given,
        };
    }
}

/// <summary>A document that belongs to somebody's filings.</summary>
/// <param name="Claimant">Whose; empty for the filings of everybody, and of the aggregate.</param>
/// <param name="Document">The document.</param>
public sealed record ClaimantEvidence(string Claimant, FilingEvidence Document);

/// <summary>A line of a carrier's checklist, answered.</summary>
/// <param name="Item">What the carrier wants to see.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Detail">The document as it is called, why the question does not arise in the words of whoever says so,
/// or what is missing.</param>
public sealed record ChecklistRow(FilingItem Item, ChecklistState State, Sentence Detail);

/// <summary>Whether something that a carrier wants to see is there.</summary>
public enum ChecklistState
{
    /// <summary>It is there.</summary>
    There,

    /// <summary>The question does not arise.</summary>
    NotApplicable,

    /// <summary>A part of it is there.</summary>
    Incomplete,

    /// <summary>It is there, but older than the carrier takes, or without a day.</summary>
    Outdated,

    /// <summary>It is not there.</summary>
    Missing,
}
