using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Pending;

/// <summary>What an examiner supplied, as it is kept beside the decision.</summary>
internal static class AnswersJson
{
    public static string Of(PendRequest request) => JsonText.Of(writer =>
    {
        var answers = request.Answers;
        if (request.Member.Trim().Length > 0)
            writer.WriteString("member"u8, request.Member.Trim());
        if (answers.Person is { } person)
            writer.WriteNumber("person"u8, person.Value);
        writer.WriteList("prices", answers.Prices, price =>
        {
            writer.WriteNumber("line"u8, price.Line);
            DeterminationJson.WriteMoney(writer, "amount"u8, price.Amount);
        });
        writer.WriteStartArray("setAside"u8);
        foreach (var word in ClaimWords.Of(answers.SetAside))
            writer.WriteStringValue(word);
        writer.WriteEndArray();
        if (answers.Denial is not { } denial)
            return;
        writer.WriteString("denial"u8, DenialWords.Of(denial.Reason));
        if (denial.Clause is { } clause)
            writer.WriteString("clause"u8, clause.Value);
    });
}
