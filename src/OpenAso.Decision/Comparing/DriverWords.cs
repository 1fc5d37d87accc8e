using System.Globalization;
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
    public static string Of(Driver driver, double input, PictureTexts? texts = null) => driver switch
    {
        Driver.Trend or Driver.ClaimsLevel =>
            (input * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %",
        Driver.GroupSigma => input.ToString("0.00", CultureInfo.InvariantCulture),
        Driver.Completion => (texts ?? PictureTexts.English)["driver.months",
            input.ToString("0", CultureInfo.InvariantCulture)],
        _ => Math.Round(input).ToString("N0", CultureInfo.InvariantCulture),
    };
}
