using System.Collections.Immutable;
using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Insuring;

/// <summary>Makes filings from the books.</summary>
internal sealed class FilingCalculation
{
    private readonly DbConnection _connection;
    private readonly EmployerScope _scope;
    private readonly FilingRequest _request;
    private readonly BookedPolicy _booked;
    private readonly List<KeptFiling> _filed;
    private readonly List<WrittenFiling> _written = [];
    private readonly List<Finding> _findings = [];

    private FilingCalculation(
        DbConnection connection, EmployerScope scope, FilingRequest request, BookedPolicy booked)
    {
        (_connection, _scope, _request, _booked) = (connection, scope, request, booked);
        _filed = [.. FilingRows.Read(connection, scope).Where(filing => filing.Policy == booked.Policy.Number)];
    }

    private StopLossPolicy Policy => _booked.Policy;

    private ValueList<Recovery> Recoveries =>
        [.. _filed.Select(filing => filing.Recovery), .. _written.Select(written => written.Filing.Recovery)];

    /// <summary>The filings that are due, or the one that is asked for.</summary>
    public static FilingRun Of(
        DbConnection connection, EmployerTerms terms, FilingRequest request, IReadOnlyList<PaidClaim> paid)
    {
        List<WrittenFiling> written = [];
        List<Finding> findings = [];
        foreach (var policy in BookedPolicy.Begun(terms, request.Policy, request.On))
        {
            var filing = new FilingCalculation(
                connection, terms.Scope, request, BookedPolicy.Read(connection, terms, policy, request.On, paid));
            filing.File();
            written.AddRange(filing._written);
            findings.AddRange(filing._findings);
        }
        return new FilingRun([.. written], [.. findings]);
    }

    private void File()
    {
        if (_request.Claimant is { } claimant)
        {
            Specific(claimant);
            return;
        }
        foreach (var due in FilingSchedule.Of(Policy, _booked.Position, Recoveries.Items))
            Specific(due.Claimant);
        // All payments are counted again for an aggregate filing, so it is not begun for nothing.
        if (_booked.Position.Aggregate is { } aggregate && (aggregate.Reimbursable + aggregate.Advanced).IsPositive)
            Aggregate();
    }

    private void Specific(string claimant)
    {
        var given = Given(one => one.Claimant.Length == 0 || one.Claimant == claimant).ToList();
        var made = SpecificFiling.Of(new SpecificFilingMaterial
        {
            Policy = Policy,
            Position = _booked.Position,
            Claimant = claimant,
            Payments = _booked.Payments,
            FiledOn = _request.On,
            Evidence =
            [
                .. FilingEvidences.Of(_connection, _scope, _booked, claimant),
                .. EvidenceRows.Read(_connection, _scope, Policy.Number, claimant)
                    .Where(kept => given.TrueForAll(one => one.Item != kept.Item)),
                .. given,
            ],
            Recoveries = Recoveries,
        });
        if (made.Value is not { } filing)
        {
            _findings.AddRange(made.Findings);
            return;
        }
        var kind = filing.Kind switch
        {
            FilingKind.Initial => KeptFilingKind.Initial,
            FilingKind.Addition => KeptFilingKind.Addition,
            _ => KeptFilingKind.Final,
        };
        var name = KeptFiling.NameOf(Policy.Number, Next);
        Add(Kept(kind, filing.DueOn, filing.Pack, Recovery.Of(name, filing)), filing.Checklist, filing.Pack,
            filing.Findings);
    }

    private void Aggregate()
    {
        var made = AggregateFiling.Of(new AggregateFilingMaterial
        {
            Policy = Policy,
            Position = _booked.Position,
            Payments = _booked.Payments,
            Census = _booked.Census,
            FiledOn = _request.On,
            Payees = _booked.Paid.GroupBy(pair => pair.Payment.Claim, StringComparer.Ordinal)
                .ToImmutableDictionary(claim => claim.Key, claim => claim.First().Paid.Payee),
            Evidence = [.. Given(one => one.Claimant.Length == 0)],
            Recoveries = Recoveries,
        });
        if (made.Value is not { } filing)
        {
            _findings.AddRange(made.Findings.Items.Where(finding => finding.Code != StopLossCodes.NothingToFile));
            return;
        }
        var kind = filing.IsYearEnd ? KeptFilingKind.YearEnd : KeptFilingKind.Accommodation;
        var name = KeptFiling.NameOf(Policy.Number, Next);
        Add(Kept(kind, filing.DueOn, filing.Pack, Recovery.Of(name, filing)), filing.Checklist, filing.Pack,
            filing.Findings);
    }

    private IEnumerable<FilingEvidence> Given(Func<ClaimantEvidence, bool> belongs) =>
        _request.Evidence.Items.Where(belongs).Select(one => one.Document);

    private int Next => _filed.Count + _written.Count + 1;

    private KeptFiling Kept(KeptFilingKind kind, DateOnly dueOn, FilingPack pack, Recovery recovery) => new(
        Policy.Number, Next, kind, Policy.Version.ToString(), _booked.Position.AsOf,
        _booked.Paid.Count == 0 ? 0 : _booked.Paid.Max(pair => pair.Paid.Run), dueOn, pack.Sha256, recovery,
        [""]);

    private void Add(
        KeptFiling filing, ValueList<ChecklistRow> checklist, FilingPack pack, ValueList<Finding> findings) =>
        _written.Add(new WrittenFiling(filing, checklist, pack, findings));
}
