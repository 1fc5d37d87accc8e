using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Filings;

/// <summary>Answers a carrier's checklist from what the plan has to hand.</summary>
/// <param name="counted">The payments that the filing lists.</param>
/// <param name="evidence">What is to hand.</param>
/// <param name="filedOn">The day of the filing.</param>
/// <param name="detail">The content of the pack that lists the payments.</param>
internal sealed class Checklist(
    IReadOnlyList<CountedAmount> counted, IReadOnlyList<FilingEvidence> evidence, DateOnly filedOn, string detail)
{
    private const int AnswerMonths = 12;

    public ValueList<ChecklistRow> Answer(IEnumerable<FilingItem> items) => items.Select(Answer).ToValueList();

    public static PackContent Content(ValueList<ChecklistRow> rows)
    {
        var csv = new CsvText("item", "state", "detail");
        foreach (var row in rows)
        {
            csv.Text(Documents.Words.Of(row.Item.ToString())).Text(Documents.Words.Of(row.State.ToString()))
                .Text($"{row.Detail}").EndRow();
        }
        return new PackContent("checklist.csv", csv.ToString());
    }

    /// <summary>Names what is not there.</summary>
    public static IEnumerable<Finding> Findings(ValueList<ChecklistRow> rows) => rows
        .Where(row => row.State is ChecklistState.Missing or ChecklistState.Incomplete or ChecklistState.Outdated)
        .Select(row => new Finding(
            StopLossCodes.ChecklistOpen, Severity.Warning, Place.None,
            Texts["checklist.open", new NamedItem(row.Item), row.Detail]));

    private ChecklistRow Answer(FilingItem item)
    {
        var documents = evidence.Where(one => one.Item == item)
            .OrderBy(one => one.Reference, StringComparer.Ordinal).ThenBy(one => one.Subject, StringComparer.Ordinal)
            .ToList();
        if (documents.Find(one => one.DoesNotApplyBecause is not null) is { } none)
            return new ChecklistRow(item, ChecklistState.NotApplicable, Sentence.Quoted(none.DoesNotApplyBecause!));
        return item switch
        {
            FilingItem.ClaimDetail => counted.Count > 0
                ? new ChecklistRow(item, ChecklistState.There, Sentence.Quoted(detail))
                : new ChecklistRow(item, ChecklistState.Missing, Texts["checklist.no-payment"]),
            FilingItem.PaymentProof => PaymentProof(documents),
            FilingItem.OtherCoverageAnswer => OtherCoverage(documents),
            _ => documents.Count > 0
                ? new ChecklistRow(item, ChecklistState.There, References(documents))
                : new ChecklistRow(item, ChecklistState.Missing, Texts["checklist.no-document"]),
        };
    }

    // Every payment that counts must have been issued and funded, and bear a number.
    private ChecklistRow PaymentProof(List<FilingEvidence> documents)
    {
        var whole = documents.Exists(one => one.Subject.Length == 0);
        var proved = documents.Select(one => one.Subject).ToHashSet(StringComparer.Ordinal);
        var payments = counted.Where(amount => amount.Counts && !amount.Payment.Amount.IsNegative).ToList();
        var open = payments
            .Where(amount => amount.Payment.Dates is not { Issued: not null, Funded: not null }
                || !(whole || proved.Contains(amount.Payment.Claim)))
            .Select(amount => amount.Payment.Claim)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (open.Count == 0 && payments.Count > 0)
            return new ChecklistRow(FilingItem.PaymentProof, ChecklistState.There, Sentence.Quoted("payments.csv"));
        var claims = payments.Select(amount => amount.Payment.Claim).Distinct().Count();
        return new ChecklistRow(
            FilingItem.PaymentProof,
            open.Count < claims ? ChecklistState.Incomplete : ChecklistState.Missing,
            Texts["checklist.no-proof", string.Join(", ", open)]);
    }

    [Source("Public filing checklists: the answer on other coverage updated within twelve months")]
    private ChecklistRow OtherCoverage(List<FilingEvidence> documents)
    {
        const FilingItem item = FilingItem.OtherCoverageAnswer;
        if (documents.Count == 0)
            return new ChecklistRow(item, ChecklistState.Missing, Texts["checklist.no-answer"]);
        return documents.Exists(one => one.On >= filedOn.AddMonths(-AnswerMonths) && one.On <= filedOn)
            ? new ChecklistRow(item, ChecklistState.There, References(documents))
            : new ChecklistRow(
                item, ChecklistState.Outdated, Texts["checklist.old-answer", AnswerMonths]);
    }

    private static Sentence References(List<FilingEvidence> documents) => documents
        .Where(one => one.Reference.Length > 0).DistinctBy(one => one.Reference)
        .Select(one => one.Given ?? Sentence.Quoted(one.Reference))
        .DefaultIfEmpty(Sentence.Quoted("")).Aggregate(Both);

    // Words that nobody here chose stay such words.
    private static Sentence Both(Sentence all, Sentence next) => all.Texts is null && next.Texts is null
        ? Sentence.Quoted($"{all}; {next}")
        : Texts["checklist.also", all, next];

    private static RoomTexts Texts => StopLossTexts.Room;
}
