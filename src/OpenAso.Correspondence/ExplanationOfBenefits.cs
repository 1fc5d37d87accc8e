using OpenAso.Claims;
using OpenAso.Correspondence.Html;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Correspondence;

/// <summary>Writes the explanation of benefits: what a member reads about claims that were decided.</summary>
/// <remarks>Pure. What it says a member may owe is what the determinations say, to the cent. It does not decide or add
/// anything, and it holds no descriptions of procedure codes, which are licensed.</remarks>
public static class ExplanationOfBenefits
{
    /// <summary>One page for one person's claims of one day.</summary>
    /// <param name="request">What it is written from.</param>
    /// <exception cref="ArgumentException">There is no claim, or one that has not been decided.</exception>
    [Source("29 CFR 2560.503-1(g)(1)")]
    [Source("29 CFR 2590.715-2719(b)(2)(ii)(E)")]
    public static HtmlPage Write(ExplanationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Claims.Count == 0)
            throw new ArgumentException("There is no claim to explain.", nameof(request));
        foreach (var claim in request.Claims)
        {
            if (claim.Determination.Status is ClaimStatus.Pended or ClaimStatus.Rejected)
                throw new ArgumentException($"The claim {claim.Claim.Id} has not been decided.", nameof(request));
        }
        return new HtmlPage(Wording.Language, $"Explanation of benefits, {Wording.Day(request.Decided)}",
        [
            request.Sender.Header(),
            HtmlElement.Of("main",
            [
                Letterhead.Addressee(Wording.Name(request.Addressee), request.Address),
                HtmlElement.Of("h1", "Explanation of benefits"),
                NotABill(request),
                Facts(request),
                Summary(request),
                .. request.Claims.Select(claim => ClaimSection.Of(claim, request)),
                .. UsedSoFar.Of(request.Used, GivenName(request.Patient), request.Currency),
                AppealNotice.Of(request, HasExternalReview(request)),
            ]),
        ]);
    }

    private static HtmlElement NotABill(ExplanationRequest request) => HtmlElement.Of("p",
        HtmlElement.Of("strong", "This is not a bill."),
        $" It explains how your plan decided the claims below on {Wording.Day(request.Decided)}. Wait for your "
        + "provider's "
        + "bill, and pay no more than what you may owe.").With("class", "notice");

    private static HtmlElement Facts(ExplanationRequest request)
    {
        var plans = request.Claims.Select(claim => PlanOf(claim, request)?.Name).OfType<string>().Distinct().ToList();
        var facts = new List<HtmlNode>
        {
            HtmlElement.Of("dt", "Patient"), HtmlElement.Of("dd", Wording.Name(request.Patient)),
            HtmlElement.Of("dt", "Member number"), HtmlElement.Of("dd", request.MemberId),
        };
        if (plans.Count > 0)
        {
            facts.Add(HtmlElement.Of("dt", "Plan"));
            facts.Add(HtmlElement.Of("dd", Wording.List(plans)));
        }
        return HtmlElement.Of("dl", [.. facts]);
    }

    private static string GivenName(Members.PersonName name) => name.First.Length > 0 ? name.First : name.Last;

    // Charge, less what others bear, is what the member owes; the balance bill stands apart, outside the plan.
    private static HtmlElement Summary(ExplanationRequest request)
    {
        var lines = request.Claims.SelectMany(claim => claim.Determination.Lines).ToList();
        var above = lines.Total(line => line.BalanceBill);
        var rows = new List<HtmlNode>
        {
            Row("What your providers charged", lines.Total(line => line.Billed), ""),
            Row("Less discounts, which nobody pays", -lines.Total(line => line.Contractual), ""),
        };
        AddUnlessZero("Less what your providers bear", -lines.Total(line => line.ProviderLiability));
        AddUnlessZero("Less what is above the amounts that the plan allows", -above);
        rows.Add(Row("Less what your plan paid", -lines.Total(line => line.PlanPaid), ""));
        AddUnlessZero("Less what other insurance paid", -lines.Total(line => line.OtherPaid));
        var owed = lines.Total(line => line.MemberOwes);
        rows.Add(Row("What you may owe your providers", owed, "total"));
        var parts = new List<HtmlNode>
        {
            HtmlElement.Of("table", HtmlElement.Of("caption", "In short"), HtmlElement.Of("tbody", [.. rows]))
                .With("class", "summary"),
        };
        if (above.IsPositive)
        {
            parts.Add(HtmlElement.Of("p", $"Providers outside the plan's network may bill you up to "
                + $"{Wording.Amount(above, request.Currency)} more, which is what they charged above the plan's "
                + "allowed amounts."));
        }
        if (owed.IsNegative)
            parts.Add(HtmlElement.Of("p", "The minus sign means that you owe less than we told you before."));
        return HtmlElement.Of("section", [.. parts]);

        void AddUnlessZero(string words, Money amount)
        {
            if (!amount.IsZero)
                rows.Add(Row(words, amount, ""));
        }

        HtmlElement Row(string words, Money amount, string css)
        {
            var row = HtmlElement.Of("tr",
                HtmlElement.Of("th", words).With("scope", "row"),
                HtmlElement.Of("td", Wording.Amount(amount, request.Currency)).With("class", "amount"));
            return css.Length > 0 ? row.With("class", css) : row;
        }
    }

    private static bool HasExternalReview(ExplanationRequest request) => request.Claims.Any(claim =>
        PlanOf(claim, request) is { Line: LineOfCoverage.Medical or LineOfCoverage.Pharmacy, Grandfathered: false });

    private static ResolvedPlan? PlanOf(ExplainedClaim claim, ExplanationRequest request) => request.Plans.Find(
        claim.Determination.Plan, claim.Determination.PlanVersion, claim.Shown.Lines[0].Dates.First);
}
