using OpenAso.Correspondence.Html;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Correspondence;

/// <summary>What is asked for one kind of claims.</summary>
/// <param name="Description">For example "Medical claims decided March 2 to March 8, 2026".</param>
/// <param name="Claims">How many.</param>
/// <param name="Amount">To be paid; negative where payments come back.</param>
public sealed record FundingLetterLine(string Description, int Claims, Money Amount);

/// <summary>A fee of the administrator.</summary>
/// <param name="Description">For example "Administration, employee and family".</param>
/// <param name="Count">Employees it is counted by.</param>
/// <param name="Rate">For each.</param>
/// <param name="Amount">As charged; the sender has multiplied and rounded.</param>
public sealed record FundingLetterFee(string Description, int Count, Money Rate, Money Amount);

/// <summary>Stop-loss premium of a month.</summary>
/// <param name="Description">For example "Policy SL-2026-ACME, 2026-03".</param>
/// <param name="Amount">As billed.</param>
public sealed record FundingLetterPremium(string Description, Money Amount);

/// <summary>A letter that asks an employer for the money from which its plan's claims are about to be paid.</summary>
public sealed record FundingRequestLetter
{
    /// <summary>Who writes.</summary>
    public required Letterhead Sender { get; init; }

    /// <summary>The employer.</summary>
    public required string Employer { get; init; }

    /// <summary>Where it goes.</summary>
    public required Address Address { get; init; }

    /// <summary>The request's own number, to be named with the payment.</summary>
    public required string Number { get; init; }

    /// <summary>The day of writing.</summary>
    public required DateOnly Written { get; init; }

    /// <summary>The day on which the money has to be there.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Claims to be paid.</summary>
    public ValueList<FundingLetterLine> Claims { get; init; }

    /// <summary>Fees to be paid.</summary>
    public ValueList<FundingLetterFee> Fees { get; init; }

    /// <summary>Stop-loss premium to be paid.</summary>
    public ValueList<FundingLetterPremium> Premium { get; init; }

    /// <summary>What stands in the fund before anything is paid.</summary>
    public Money Balance { get; init; }

    /// <summary>The part of it that is used now; negative where the fund is to be filled up.</summary>
    public Money TakenFromBalance { get; init; }

    /// <summary>Bank, account and reference, a line each.</summary>
    public ValueList<string> PayTo { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Claims, fees and premium, less what is taken from the fund.</summary>
    public Money AmountDue => Claims.Total(line => line.Amount) + Fees.Total(fee => fee.Amount)
        + Premium.Total(line => line.Amount) - TakenFromBalance;

    /// <summary>What stands in the fund once the money has come and everything is paid.</summary>
    public Money BalanceAfter => Balance - TakenFromBalance;

    /// <summary>The letter as a page.</summary>
    public HtmlPage ToPage() => new(Wording.Language, $"Funding request {Number}",
    [
        Sender.Header(),
        HtmlElement.Of("main",
        [
            Letterhead.Addressee(Employer, Address),
            HtmlElement.Of("h1", $"Funding request {Number}"),
            HtmlElement.Of("p", Opening()).With("class", "notice"),
            .. FundingTables.Of(this),
            .. PayTo.Count == 0 ? [] : Bank(),
            HtmlElement.Of("p", $"If you have a question about this request, reach us at {Sender.Reach()}."),
            HtmlElement.Of("p", $"{Sender.Administrator}, {Wording.Day(Written)}"),
        ]),
    ]);

    private string Opening()
    {
        if (!AmountDue.IsPositive)
            return $"Nothing has to be sent: the fund covers what {Sender.Plan} is about to pay.";
        return $"Please send {Wording.Amount(AmountDue, Currency)} by {Wording.Day(Due)}, so that {Sender.Plan} can "
            + (Premium.Count == 0 ? "pay the claims and fees below." : "pay the claims, fees and premium below.");
    }

    private HtmlNode[] Bank() =>
    [
        HtmlElement.Of("h2", "Where to send it"),
        HtmlElement.Of("ul", [.. PayTo.Select(line => (HtmlNode)HtmlElement.Of("li", line))]),
    ];
}
