using System.CommandLine;
using System.Globalization;
using OpenAso.Claims;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Pending;

namespace OpenAso.Cli.Verbs;

/// <summary>What an examiner answers, as options.</summary>
internal sealed class PendAnswerOptions
{
    private readonly Option<AgreedPrice[]> _prices = new("--price")
    {
        Description = "The price of a line for which none was found, such as 1=80.00; once for each line.",
        HelpName = "LINE=AMOUNT",
        CustomParser = result =>
        {
            List<AgreedPrice> prices = [];
            foreach (var token in result.Tokens)
            {
                var parts = token.Value.Split('=');
                if (parts.Length == 2
                    && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                    && Money.TryParse(parts[1], out var amount) && !amount.IsNegative)
                    prices.Add(new AgreedPrice(line, amount));
                else
                    result.AddError($"--price expects a line and its price, such as 1=80.00, not '{token.Value}'.");
            }
            return [.. prices];
        },
    };

    private readonly Option<int?> _person = Options.Count(
        "--person", "Who of the family was treated: 1 is the subscriber.", 2);

    private readonly Option<string?> _member = DeskOptions.Text(
        "--member", "ID", "For a member identifier that nobody has: that of the member who is meant.");

    private readonly Option<PendReasons> _setAside = new("--set-aside")
    {
        Description = $"A reason that you looked at and set aside, once for each: {string.Join(", ", Reasons.Keys)}.",
        HelpName = "WORD",
        CustomParser = result =>
        {
            var aside = PendReasons.None;
            foreach (var token in result.Tokens)
            {
                if (Reasons.TryGetValue(token.Value, out var reason))
                    aside |= reason;
                else
                    result.AddError(
                        $"--set-aside expects one of {string.Join(", ", Reasons.Keys)}, not '{token.Value}'.");
            }
            return aside;
        },
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _denial = DeskOptions.Text(
        "--because", "WORD", $"One of {string.Join(", ", ExaminerDenial.Reasons.Select(DenialWords.Of))}.",
        required: true);

    private readonly Option<string?> _clause = DeskOptions.Text(
        "--clause", "ID", "The clause of the plan that it follows.");

    private static Dictionary<string, PendReasons> Reasons { get; } = Enum.GetValues<PendReasons>()
        .Where(reason => (reason & ExaminerAnswers.MaySetAside) != 0)
        .ToDictionary(reason => Words.Of(reason.ToString()), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Option> OfRelease => [_prices, _person, _member, _setAside];

    public IEnumerable<Option> OfDenial => [_denial, _clause];

    public PendRequest Release(PendRequest request, ParseResult parsed) => request with
    {
        Member = parsed.GetValue(_member) ?? "",
        Answers = new ExaminerAnswers
        {
            Prices = (parsed.GetValue(_prices) ?? []).ToValueList(),
            Person = parsed.GetValue(_person) is { } number ? PersonOf(number) : null,
            SetAside = parsed.GetValue(_setAside),
        },
    };

    public PendRequest Deny(PendRequest request, ParseResult parsed) => request with
    {
        Answers = new ExaminerAnswers
        {
            Denial = new ExaminerDenial(
                DenialWords.Parse(parsed.GetValue(_denial)!) ?? Denial.None,
                parsed.GetValue(_clause) is { Length: > 0 } clause ? new ClauseId(clause) : null),
        },
    };

    private static PersonNumber PersonOf(int number) => number is > 0 and <= byte.MaxValue
        ? new PersonNumber((byte)number)
        : throw new CommandFailure($"--person expects 1 to {byte.MaxValue}, not {number}.");
}
