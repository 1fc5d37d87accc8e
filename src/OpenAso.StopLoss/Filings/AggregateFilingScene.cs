using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>The loss of all claims together on the way to the carrier.</summary>
internal sealed class AggregateFilingScene(AggregateFilingMaterial material, AggregatePosition aggregate)
{
    private readonly List<CountedAmount> _counted =
        CountedClaims.OfAggregate(material.Policy, material.Position.AsOf, material.Payments);

    private readonly Money _filedBefore = OpenReceivables.KnownOn(material.FiledOn, material.Recoveries)
        .Where(recovery => recovery.From == StopLossCoverage.Aggregate).Total(recovery => recovery.Requested);

    private StopLossPolicy Policy => material.Policy;

    private bool IsYearEnd => material.Position.AsOf >= Policy.Period.Last;

    private Money Due => OpenReceivables.AggregateDue(Policy, material.Position);

    private Money Excess => IsYearEnd
        ? Money.Max(aggregate.Eligible - aggregate.Attachment, Money.Zero)
        : aggregate.Advanced;

    private Money Requested => Due - _filedBefore;

    /// <summary>Why nothing can be filed; null where it can.</summary>
    public Finding? Obstacle()
    {
        var book = new StopLossBook(Policy, material.Position.AsOf);
        book.Cover(material.Census);
        foreach (var payment in material.Payments)
            book.Add(payment);
        var again = book.Position();
        if (again.Aggregate != aggregate || again.Specific != material.Position.Specific)
            return FilingFrame.Reject(StopLossCodes.DoesNotTie, StopLossTexts.Room[
                "filing.aggregate-differs", again.Aggregate!.Eligible, again.Aggregate.Attachment, aggregate.Eligible,
                aggregate.Attachment]);
        if (!Requested.IsPositive)
            return FilingFrame.Reject(
                StopLossCodes.NothingToFile, StopLossTexts.Room["filing.nothing-left", Due, _filedBefore]);
        return null;
    }

    public (AggregateFiling Filing, ValueList<Finding> Findings) Filing()
    {
        var frame = new FilingFrame(
            Policy, material.Position.AsOf, material.FiledOn, FilingSchedule.FinalDay(
                Policy, CountingTerms.OfAggregate(Policy, material.Position.AsOf)!.Basis));
        var checklist = new Checklist(_counted, material.Evidence.Items, material.FiledOn, "listing.csv")
            .Answer([FilingItem.ClaimDetail, FilingItem.SignedForm]);
        var findings = frame.Findings([], checklist);
        var what = IsYearEnd ? "aggregate" : "accommodation";
        var subject = new FilingSubject(
            $"{Policy.Number} {what} {PackManifest.Text(material.Position.AsOf)}", [("kind", what)], [], Totals());
        var pack = frame.Pack(
            subject, new AggregateTables(material, aggregate, _counted).All(), checklist, findings);
        return (new AggregateFiling(
            IsYearEnd, material.FiledOn, frame.DueOn, Excess, Requested, checklist, pack, findings), findings);
    }

    private List<(string, Money)> Totals()
    {
        var listed = _counted.Where(amount => amount.Counts).Total(amount => amount.Amount);
        return
        [
            ("paid", _counted.Total(amount => amount.Amount)),
            ("outside the aggregate", _counted.Where(amount => !amount.Counts).Total(amount => amount.Amount)),
            ("listed", listed),
            ("left out by the specific and by run-in limits", listed - aggregate.Eligible),
            ("eligible", aggregate.Eligible),
            ("minimum attachment", aggregate.MinimumAttachment),
            ("attachment", aggregate.Attachment),
            (IsYearEnd ? "excess" : "advanced so far", Excess),
            ("due", Due),
            ("asked for before", _filedBefore),
            ("requested", Requested),
        ];
    }
}
