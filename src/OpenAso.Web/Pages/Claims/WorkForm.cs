using System.Globalization;
using Microsoft.AspNetCore.Http;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Pending;

namespace OpenAso.Web.Pages.Claims;

/// <summary>What an examiner typed.</summary>
/// <param name="words">Of the reader.</param>
/// <param name="claim">The claim that waits.</param>
/// <param name="form">As it was posted.</param>
internal sealed class WorkForm(Words words, string claim, IFormCollection form)
{
    private const string Price = "price-";

    public PendRequest Note(Examiner by) => new(claim, Text("reason"), by) { Version = Version };

    public PendRequest Release(Examiner by) => Note(by) with
    {
        Member = Text("member"),
        Answers = new ExaminerAnswers
        {
            Prices = Prices().ToValueList(),
            Person = byte.TryParse(Text("person"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new PersonNumber(number)
                : null,
            SetAside = Enum.GetValues<PendReasons>()
                .Where(reason => form["aside"].Contains(Documents.Words.Of(reason.ToString())))
                .Aggregate(PendReasons.None, (all, reason) => all | reason),
        },
    };

    public PendRequest Deny(Examiner by) => Note(by) with
    {
        Answers = new ExaminerAnswers
        {
            Denial = new ExaminerDenial(
                DenialWords.Parse(Text("because")) ?? Denial.None,
                Text("clause") is { Length: > 0 } clause ? new ClauseId(clause) : null),
        },
    };

    // A page that was not looked at has no version, and is refused.
    private long Version =>
        long.TryParse(Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private IEnumerable<AgreedPrice> Prices()
    {
        foreach (var (key, value) in form)
        {
            var text = value.ToString().Trim();
            if (!key.StartsWith(Price, StringComparison.Ordinal) || text.Length == 0)
                continue;
            if (!int.TryParse(key.AsSpan(Price.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                || !Money.TryParse(text.Trim('$').Replace(",", "", StringComparison.Ordinal), out var amount))
                throw new PendRefusedException(Sentence.Quoted(words["work.no-price"]));
            yield return new AgreedPrice(line, amount);
        }
    }

    private string Text(string name) => form[name].ToString();
}
