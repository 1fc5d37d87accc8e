using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary>Options that several verbs have.</summary>
internal static class Options
{
    /// <summary>One or more files.</summary>
    public static Option<FileInfo[]> Files(string name, string description, bool required = true) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        Required = required,
        AllowMultipleArgumentsPerToken = true,
        Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    /// <summary>A whole number.</summary>
    public static Option<T> Number<T>(string name, string description, T otherwise)
        where T : IBinaryInteger<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    return number;
                result.AddError($"{name} expects a whole number such as {otherwise}, not '{text}'.");
                return otherwise;
            },
        };

    /// <summary>A number with decimals.</summary>
    public static Option<double?> Real(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number))
                return number;
            result.AddError($"{name} expects a number such as {example}, not '{text}'.");
            return null;
        },
    };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<int?> Count(string name, string description, int example) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return number;
            result.AddError($"{name} expects a whole number such as {example}, not '{text}'.");
            return null;
        },
    };

    /// <summary>One of some words, each for a value.</summary>
    public static Option<T> Word<T>(
        string name, string description, IReadOnlyDictionary<string, T> words, T otherwise) => new(name)
        {
            Description = $"{description} One of {string.Join(", ", words.Keys)}.",
            HelpName = "WORD",
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                foreach (var (word, value) in words)
                {
                    if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                        return value;
                }
                result.AddError($"{name} expects one of {string.Join(", ", words.Keys)}, not '{text}'.");
                return otherwise;
            },
        };

    /// <summary>A line of coverage that may be left out.</summary>
    public static Option<LineOfCoverage?> Line(string description)
    {
        var lines = Enum.GetValues<LineOfCoverage>().ToDictionary(line => Words.Of(line.ToString()), line => line);
        return new Option<LineOfCoverage?>("--line")
        {
            Description = $"{description} One of {string.Join(", ", lines.Keys)}.",
            HelpName = "WORD",
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (lines.TryGetValue(text, out var line))
                    return line;
                result.AddError($"--line expects one of {string.Join(", ", lines.Keys)}, not '{text}'.");
                return null;
            },
        };
    }

    /// <summary>What an option of <see cref="Real"/> says as a share, rounded to a millionth.</summary>
    /// <returns>Null where it was left out.</returns>
    /// <exception cref="CommandFailure">It is below 0 or above 1.</exception>
    public static Percent? Share(ParseResult parsed, Option<double?> option) => parsed.GetValue(option) switch
    {
        null => null,
        >= 0 and <= 1 and var share => new Percent((int)Math.Round(share * Percent.Whole.Millionths)),
        _ => throw new CommandFailure($"{option.Name} expects a share from 0 to 1, such as 0.1."),
    };

    /// <summary>A day from 1900 to 2199.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => ParseDay(result) is var day && day == default ? null : day,
    };

    /// <summary>The day that an argument names; the default day, with an error, where it names none.</summary>
    public static DateOnly ParseDay(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2199)
            return day;
        var name = (result.Parent as OptionResult)?.Option.Name;
        result.AddError($"{name} expects a day from 1900 to 2199 such as 2026-01-31, not '{text}'.");
        return default;
    }

    /// <summary>JSON on standard output.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write JSON to standard output." };
}
