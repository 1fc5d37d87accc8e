using System.Globalization;
using OpenAso.Documents;

namespace OpenAso.Decision;

/// <summary>Reads numbers with a fraction from documents.</summary>
internal static class Numbers
{
    /// <summary>A number in a range.</summary>
    /// <param name="value">Null is given where it is absent or wrong; the latter leaves a finding.</param>
    /// <param name="range">What may stand there.</param>
    public static double? Read(DocumentValue value, NumberRange range)
    {
        if (value.Text() is not { } text)
            return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            value.Stop(DecisionCodes.NotANumber, $"'{Short(text)}' is not a number in digits, with a point where there"
                + " is a fraction and without separators or signs of currency, for example 0.14 or 50000.");
            return null;
        }
        if (range.Holds(number))
            return number;
        value.Stop(DecisionCodes.OutOfRange, $"{text} is out of range: expected {range}.");
        return null;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>Numbers that may stand somewhere.</summary>
/// <param name="Least">The lower end.</param>
/// <param name="Most">The upper end.</param>
/// <param name="LeastIsOut">Whether the lower end itself is not among them.</param>
/// <param name="MostIsOut">Whether the upper end itself is not among them.</param>
internal readonly record struct NumberRange(
    double Least, double Most, bool LeastIsOut = false, bool MostIsOut = false)
{
    /// <summary>Amounts of money above zero.</summary>
    public static NumberRange Amount { get; } = new(0, 1e12, LeastIsOut: true);

    /// <summary>Probabilities of what may happen and may not.</summary>
    public static NumberRange Chance { get; } = new(0, 1, LeastIsOut: true, MostIsOut: true);

    public bool Holds(double number) =>
        (LeastIsOut ? number > Least : number >= Least) && (MostIsOut ? number < Most : number <= Most);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(LeastIsOut ? "above " : "")}{Least:0.##############} {(MostIsOut ? "and below" : "to")} {Most:0.#####}");
}
