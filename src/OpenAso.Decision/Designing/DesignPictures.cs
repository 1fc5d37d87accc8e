using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Pictures;

namespace OpenAso.Decision.Designing;

/// <summary>Pictures of a contract that is tried out.</summary>
public static class DesignPictures
{
    private static readonly Driver[] Drivers =
    [
        new("claims level", one => $"{one.ClaimsLevel} %", (one, sign) =>
            one with { ClaimsLevel = one.ClaimsLevel + (10 * sign) }),
        new("specific", one => RoundNumbers.Amount(one.Specific), (one, sign) =>
            one with { Specific = one.Specific + (25_000 * sign) }),
        new("loss ratio of the specific", one => $"{one.SpecificLossRatio} %", (one, sign) =>
            one with { SpecificLossRatio = one.SpecificLossRatio + (10 * sign) }),
        new("corridor", one => $"{one.Corridor} %", (one, sign) =>
            one with { Corridor = one.Corridor + (10 * sign) }),
        new("uncertainty of the level", one => $"{one.GroupSigma} %", (one, sign) =>
            one with { GroupSigma = sign < 0 ? one.GroupSigma / 2 : one.GroupSigma * 2 }),
    ];

    /// <summary>How likely the year costs more than each amount.</summary>
    /// <param name="answer">What was computed.</param>
    /// <param name="source">The source line.</param>
    public static ExceedanceCurve Exceedance(DesignAnswer answer, string source)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new ExceedanceCurve(
            new PictureWords("How likely the year costs the employer more, all in", source), answer.Curve,
            [
                new PictureMark("Expected", answer.Chosen.Expected),
                .. answer.Settings.InsuredPremium > 0
                    ? [new PictureMark("Insured premium", answer.Settings.InsuredPremium)]
                    : (PictureMark[])[],
            ]);
    }

    /// <summary>What would change the mean of the worst years, each assumption on its own.</summary>
    /// <param name="risk">Who is covered.</param>
    /// <param name="answer">What was computed.</param>
    /// <param name="source">The source line.</param>
    public static Tornado Tornado(DesignRisk risk, DesignAnswer answer, string source)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(answer);
        var bars = Drivers.AsParallel().AsOrdered().Select(driver => Bar(risk, answer.Settings, driver));
        return new Tornado(
            new PictureWords("What would change the cost of the worst years", source), answer.Chosen.Tail, [.. bars])
        {
            Answer = $"mean of the {Recommending.Worst(OptionsDocument.UsualLevel)}",
        };
    }

    private static TornadoBar Bar(DesignRisk risk, DesignSettings settings, Driver driver)
    {
        var (low, high) = (driver.Moved(settings, -1).Within(), driver.Moved(settings, 1).Within());
        return new TornadoBar(
            driver.Name, driver.Setting(low), Tail(risk, low), driver.Setting(high), Tail(risk, high));
    }

    private static double Tail(DesignRisk risk, DesignSettings settings) =>
        OptionCosts.First(risk.Under(settings), DesignAnswer.Options(settings)).Result.Tail;

    private sealed record Driver(
        string Name, Func<DesignSettings, string> Setting, Func<DesignSettings, int, DesignSettings> Moved);
}
