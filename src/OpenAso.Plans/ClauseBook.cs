using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>The clauses of a document while it is read: turns a citation into a number.</summary>
internal sealed class ClauseBook
{
    private readonly Dictionary<string, ClauseNumber> _numbers = new(StringComparer.Ordinal);
    private readonly DocumentFindings _findings;

    public ClauseBook(DocumentValue clauses, DocumentFindings findings)
    {
        _findings = findings;
        var list = ImmutableArray.CreateBuilder<Clause>();
        list.Add(new Clause(new ClauseId(""), ""));
        foreach (var (id, text) in clauses.Entries())
        {
            if (list.Count > ushort.MaxValue)
            {
                text.Stop(PlanCodes.TooManyClauses, "A plan document cites at most 65,535 clauses. Join some.");
                break;
            }
            _numbers.Add(id, new ClauseNumber((ushort)list.Count));
            list.Add(new Clause(new ClauseId(id), text.Text() ?? ""));
        }
        Clauses = list.ToImmutable();
    }

    /// <summary>The first is no clause.</summary>
    public ImmutableArray<Clause> Clauses { get; }

    /// <summary>The clause that a provision must cite.</summary>
    public ClauseNumber Cited(DocumentSection provision) => Number(provision.Required("clause"));

    /// <summary>The clause that a provision may cite, else that of the provision around it.</summary>
    public ClauseNumber Cited(DocumentSection provision, ClauseNumber otherwise)
    {
        var cited = provision.Optional("clause");
        return cited.IsPresent ? Number(cited) : otherwise;
    }

    private ClauseNumber Number(DocumentValue cited)
    {
        if (cited.Text() is not { } id)
            return ClauseNumber.None;
        if (_numbers.TryGetValue(id, out var number))
            return number;
        _findings.Stop(PlanCodes.ClauseMissing, cited.Node!.Place,
            $"The clause '{id}' is cited here, but does not stand under 'clauses'."
            + NearestWord.Suggestion(id, _numbers.Keys) + " Add its text there, or cite another.");
        return ClauseNumber.None;
    }
}
