using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpenAso.Seed.Disability;

/// <summary>Writes disability claims: a table of the short-term ones, and a document for each long-term one.</summary>
internal static class DisabilityFiles
{
    public static IEnumerable<SeedFile> Of(SeedCorpus corpus)
    {
        var (employer, drafts) = (corpus.Request.Employer, Disabilities.Of(corpus));
        yield return new SeedFile(
            $"{employer.Key}-disability.csv", output => WriteTable(output, employer, drafts, corpus.Request.Window));
        var due = employer.HasLongTerm
            ? drafts.Where(draft => Disabilities.IsDue(draft, corpus.Request.Window)) : [];
        foreach (var draft in due)
            yield return new SeedFile(
                $"{employer.Key}-ltd-{draft.Household.Id}.yaml",
                output => WriteLongTerm(output, employer, draft, corpus.Request.Window));
    }

    private static void WriteTable(
        IBufferWriter<byte> output, SeedProfile employer, IEnumerable<DisabilityDraft> drafts, SeedWindow window)
    {
        Line(output, "claim,received,plan,member,last,first,born,class,covered-from,last-day-worked,disabled-from,"
            + "cause,certified-through,returned,delivered,cesarean,salary,per,employer-paid,employee-statement,"
            + "employer-statement,physician-statement");
        foreach (var draft in drafts)
        {
            var (household, person) = (draft.Household, draft.Household.Subscriber);
            var through = draft.Through < window.Last ? draft.Through : window.Last;
            Line(output, string.Join(',',
                $"S-{household.Id}-{Day(draft.From)}", Day(draft.Received), $"{employer.Key}-std", household.Id,
                person.Surname, person.Given, Day(person.Birth), "all", Day(household.Hired), Day(draft.LastDayWorked),
                Day(draft.From), draft.Cause, Day(through),
                draft.Through < window.Last ? Day(draft.Through.AddDays(1)) : "",
                draft.Delivered is { } delivered ? Day(delivered) : "", draft.Cesarean ? "yes" : "",
                Number(draft.Salary), "year", "60%", Day(draft.Received), Day(draft.Received.AddDays(1)),
                draft.IsProved ? Day(draft.Received.AddDays(3)) : ""));
        }
    }

    // Social Security is estimated at first; the award comes four months after long-term benefits begin, in arrears.
    private static void WriteLongTerm(
        IBufferWriter<byte> output, SeedProfile employer, DisabilityDraft draft, SeedWindow window)
    {
        var (household, person) = (draft.Household, draft.Household.Subscriber);
        var begins = draft.From.AddDays(DisabilityDraft.LongTermAfter);
        var received = Day(begins.AddDays(-30));
        var through = draft.Through < window.Last ? draft.Through : window.Last;
        Line(output, $"claim: {{id: L-{household.Id}-{Day(draft.From)}, received: {received}, "
            + $"plan: {employer.Key}-ltd}}");
        Line(output, $"claimant: {{id: {household.Id}, first: \"{person.Given}\", last: \"{person.Surname}\", "
            + $"born: {Day(person.Birth)}, state: {employer.State}, class: all}}");
        Line(output, $"coverage: {{long-term-disability: [{{from: {Day(household.Hired)}}}]}}");
        Line(output, $"contributions: [{{year: {draft.From.Year - 1}, employer: 60.00, employee: 40.00}}]");
        Line(output, "salary:");
        Line(output, $"  - {{from: {Day(draft.From.AddYears(-2))}, amount: {Number(draft.Salary - draft.Salary / 30)}, "
            + "per: year}");
        Line(output, $"  - {{from: {Day(draft.From.AddMonths(-6))}, amount: {Number(draft.Salary)}, per: year}}");
        Line(output, $"disability: {{last-day-worked: {Day(draft.LastDayWorked)}, from: {Day(draft.From)}, "
            + $"cause: {draft.Cause}}}");
        Line(output, $"certifications: [{{from: {Day(draft.From)}, to: {Day(through)}}}]");
        if (draft.Through < window.Last)
            Line(output, $"work: [{{from: {Day(draft.Through.AddDays(1))}, full: yes}}]");
        Line(output, "other-income:");
        Line(output, $"  - {{kind: social-security-primary, from: {Day(begins)}, per: month, amount: "
            + $"{Number(draft.Salary / 40)}, known: {Day(begins.AddMonths(4))}}}");
        Line(output, $"statements: {{employee: {received}, employer: {received}, physician: {received}}}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(IBufferWriter<byte> output, string text) =>
        Encoding.UTF8.GetBytes(text + "\n", output);
}
