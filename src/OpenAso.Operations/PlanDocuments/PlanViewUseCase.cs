using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Plans;

namespace OpenAso.Operations.PlanDocuments;

/// <summary>A version of a plan document, as it is kept.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Name">What a member reads; of its last wording.</param>
/// <param name="Number">1 for the first version that was kept.</param>
/// <param name="File">What its file was called.</param>
/// <param name="Content">The document.</param>
public sealed record PlanVersion(PlanId Id, string Name, long Number, string File, string Content);

/// <summary>A plan document with what it makes of its own examples.</summary>
/// <param name="Version">Which version.</param>
/// <param name="Versions">All that are kept, the newest first.</param>
/// <param name="Plan">As it is understood.</param>
/// <param name="Results">Of its worked examples, decided by the same path as every claim.</param>
public sealed record PlanView(
    PlanVersion Version, IReadOnlyList<PlanVersion> Versions, Plan Plan, IReadOnlyList<WorkedResult> Results);

/// <summary>Shows plan documents: what they say, what they promise, and what changed from version to version.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class PlanViewUseCase(Books books)
{
    /// <summary>The newest version of every plan of an employer, by plan.</summary>
    /// <param name="scope">Whose.</param>
    public IReadOnlyList<PlanVersion> Current(EmployerScope scope) => [.. Versions(scope)
        .GroupBy(version => version.Id).OrderBy(group => group.Key)
        .Select(group => group.MaxBy(version => version.Number)!)];

    /// <summary>A plan; null where there is none of that name or version.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="number">Which version; null for the newest.</param>
    public PlanView? Show(EmployerScope scope, string plan, long? number = null)
    {
        var versions = Versions(scope).Where(version => version.Id.Value == plan)
            .OrderByDescending(version => version.Number).ToList();
        var shown = versions.Find(version => number is null || version.Number == number);
        return shown is not null && Read(shown.Content, shown.File) is { } read
            ? new PlanView(shown, versions, read, WorkedExampleRun.Run(read))
            : null;
    }

    /// <summary>What changed from one version of a plan to another; null where one of them is not kept.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="before">The earlier version's number.</param>
    /// <param name="after">The later version's number.</param>
    /// <returns>Every line of both, in order.</returns>
    public IReadOnlyList<ComparedLine>? Difference(EmployerScope scope, string plan, long before, long after)
    {
        var versions = Versions(scope).Where(version => version.Id.Value == plan)
            .ToDictionary(version => version.Number, version => version.Content);
        return versions.TryGetValue(before, out var old) && versions.TryGetValue(after, out var now)
            ? TextDifference.Of(old, now)
            : null;
    }

    private IEnumerable<PlanVersion> Versions(EmployerScope scope) =>
        from kept in EmployerDocuments.Versions(books, scope)
        where kept.Document.Kind == DocumentKind.Plan
        let plan = Read(kept.Document.Content, kept.Document.File)
        where plan is not null
        select new PlanVersion(
            plan.Id, plan.Segments[^1].Name, kept.Version, kept.Document.File, kept.Document.Content);

    private static Plan? Read(string content, string file) => PlanReader.Read(content, file).Value;
}
