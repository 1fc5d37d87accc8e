using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Operations.Importing;

/// <summary>Enrolment in plans of which there is no document: claims under it pend, so it is said at once.</summary>
internal static class PlansWithoutDocument
{
    /// <summary>One finding for each plan, where it is first named.</summary>
    public static IEnumerable<Finding> Of(EnrollmentFile file, PlanLibrary plans)
    {
        var lines = plans.Plans.ToDictionary(
            plan => plan.Id, plan => plan.Segments.Select(segment => segment.Line).ToHashSet());
        return
            from record in file.Records
            from change in record.Coverage
            where change.Maintenance != Maintenance.Terminate && !string.IsNullOrEmpty(change.Plan.Value)
                && !(lines.TryGetValue(change.Plan, out var covered) && covered.Contains(change.Line))
            group record by (change.Plan, change.Line) into enrolled
            select new Finding(
                EnrollmentCodes.PlanWithoutDocument, Severity.Warning, enrolled.First().Place,
                $"There is no document of a {Documents.Words.Of(enrolled.Key.Line.ToString())} plan "
                + $"'{enrolled.Key.Plan}', and {Counted.Of(enrolled.Count(), "member is", "members are")} enrolled in "
                + "it: their claims pend. Correct HD04 (CSV: plan), or give the document with --plan.");
    }
}
