using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Operations.PlanDocuments;

/// <summary>What became of one row of a worked example.</summary>
/// <param name="Example">The example's name.</param>
/// <param name="Line">The row with what it expects.</param>
/// <param name="Actual">What the plan's terms made of it; zeros where it pends.</param>
/// <param name="Problem">What differs, in words; empty where row and terms agree.</param>
public sealed record WorkedResult(string Example, WorkedLine Line, WorkedSplit Actual, string Problem)
{
    /// <summary>Whether the terms give what the row promises.</summary>
    public bool Agrees => Problem.Length == 0;
}

/// <summary>Decides the worked examples of a plan document by the same path as every claim.</summary>
public static class WorkedExampleRun
{
    /// <summary>Decides every example of a plan.</summary>
    /// <param name="plan">With its examples.</param>
    /// <returns>By example, in the order of its rows.</returns>
    public static IReadOnlyList<WorkedResult> Run(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Examples.Items.SelectMany(example => Run(plan, example))];
    }

    private static IEnumerable<WorkedResult> Run(Plan plan, WorkedExample example)
    {
        var scene = new WorkedScene(plan, example);
        foreach (var lines in example.Lines.Items.GroupBy(line => line.Claim))
        {
            var rows = lines.ToArray();
            var (claim, determination) = scene.Decide(rows);
            for (var i = 0; i < rows.Length; i++)
                yield return Compare(plan, example, rows[i], claim.Lines[i], determination, i);
        }
    }

    private static WorkedResult Compare(
        Plan plan, WorkedExample example, WorkedLine row, ClaimLine line, Determination determination, int index)
    {
        var decided = determination.Lines[index];
        var actual = new WorkedSplit(
            decided.Contractual, decided.ProviderLiability, decided.BalanceBill, decided.MemberNotCovered,
            decided.Allowed,
            decided.Copay, decided.Deductible, decided.Coinsurance, decided.Penalty, decided.PlanPaid,
            decided.MemberOwes);
        return new WorkedResult(example.Name, row, actual, ProblemOf(plan, row, line, determination, decided, actual));
    }

    private static string ProblemOf(
        Plan plan, WorkedLine row, ClaimLine line, Determination determination, LineDetermination decided,
        WorkedSplit actual)
    {
        if (determination.Status == ClaimStatus.Pended)
            return $"pends: {determination.PendReasons}";
        var benefit = decided.Benefit >= 0 ? plan.AsOf(line.Dates.First)!.Benefits[decided.Benefit].Id : "none";
        if (row.Benefit is { } expected && benefit != expected)
            return $"falls under the benefit '{benefit}', not '{expected}'";
        return actual == row.Expected ? "" : string.Join("; ", Differences(row.Expected, actual));
    }

    private static IEnumerable<string> Differences(WorkedSplit expected, WorkedSplit actual) =>
        from pair in Named(expected).Zip(Named(actual))
        where pair.First.Amount != pair.Second.Amount
        select $"{pair.First.Name} is {pair.Second.Amount}, expected {pair.First.Amount}";

    private static IEnumerable<(string Name, Money Amount)> Named(WorkedSplit split) =>
    [
        ("contractual", split.Contractual), ("provider liability", split.ProviderLiability),
        ("balance bill", split.BalanceBill), ("not covered", split.NotCovered), ("allowed", split.Allowed),
        ("copay", split.Copay), ("deductible", split.Deductible), ("coinsurance", split.Coinsurance),
        ("penalty", split.Penalty), ("plan pays", split.PlanPays), ("member owes", split.MemberOwes),
    ];
}
