using OpenAso.Decision.Pictures;
using OpenAso.Documents;

namespace OpenAso.Decision.Comparing;

/// <summary>Inputs of a comparison as a reader is told of them.</summary>
public static class DriverWords
{
    /// <summary>The input: "specific premium".</summary>
    /// <param name="driver">Which.</param>
    /// <param name="texts">The words; English ones where null.</param>
    public static string Of(Driver driver, PictureTexts? texts = null) =>
        (texts ?? PictureTexts.English)[$"driver.{Words.Of(driver.ToString())}"];

    /// <summary>Its value: 8 %, 0.10, 3 months, 1,760,000.</summary>
    /// <param name="driver">Which.</param>
    /// <param name="input">As <see cref="TornadoEnd.Input"/> holds it.</param>
    /// <param name="texts">The words; English ones where null.</param>
    public static string Of(Driver driver, double input, PictureTexts? texts = null) =>
        Value(driver, input) is Kernel.Sentence sentence
            ? (texts ?? PictureTexts.English)[sentence.Key, [.. sentence.Places]]
            : (texts ?? PictureTexts.English).Write(Value(driver, input));

    /// <summary>Its value as what it is: a share, a number, months, an amount; a reader's words tell it.</summary>
    /// <param name="driver">Which.</param>
    /// <param name="input">As <see cref="TornadoEnd.Input"/> holds it.</param>
    public static object Value(Driver driver, double input) => driver switch
    {
        Driver.Trend or Driver.ClaimsLevel => new ComputedShare(input),
        Driver.GroupSigma => new Parameter(input),
        Driver.Completion => PictureTexts.Sentence("driver.months", (long)Math.Round(input)),
        _ => new WholeAmount(Math.Round(input)),
    };
}
