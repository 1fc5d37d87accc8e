using System.Globalization;
using System.Text;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A claim document to be taken.</summary>
/// <param name="File">Where it came from, for messages.</param>
/// <param name="Content">All of the document.</param>
public sealed record DisabilityClaimText(string File, string Content)
{
    /// <summary>The claim documents of a file: one of YAML, or the rows of a table (.csv).</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="content">All of it.</param>
    public static Parsed<ValueList<DisabilityClaimText>> Of(string file, string content)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return new Parsed<ValueList<DisabilityClaimText>>([new DisabilityClaimText(file, content)], []);
        var read = DisabilityClaimFile.Read(new StringReader(content), file);
        return new Parsed<ValueList<DisabilityClaimText>>(
            read.Value.Items.Select(row => new DisabilityClaimText($"{file}, line {row.Line}", Document(row)))
                .ToValueList(),
            read.Findings);
    }

    // What the columns say, as a claim document says it.
    private static string Document(DisabilityClaimRow row)
    {
        var (claimant, what) = (row.Claimant, row.Disability);
        var text = new StringBuilder();
        Line($"claim: {{id: \"{row.Claim}\", received: {Day(row.Received)}{Part("plan", row.Plan)}}}");
        Line($"claimant: {{id: \"{claimant.Member}\", first: \"{claimant.First}\", last: \"{claimant.Last}\""
            + $"{Dated("born", claimant.Born)}, class: \"{claimant.Class}\"}}");
        if (claimant.CoveredFrom is { } covered)
            Line($"coverage: {{short-term-disability: [{{from: {Day(covered)}}}], "
                + $"long-term-disability: [{{from: {Day(covered)}}}]}}");
        Line($"contributions: [{{year: {what.From.Year - 1}, employer: {Cents(row.Salary.EmployerPaid)}, "
            + $"employee: {Cents(row.Salary.EmployerPaid.Complement)}}}]");
        Line($"salary: [{{from: {Day(what.LastDayWorked.AddYears(-2))}, amount: {row.Salary.Amount}, "
            + $"per: {row.Salary.Per}}}]");
        Line($"disability: {{last-day-worked: {Day(what.LastDayWorked)}, from: {Day(what.From)}"
            + $"{Part("cause", what.Cause)}{Dated("delivered", what.Delivered)}"
            + $"{(what.Cesarean ? ", cesarean: yes" : "")}}}");
        if (row.Salary.WagesPaid is { } wages)
            Line($"wages: [{{year: {what.From.Year}, social-security: {wages}, medicare: {wages}, "
                + $"unemployment: {wages}}}]");
        if (what.CertifiedThrough is { } certified)
            Line($"certifications: [{{from: {Day(what.From)}, to: {Day(certified)}}}]");
        if (what.Returned is { } returned)
            Line($"work: [{{from: {Day(returned)}, full: yes}}]");
        var statements = Dated("employee", row.Statements.Employee) + Dated("employer", row.Statements.Employer)
            + Dated("physician", row.Statements.Physician);
        if (statements.Length > 0)
            Line($"statements: {{{statements[2..]}}}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Dated(string key, DateOnly? day) => day is { } known ? $", {key}: {Day(known)}" : "";

    private static string Part(string key, string text) => text.Length == 0 ? "" : $", {key}: {text}";

    private static Money Cents(Percent share) => Money.Of(100).Times(share, Rounding.HalfUp);
}
