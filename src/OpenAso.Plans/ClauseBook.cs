using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>The clauses of a document while it is read: turns a citation into a number.</summary>
public sealed class ClauseBook
{
    private readonly Dictionary<string, ClauseNumber> _numbers = new(StringComparer.Ordinal);
    private readonly DocumentFindings _findings;

    /// <summary>Reads the clauses of a document.</summary>
    /// <param name="clauses">Each number with its text; the author's own keys.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public ClauseBook(DocumentValue clauses, DocumentFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
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
    /// <param name="provision">Has the key <c>clause</c>; a finding says so where it has not.</param>
    public ClauseNumber Cited(DocumentSection provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        return Cited(provision.Required("clause"));
    }

    /// <summary>The clause that a provision may cite, else that of the provision around it.</summary>
    /// <param name="provision">May have the key <c>clause</c>.</param>
    /// <param name="otherwise">Where it has not.</param>
    public ClauseNumber Cited(DocumentSection provision, ClauseNumber otherwise)
    {
        ArgumentNullException.ThrowIfNull(provision);
        var cited = provision.Optional("clause");
        return cited.IsPresent ? Cited(cited) : otherwise;
    }

    /// <summary>The clause that a value names.</summary>
    /// <param name="cited">A clause's number; a finding says so where there is no such clause.</param>
    public ClauseNumber Cited(DocumentValue cited)
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
