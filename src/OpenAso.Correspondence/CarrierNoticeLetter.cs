using OpenAso.Correspondence.Html;
using OpenAso.Kernel;

namespace OpenAso.Correspondence;

/// <summary>Something that was seen of a claimant.</summary>
/// <param name="What">A diagnosis by the policy's name for it, or a stay.</param>
/// <param name="On">Its first day.</param>
public sealed record CarrierNoticeSight(string What, DateOnly On);

/// <summary>A letter that tells a stop-loss carrier of a claimant, before anything is claimed.</summary>
public sealed record CarrierNoticeLetter
{
    /// <summary>Who writes.</summary>
    public required Letterhead Sender { get; init; }

    /// <summary>To whom.</summary>
    public required string Carrier { get; init; }

    /// <summary>The day of writing.</summary>
    public required DateOnly Written { get; init; }

    /// <summary>Which policy, whose and for when: its number, the employer's name, its period.</summary>
    public required (string Number, string Employer, DateRange Period) Policy { get; init; }

    /// <summary>Of whom: the name, and what the policy calls the claimant.</summary>
    public required (string Name, string Number) Claimant { get; init; }

    /// <summary>What has to be told, as a sentence.</summary>
    public required string Because { get; init; }

    /// <summary>The day on which the plan could know.</summary>
    public required DateOnly ArisenOn { get; init; }

    /// <summary>The last day on which the notice is in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What counts under the specific so far; null where it is not known.</summary>
    public Money? Eligible { get; init; }

    /// <summary>The claimant's own deductible; null where there is none.</summary>
    public Money? Deductible { get; init; }

    /// <summary>Listed diagnoses that were seen, and long stays.</summary>
    public ValueList<CarrierNoticeSight> Seen { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The letter as a page.</summary>
    public HtmlPage ToPage() => new(Wording.Language, "Notice of a potential stop-loss claim",
    [
        Sender.Header(),
        HtmlElement.Of("main",
        [
            HtmlElement.Of("address", Carrier),
            HtmlElement.Of("h1", "Notice of a potential stop-loss claim"),
            HtmlElement.Of("p",
                $"Under policy {Policy.Number} of {Policy.Employer}, for {Wording.Days(Policy.Period)}, we give you "
                + "notice of the claimant below. Nothing is claimed by this letter."),
            HtmlElement.Of("table",
                HtmlElement.Of("tbody", [.. Rows().Select(row => (HtmlNode)HtmlElement.Of("tr",
                    HtmlElement.Of("th", row.Name).With("scope", "row"), HtmlElement.Of("td", row.Value)))])),
            .. Seen.Count == 0 ? [] : Observed(),
            HtmlElement.Of("p",
                "This letter holds health information. It goes to you because the policy asks for it, and to nobody "
                + "else."),
            HtmlElement.Of("p", $"If you have a question about this notice, reach us at {Sender.Reach()}."),
            HtmlElement.Of("p", $"{Sender.Administrator}, {Wording.Day(Written)}"),
        ]),
    ]);

    private IEnumerable<(string Name, string Value)> Rows()
    {
        yield return ("Claimant", $"{Claimant.Name}, {Claimant.Number}");
        yield return ("What has arisen", Because);
        yield return ("Known to the plan since", Wording.Day(ArisenOn));
        yield return ("Notice due by", Wording.Day(DueOn));
        if (Eligible is { } eligible)
            yield return ("Paid so far that counts under the specific", Wording.Amount(eligible, Currency));
        if (Deductible is { } deductible)
            yield return ("Deductible of the claimant", Wording.Amount(deductible, Currency));
    }

    private HtmlNode[] Observed() =>
    [
        HtmlElement.Of("h2", "What was seen"),
        HtmlElement.Of("ul", [.. Seen.Select(line =>
            (HtmlNode)HtmlElement.Of("li", $"{line.What}, {Wording.Day(line.On)}"))]),
    ];
}
