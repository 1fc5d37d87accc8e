using System.Text.Json;
using OpenAso.Api.Problems;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Api.Resources;

/// <summary>What is to be filed.</summary>
/// <param name="Date">The day of the filing.</param>
/// <param name="Policy">A policy's number; all that have begun if left out.</param>
/// <param name="Claimant">Whose loss; everything that is due, the aggregate included, if left out.</param>
/// <param name="Evidence">Documents beyond what the books prove.</param>
public sealed record FilingBody(
    DateOnly Date, string? Policy = null, string? Claimant = null, IReadOnlyList<EvidenceBody>? Evidence = null)
{
    internal FilingRequest Request() => new(
        Date, Policy, Claimant,
        [.. (Evidence ?? []).Select((one, index) => new ClaimantEvidence(Claimant ?? "", one.Document(index)))]);
}

/// <summary>A document to hand, or why the carrier's question does not arise.</summary>
/// <param name="Item">What it proves, as the checklist names it.</param>
/// <param name="Reference">The document's number or name.</param>
/// <param name="Subject">The claim or person that it belongs to; empty for the filing as a whole.</param>
/// <param name="On">The day of the document; of a proof of enrolment, since when the person is covered.</param>
/// <param name="DoesNotApplyBecause">Why the question does not arise, in the place of a document.</param>
public sealed record EvidenceBody(
    string Item, string? Reference = null, string? Subject = null, DateOnly? On = null,
    string? DoesNotApplyBecause = null)
{
    internal FilingEvidence Document(int index) => new()
    {
        Item = FilingItems.Words.TryGetValue(Item, out var item)
            ? item
            : throw RefusedException.Invalid(
                $"/evidence/{index}/item", $"One of {string.Join(", ", FilingItems.Words.Keys.Order())}."),
        Reference = Reference is { Length: > 0 } || DoesNotApplyBecause is { Length: > 0 }
            ? Reference ?? ""
            : throw RefusedException.Invalid(
                $"/evidence/{index}", "A reference, or doesNotApplyBecause: one of them says something."),
        Subject = Subject ?? "",
        On = On,
        DoesNotApplyBecause = DoesNotApplyBecause is { Length: > 0 } why ? why : null,
    };
}

/// <summary>The documents that are kept for a claimant's losses.</summary>
/// <param name="Evidence">All of them.</param>
public sealed record KeptEvidenceBody(IReadOnlyList<EvidenceBody> Evidence)
{
    internal FilingEvidence[] Documents() => [.. Evidence.Select((one, index) => one.Document(index))];

    internal static KeptEvidenceBody Of(IEnumerable<FilingEvidence> kept) => new(
        [.. kept.Select(one => new EvidenceBody(
            Words.Of(one.Item.ToString()), one.Reference, one.Subject, one.On, one.DoesNotApplyBecause))]);
}

/// <summary>What was paid back to a carrier.</summary>
/// <param name="Reference">Of the payment, and of no other: booked once.</param>
/// <param name="Date">On which day it was sent.</param>
/// <param name="Amount">Above zero.</param>
public sealed record RepaymentBody(string Reference, DateOnly Date, Money Amount)
{
    internal CarrierPayment Payment() => new CarrierPaymentBody(Reference, Date, Amount).Payment();
}

/// <summary>What a carrier answers.</summary>
/// <param name="State">pended, approved, denied, appealed or closed.</param>
/// <param name="Date">The day of the answer.</param>
/// <param name="Steps">How many steps the filing had when it was looked at: nothing is recorded twice.</param>
/// <param name="Amount">What is approved; left out for any other answer.</param>
/// <param name="Reason">In the carrier's words; may be left out where the state needs none.</param>
public sealed record CarrierAnswerBody(
    string State, DateOnly Date, int Steps, Money? Amount = null, string? Reason = null)
{
    internal RecoveryStep Step()
    {
        var state = Enum.GetValues<RecoveryState>()
            .Where(one => one is not (RecoveryState.Filed or RecoveryState.Received))
            .Cast<RecoveryState?>().FirstOrDefault(one => Words.Of(one!.Value.ToString()) == State)
            ?? throw RefusedException.Invalid(
                "/state", "pended, approved, denied, appealed or closed; a payment is booked at 'payments'.");
        if (state == RecoveryState.Approved && Amount is not { IsPositive: true })
            throw RefusedException.Invalid("/amount", "What is approved: an amount above zero.");
        if (state != RecoveryState.Approved && Amount is not null)
            throw RefusedException.Invalid("/amount", "Only an approval has an amount.");
        return new RecoveryStep(state, Date, Amount ?? Money.Zero, Reason?.Trim() ?? "");
    }
}

/// <summary>What a carrier has paid.</summary>
/// <param name="Reference">Of the payment, and of no other: booked once.</param>
/// <param name="Date">On which day it arrived.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="Approved">What it agrees to pay in all, where it says so with its first payment.</param>
public sealed record CarrierPaymentBody(string Reference, DateOnly Date, Money Amount, Money? Approved = null)
{
    internal CarrierPayment Payment() => !TransferKey.IsId(Reference)
        ? throw RefusedException.Invalid(
            "/reference", "1 to 50 letters, digits, points, hyphens and underscores, such as check-1041.")
        : !Amount.IsPositive
            ? throw RefusedException.Invalid("/amount", "An amount above zero.")
            : new CarrierPayment(Reference, Date, Amount, Approved);
}

/// <summary>A filing.</summary>
/// <param name="Id">The filing's name.</param>
/// <param name="State">filed, pended, approved, received, denied, appealed or closed.</param>
/// <param name="Steps">How many steps it has had: an answer names them.</param>
/// <param name="Files">The files of its pack.</param>
/// <param name="Filing">All of it.</param>
public sealed record FilingView(
    string Id, string State, int Steps, IReadOnlyList<string> Files, JsonElement Filing);

/// <summary>What was filed.</summary>
/// <param name="Filings">New filings, in their order.</param>
/// <param name="Findings">What is late or missing, or could not be filed.</param>
public sealed record FilingsMadeView(IReadOnlyList<FilingView> Filings, IReadOnlyList<FindingView> Findings);
