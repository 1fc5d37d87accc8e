using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Insuring;

/// <summary>Finds in the books what a carrier wants to see: since when people have been covered, and that each payment
/// was made.</summary>
internal static class FilingEvidences
{
    /// <summary>What the books prove of one claimant's loss.</summary>
    public static IEnumerable<FilingEvidence> Of(
        DbConnection connection, EmployerScope scope, BookedPolicy booked, string claimant)
    {
        var own = booked.Paid.Where(pair => booked.Policy.UnitOf(pair.Payment) == claimant).ToList();
        var families = own.Select(pair => pair.Paid.Family).Distinct().ToList();
        var people = own.Select(pair => pair.Paid.Claimant).ToHashSet(StringComparer.Ordinal);
        return Enrolled(connection, scope, families, people, booked.Policy.Specific!.Lines)
            .Concat(own.Select(pair => new FilingEvidence
            {
                Item = FilingItem.PaymentProof,
                Subject = pair.Payment.Claim,
                Reference = pair.Paid.Payment,
                On = pair.Paid.Issued,
            }).Distinct());
    }

    private static IEnumerable<FilingEvidence> Enrolled(
        DbConnection connection, EmployerScope scope, IReadOnlyCollection<FamilyId> families, HashSet<string> people,
        ValueList<LineOfCoverage> lines) =>
        from family in FamilyRows.Read(connection, scope, families).Values
        from person in family.People.Items
        let subject = $"{family.Id.Value}-{person.Number.Value}"
        where people.Contains(subject)
        from span in person.Coverage.Items
        where lines.Items.Contains(span.Line)
        select FilingEvidence.OfEnrollment(subject, $"{span.Plan}", span.Dates.First);
}
