using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Reads fees, contributions and the budget: all that is agreed by line of coverage.</summary>
internal sealed class LineTermsReader(
    ValueList<OfferedLine> offered, AgreementClauses clauses, DocumentFindings findings)
{
    // With the month in front, a fee's identifier still fits into the key of a transfer.
    private const int MaximumFeeIdLength = 40;

    /// <summary>A line of coverage by its word; null with a finding where there is none.</summary>
    public static LineOfCoverage? Line(string word, DocumentValue value)
    {
        var lines = Words.Meanings<LineOfCoverage>();
        if (lines.TryGetValue(word, out var known))
            return known;
        value.Stop(DocumentCodes.NotAChoice,
            $"'{word}' is none of: {string.Join(", ", lines.Keys)}.{NearestWord.Suggestion(word, lines.Keys)}");
        return null;
    }

    public ValueList<Fee> Fees(DocumentValue value)
    {
        var fees = new List<Fee>();
        foreach (var (id, terms) in value.Entries())
        {
            if (terms.Section() is not { } section)
                continue;
            if (id.Length > MaximumFeeIdLength || id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            {
                terms.Stop(FundingCodes.TooLong,
                    $"'{id}' is no name of a fee. Use at most 40 letters, digits and hyphens.");
            }
            fees.Add(Fee(id, section));
        }
        return fees.ToValueList();
    }

    public ValueList<ContributionTerms> Contributions(DocumentValue value) => ByLine(value, (line, section) =>
        new ContributionTerms(line, clauses.Cited(section), ByTierReader.Shares(section.Required("shares"))));

    public ValueList<BudgetTerms> Budget(DocumentValue value)
    {
        var budget = ByLine(value, (line, section) =>
            new BudgetTerms(line, clauses.Cited(section), ByTierReader.Amounts(section.Required("claims"))));
        foreach (var line in offered.Items.Select(line => line.Line).Except(budget.Items.Select(terms => terms.Line)))
        {
            if (value.IsPresent)
            {
                findings.Warn(FundingCodes.NoBudget, value.Node.Place,
                    $"No claims are budgeted for {Words.Of(line.ToString())}, so its cost cannot be compared with"
                    + " anything. Add what you expect.");
            }
        }
        return budget;
    }

    private Fee Fee(string id, DocumentSection section)
    {
        var basis = section.Required("per").Choice<FeeBasis>() ?? default;
        var line = section.Optional("line");
        if (line.IsPresent != (basis == FeeBasis.EmployeeMonth))
        {
            findings.Stop(FundingCodes.FeeLine, section.Map.Place, line.IsPresent
                ? "A fee by the month, or one that is charged once, counts no employees. Take its line out."
                : "A fee by employees counts those of one line of coverage. Say which, for example line: medical.");
        }
        var fee = new Fee(
            id,
            section.Required("name").Text() ?? "",
            clauses.Cited(section),
            basis,
            line.Text() is { } word && Line(word, line) is { } known && Offered(known, line) ? known : null,
            ByTierReader.Amounts(section.Required("amount")));
        section.Done();
        return fee;
    }

    private ValueList<T> ByLine<T>(DocumentValue value, Func<LineOfCoverage, DocumentSection, T> read)
    {
        var terms = new List<T>();
        foreach (var (key, entry) in value.Entries())
        {
            if (Line(key, entry) is not { } line || !Offered(line, entry) || entry.Section() is not { } section)
                continue;
            terms.Add(read(line, section));
            section.Done();
        }
        return terms.ToValueList();
    }

    private bool Offered(LineOfCoverage line, DocumentValue value)
    {
        if (offered.Items.Any(known => known.Line == line))
            return true;
        value.Stop(FundingCodes.LineNotOffered,
            $"{Words.Of(line.ToString())} is not offered under this agreement."
            + " Add it under 'lines', or take this out.");
        return false;
    }
}
