using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Documents;

/// <summary>The terms of a document from one of its amendments to the next.</summary>
/// <param name="Terms">As amended so far.</param>
/// <param name="InForce">Both days included.</param>
public sealed record AmendedTerms(DocumentMap Terms, DateRange InForce);

/// <summary>Reads the amendments of a document, and lays each over the terms before it.</summary>
/// <param name="amendable">Keys that an amendment may restate.</param>
/// <param name="outOfOrder">Code of the finding for an amendment that is out of order.</param>
/// <param name="document">What the document is, for findings: plan or agreement.</param>
public sealed class DocumentAmendments(ImmutableArray<string> amendable, string outOfOrder, string document)
{
    private static readonly ImmutableHashSet<string> OwnKeys = ["first", "name"];

    /// <summary>The terms of a document over all its days.</summary>
    /// <param name="root">The document; amendments stand under <c>amendments</c>, in order of date.</param>
    /// <param name="effective">All its days.</param>
    /// <returns>In order of date, without a gap; at least one. An amendment that is out of order is left out, with a
    /// finding.</returns>
    public IReadOnlyList<AmendedTerms> TermsOf(DocumentSection root, DateRange effective)
    {
        ArgumentNullException.ThrowIfNull(root);
        List<AmendedTerms> all = [];
        var (terms, first) = (root.Map, effective.First);
        foreach (var (start, changes) in Read(root, effective))
        {
            all.Add(new AmendedTerms(terms, new DateRange(first, start.AddDays(-1))));
            first = start;
            terms = DocumentOverlay.Apply(terms, changes, OwnKeys, root.Findings);
        }
        all.Add(new AmendedTerms(terms, new DateRange(first, effective.Last)));
        return all;
    }

    private List<(DateOnly First, DocumentMap Changes)> Read(DocumentSection root, DateRange effective)
    {
        List<(DateOnly, DocumentMap)> amendments = [];
        var after = effective.First;
        foreach (var value in root.Optional("amendments").Items())
        {
            if (value.Section() is not { } section)
                continue;
            var given = section.Required("first");
            section.Optional("name").Text();
            foreach (var key in amendable)
                section.Optional(key);
            section.Done();
            if (given.Date() is not { } first)
                continue;
            if (first <= after || first > effective.Last)
            {
                given.Stop(outOfOrder, $"An amendment begins after {Day(after)}, where the terms before it begin,"
                    + $" and not after {Day(effective.Last)}, the {document}'s last day. Put amendments in order of"
                    + " date.");
                continue;
            }
            amendments.Add((first, section.Map));
            after = first;
        }
        return amendments;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
