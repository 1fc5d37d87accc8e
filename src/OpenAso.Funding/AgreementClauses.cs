using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>The clauses of an agreement while it is read: checks every citation.</summary>
internal sealed class AgreementClauses
{
    private readonly HashSet<string> _ids;
    private readonly DocumentFindings _findings;

    public AgreementClauses(DocumentValue clauses, DocumentFindings findings)
    {
        _findings = findings;
        All = clauses.Entries()
            .Select(entry => new AgreementClause(new ClauseId(entry.Key), entry.Value.Text() ?? ""))
            .ToValueList();
        _ids = All.Items.Select(clause => clause.Id.Value).ToHashSet(StringComparer.Ordinal);
    }

    public ValueList<AgreementClause> All { get; }

    public ClauseId Cited(DocumentSection provision)
    {
        var cited = provision.Required("clause");
        if (cited.Text() is not { } id)
            return new ClauseId("");
        if (_ids.Contains(id))
            return new ClauseId(id);
        _findings.Stop(FundingCodes.ClauseMissing, cited.Node!.Place,
            $"The clause '{id}' is cited here, but does not stand under 'clauses'."
            + NearestWord.Suggestion(id, _ids) + " Add its text there, or cite another.");
        return new ClauseId(id);
    }
}
