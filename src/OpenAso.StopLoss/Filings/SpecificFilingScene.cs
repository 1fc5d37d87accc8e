using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>One claimant's loss on the way to the carrier.</summary>
internal sealed class SpecificFilingScene
{
    private readonly SpecificFilingMaterial _material;
    private readonly SpecificPosition? _claimant;
    private readonly List<CountedAmount> _counted;
    private readonly List<Recovery> _filed;
    private readonly Money _filedBefore;

    public SpecificFilingScene(SpecificFilingMaterial material)
    {
        _material = material;
        _claimant = material.Position.Specific.Items.FirstOrDefault(one => one.Claimant == material.Claimant);
        _counted = CountedClaims.OfSpecific(
            material.Policy, material.Position.AsOf, material.Claimant, material.Payments);
        _filed = [.. OpenReceivables.KnownOn(material.FiledOn, material.Recoveries)
            .Where(recovery => recovery.From == StopLossCoverage.Specific && recovery.Claimant == material.Claimant)];
        _filedBefore = _filed.Total(recovery => recovery.Requested);
    }

    private static RoomTexts Texts => StopLossTexts.Room;

    private StopLossPolicy Policy => _material.Policy;

    private Money Requested => _claimant!.Reimbursable - _filedBefore;

    private FilingKind Kind => FilingSchedule.KindOf(Policy, _material.Position.AsOf, _filed);

    /// <summary>Why nothing can be filed; null where it can.</summary>
    public Finding? Obstacle()
    {
        if (_claimant is not { Excess.IsPositive: true } claimant)
            return FilingFrame.Reject(StopLossCodes.NothingToFile, Texts["filing.deductible-not-passed"]);
        var (paid, eligible) = (_counted.Total(amount => amount.Amount), Eligible);
        if (paid != claimant.Paid || eligible != claimant.Eligible)
            return FilingFrame.Reject(StopLossCodes.DoesNotTie,
                Texts["filing.payments-differ", paid, eligible, claimant.Paid, claimant.Eligible]);
        if (_filed.Count > 0 && (Requested.IsNegative || claimant.Excess <= FilingSchedule.ExcessFiled(_filed)))
            return FilingFrame.Reject(StopLossCodes.NothingToFile,
                Texts["filing.nothing-added", _filedBefore, claimant.Reimbursable]);
        return null;
    }

    public (SpecificFiling Filing, ValueList<Finding> Findings) Filing()
    {
        var passedOn = _material.Position.Watch.Items
            .FirstOrDefault(entry => entry.Claimant == _material.Claimant)?.PassedOn;
        var frame = new FilingFrame(
            Policy, _material.Position.AsOf, _material.FiledOn, FilingSchedule.DueOn(Policy, Kind, passedOn));
        var checklist = new Checklist(_counted, _material.Evidence.Items, _material.FiledOn, "claims.csv")
            .Answer(Policy.Filing.Checklist);
        var findings = frame.Findings([.. Small(), .. CoveredLater()], checklist);
        var number = (_filed.Count + 1).ToString(CultureInfo.InvariantCulture);
        var subject = new FilingSubject(
            $"{Policy.Number} specific {_material.Claimant} {number}",
            [("claimant", _material.Claimant), ("kind", Words.Of(Kind.ToString())), ("number", number)],
            [("deductiblePassedOn", passedOn is { } day ? PackManifest.Text(day) : "")], Totals());
        var pack = frame.Pack(
            subject, [CountedClaims.Detail("claims.csv", _counted), PaymentsContent(), EnrollmentContent()],
            checklist, findings);
        return (new SpecificFiling(
            _material.Claimant, Kind, _material.FiledOn, frame.DueOn, _claimant!.Excess, Requested, checklist, pack,
            findings), findings);
    }

    private Money Eligible => _counted.Where(amount => amount.Counts).Total(amount => amount.Amount);

    // Every step from what was paid to what is asked for, so that the carrier can follow it.
    private List<(string, Money)> Totals()
    {
        var claimant = _claimant!;
        var afterAggregating = claimant.Excess - claimant.AggregatingApplied;
        return
        [
            ("paid", claimant.Paid),
            ("not counted", claimant.Paid - Eligible),
            ("eligible", Eligible),
            ("deductible", claimant.Deductible ?? Money.Zero),
            ("excess", claimant.Excess),
            ("taken by the aggregating specific deductible", claimant.AggregatingApplied),
            ("kept share and beyond the maximum", afterAggregating - claimant.Reimbursable),
            ("reimbursable", claimant.Reimbursable),
            ("asked for before", _filedBefore),
            ("requested", Requested),
        ];
    }

    private PackContent PaymentsContent()
    {
        var numbers = _material.Evidence.Items.Where(one => one.Item == FilingItem.PaymentProof)
            .ToLookup(one => one.Subject, one => one.Reference, StringComparer.Ordinal);
        var csv = new CsvText("claim", "payment_number", "issued", "funded", "cleared", "amount");
        foreach (var amount in _counted.Where(amount => amount.Counts))
        {
            var references = numbers[amount.Payment.Claim].Order(StringComparer.Ordinal);
            csv.Text(amount.Payment.Claim).Text(string.Join("; ", references)).Day(amount.Payment.Dates.Issued)
                .Day(amount.Payment.Dates.Funded).Day(amount.Payment.Dates.Cleared).Amount(amount.Amount).EndRow();
        }
        return new PackContent("payments.csv", csv.ToString());
    }

    private PackContent EnrollmentContent()
    {
        var csv = new CsvText("claimant", "covered_since", "document");
        foreach (var proof in EnrollmentProofs())
        {
            csv.Text(proof.Subject.Length > 0 ? proof.Subject : _material.Claimant).Day(proof.On).Text(proof.Reference)
                .EndRow();
        }
        return new PackContent("enrolment.csv", csv.ToString());
    }

    private IOrderedEnumerable<FilingEvidence> EnrollmentProofs() => _material.Evidence.Items
        .Where(one => one.Item == FilingItem.EnrollmentProof)
        .OrderBy(one => one.Subject, StringComparer.Ordinal).ThenBy(one => one.On)
        .ThenBy(one => one.Reference, StringComparer.Ordinal);

    private IEnumerable<Finding> Small()
    {
        var added = _claimant!.Excess - FilingSchedule.ExcessFiled(_filed);
        if (Kind == FilingKind.Addition && added < Policy.Filing.ResubmitFrom)
            yield return FilingFrame.Warn(StopLossCodes.SmallAddition,
                Texts["filing.small-addition", added, Policy.Filing.ResubmitFrom]);
    }

    private IEnumerable<Finding> CoveredLater()
    {
        var first = _counted.Where(amount => amount.Counts).Min(amount => (DateOnly?)amount.Payment.Incurred);
        var since = EnrollmentProofs().Min(proof => proof.On);
        if (first is { } service && since is { } proved && proved > service)
            yield return FilingFrame.Warn(
                StopLossCodes.CoveredLater, Texts["filing.covered-later", proved, service]);
    }
}
