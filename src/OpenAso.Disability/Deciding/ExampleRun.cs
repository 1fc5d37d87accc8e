using System.Globalization;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Law;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Deciding;

/// <summary>A worked example that came out otherwise than the plan document promises.</summary>
/// <param name="Example">Its name.</param>
/// <param name="What">The decision, or the column.</param>
/// <param name="Expected">As the document has it.</param>
/// <param name="Actual">As it came out.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ExampleDifference(string Example, string What, string Expected, string Actual, Place Place);

/// <summary>Decides the worked examples of a plan document.</summary>
public static class ExampleRun
{
    /// <summary>Every difference; none where the document says what the program does.</summary>
    /// <param name="plan">With its examples.</param>
    /// <param name="law">The figures of law.</param>
    public static ValueList<ExampleDifference> Of(DisabilityPlan plan, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Examples.Items.SelectMany(example => One(example, plan, law)).ToValueList();
    }

    private static IEnumerable<ExampleDifference> One(DisabilityExample example, DisabilityPlan plan, DisabilityLaw law)
    {
        var assessment = DisabilityAssessment.Of(example.Claim, plan, law, example.Through);
        var decision = Words.Of(assessment.Decision.Outcome.ToString());
        if (decision != example.Decision)
            yield return new ExampleDifference(
                example.Name, "decision", example.Decision, $"{decision} {Reasons(assessment)}".Trim(), example.Place);
        else if (example.Reasons.Count > 0 && string.Join(", ", example.Reasons) != Reasons(assessment))
            yield return new ExampleDifference(
                example.Name, "reasons", string.Join(", ", example.Reasons), Reasons(assessment), example.Place);
        var payments = assessment.Schedule?.Payments.Items ?? [];
        foreach (var (index, row) in example.Rows.Items.Index())
        {
            foreach (var (column, expected) in row.Cells)
            {
                var actual = index < payments.Length ? Cell(payments[index], column) : "no period";
                if (actual != expected)
                    yield return new ExampleDifference(example.Name, column, expected, actual, row.Place);
            }
        }
    }

    private static string Reasons(DisabilityAssessment assessment) => string.Join(
        ", ", assessment.Decision.Reasons.Items.Select(reason => Words.Of(reason.Reason.ToString())));

    private static string Cell(BenefitPayment payment, string column) => column switch
    {
        "from" => Day(payment.Period.From),
        "through" => Day(payment.Period.Through),
        "days" => payment.Period.Days.ToString(CultureInfo.InvariantCulture),
        _ => Amount(payment, column).ToString(),
    };

    private static Money Amount(BenefitPayment payment, string column) => column switch
    {
        "gross" => payment.Period.Gross,
        "net" => payment.Period.Net,
        "adjustment" => payment.Adjustment,
        "recovery" => payment.Recovery,
        "paid" => payment.Paid,
        "taxable" => payment.Taxable,
        "fica" => payment.FicaTaxable,
        "withheld" => payment.Withheld ?? Money.Zero,
        "fica-tax" => payment.Fica?.Withheld.Total ?? Money.Zero,
        _ => payment.Period.Steps.Items.FirstOrDefault(step => step.Name == column) is { } step
            ? Magnitude(step) : Money.Zero,
    };

    // A table shows what is taken without its sign.
    private static Money Magnitude(ScheduleStep step) => step.Amount.IsNegative ? -step.Amount : step.Amount;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
