using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.PlanDocuments;
using OpenAso.Plans;

namespace OpenAso.Api.Resources;

/// <summary>A plan of a list.</summary>
/// <param name="Id">As addresses name it.</param>
/// <param name="Name">Of its newest wording.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Version">Names the document by what it says.</param>
/// <param name="Wordings">The first day of each wording.</param>
public sealed record PlanListed(
    string Id, string Name, string Line, string Version, IReadOnlyList<DateOnly> Wordings)
{
    internal static PlanListed Of(Plan plan) => new(
        plan.Id.Value, plan.Segments[^1].Name, Words.Of(plan.Segments[^1].Line.ToString()), plan.Version.ToString(),
        [.. plan.Segments.Select(segment => segment.InForce.First)]);
}

/// <summary>The wording of a plan.</summary>
/// <param name="Id">As addresses name it.</param>
/// <param name="Name">As members know it.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Version">Names the document by what it says.</param>
/// <param name="From">The first day of this wording.</param>
/// <param name="Through">Its last day; null where none is known.</param>
/// <param name="Clauses">In the order of the document.</param>
/// <param name="Benefits">What it covers.</param>
/// <param name="Limits">What members owe or get at most.</param>
public sealed record PlanView(
    string Id, string Name, string Line, string Version, DateOnly From, DateOnly? Through,
    IReadOnlyList<ClauseView> Clauses, IReadOnlyList<string> Benefits, IReadOnlyList<PlanLimitView> Limits)
{
    /// <summary>Which kept version of the document it is, from 1.</summary>
    public long Number { get; init; }

    /// <summary>The versions that are kept, the newest first.</summary>
    public IReadOnlyList<long> Versions { get; init; } = [];

    /// <summary>The worked examples of the document, decided by its terms.</summary>
    public IReadOnlyList<WorkedView> Examples { get; init; } = [];

    internal static PlanView Of(ResolvedPlan plan) => new(
        plan.Id.Value, plan.Name, Words.Of(plan.Line.ToString()), plan.Version.ToString(), plan.InForce.First,
        plan.InForce.Last == DateOnly.MaxValue ? null : plan.InForce.Last,
        [.. plan.Clauses.Where(clause => clause.Id.Value is { Length: > 0 })
            .Select(clause => new ClauseView(clause.Id.Value, clause.Text))],
        [.. plan.Benefits.Select(benefit => benefit.Id)],
        [.. plan.Limits.Select(limit => new PlanLimitView(
            limit.Id.Value, limit.Name, limit.Clause == ClauseNumber.None ? null : plan[limit.Clause].Id.Value))]);
}

/// <summary>A clause of a plan.</summary>
/// <param name="Id">As decisions cite it.</param>
/// <param name="Text">The wording.</param>
public sealed record ClauseView(string Id, string Text);

/// <summary>A limit of a plan.</summary>
/// <param name="Id">As accumulators name it.</param>
/// <param name="Name">As members know it; may be empty.</param>
/// <param name="Clause">The provision that sets it.</param>
public sealed record PlanLimitView(string Id, string Name, string? Clause);

/// <summary>A row of a worked example, as the terms decide it.</summary>
/// <param name="Example">The example's name.</param>
/// <param name="Claim">The claim's number in the example.</param>
/// <param name="Person">The example's patient.</param>
/// <param name="Date">The day of service.</param>
/// <param name="Billed">What is charged.</param>
/// <param name="Split">How it is divided.</param>
/// <param name="Agrees">Whether the terms give what the document promises.</param>
/// <param name="Problem">What differs; empty where nothing does.</param>
public sealed record WorkedView(
    string Example, string Claim, string Person, DateOnly Date, Money Billed, WorkedSplitView Split, bool Agrees,
    string Problem)
{
    internal static WorkedView Of(WorkedResult row) => new(
        row.Example, row.Line.Claim, row.Line.Member.Name, row.Line.Date, row.Line.Billed,
        new WorkedSplitView(
            row.Actual.Allowed, row.Actual.Copay, row.Actual.Deductible, row.Actual.Coinsurance, row.Actual.PlanPays,
            row.Actual.MemberOwes),
        row.Agrees, row.Problem);
}

/// <summary>How a charge of an example is divided.</summary>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Copay">Of what the member owes.</param>
/// <param name="Deductible">Of what the member owes.</param>
/// <param name="Coinsurance">Of what the member owes.</param>
/// <param name="PlanPays">What the plan pays.</param>
/// <param name="MemberOwes">What the member owes.</param>
public sealed record WorkedSplitView(
    Money Allowed, Money Copay, Money Deductible, Money Coinsurance, Money PlanPays, Money MemberOwes);

/// <summary>What changed between two versions of a plan document.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later version.</param>
/// <param name="Lines">Lines that were removed or added, in order.</param>
public sealed record PlanChangesView(string Plan, long From, long To, IReadOnlyList<ChangedLineView> Lines);

/// <summary>A line that was removed or added.</summary>
/// <param name="Change">removed or added.</param>
/// <param name="Before">Its number in the earlier version; null where it is not there.</param>
/// <param name="After">Its number in the later version; null where it is not there.</param>
/// <param name="Text">What it says.</param>
public sealed record ChangedLineView(string Change, int? Before, int? After, string Text);
