using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Pictures;

namespace OpenAso.Decision.Designing;

/// <summary>Pictures of a contract that is tried out.</summary>
public static class DesignPictures
{
    // Lasers are moved by a quarter of what each is.
    private const double LaserSwing = 0.25;

    private static readonly Driver[] Drivers =
    [
        new("design.claims-level", (one, words) => words.Percent(one.ClaimsLevel / 100.0), (one, sign) =>
            one with { ClaimsLevel = one.ClaimsLevel + (10 * sign) }),
        new("design.specific", (one, words) => words.Amount(one.Specific), (one, sign) =>
            one with { Specific = one.Specific + (25_000 * sign) }),
        new("design.specific-loss-ratio", (one, words) => words.Percent(one.SpecificLossRatio / 100.0), (one, sign) =>
            one with { SpecificLossRatio = one.SpecificLossRatio + (10 * sign) }),
        new("design.corridor", (one, words) => words.Percent(one.Corridor / 100.0), (one, sign) =>
            one with { Corridor = one.Corridor + (10 * sign) }),
        new("design.group-sigma", (one, words) => words.Percent(one.GroupSigma / 100.0), (one, sign) =>
            one with { GroupSigma = sign < 0 ? one.GroupSigma / 2 : one.GroupSigma * 2 }),
    ];

    private static readonly Driver Lasers = new(
        "design.lasers",
        (one, words) => one.Lasers.Count == 1
            ? words.Amount(one.Lasers[0].Deductible)
            : words["design.each", words.Amount(Math.Round(one.Lasers.Items.Average(laser =>
                (double)laser.Deductible)))],
        (one, sign) => one with
        {
            Lasers = [.. one.Lasers.Items.Select(laser => laser with
            {
                Deductible = (int)Math.Round(laser.Deductible * (1 + (LaserSwing * sign))),
            })],
        });

    /// <summary>How likely the year costs more than each amount.</summary>
    /// <param name="answer">What was computed.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static ExceedanceCurve Exceedance(DesignAnswer answer, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var words = texts ?? PictureTexts.English;
        return new ExceedanceCurve(
            new PictureWords(words["design.exceedance"], source) { Texts = words }, answer.Curve,
            [
                new PictureMark(words["mark.expected"], answer.Chosen.Expected),
                .. answer.Settings.InsuredPremium > 0
                    ? [new PictureMark(words["mark.insured"], answer.Settings.InsuredPremium)]
                    : (PictureMark[])[],
            ]);
    }

    /// <summary>What would change the mean of the worst years, each assumption on its own.</summary>
    /// <param name="risk">Who is covered.</param>
    /// <param name="answer">What was computed.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static Tornado Tornado(DesignRisk risk, DesignAnswer answer, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(answer);
        var words = texts ?? PictureTexts.English;
        Driver[] drivers = answer.Settings is { KeepsLasers: true, Lasers.Count: > 0 }
            ? [.. Drivers, Lasers]
            : Drivers;
        var bars = drivers.AsParallel().AsOrdered().Select(driver => Bar(risk, answer.Settings, driver, words));
        return new Tornado(
            new PictureWords(words["design.tornado"], source) { Texts = words }, answer.Chosen.Tail, [.. bars])
        {
            Answer = Recommending.WorstMean(OptionsDocument.UsualLevel, words),
        };
    }

    private static TornadoBar Bar(DesignRisk risk, DesignSettings settings, Driver driver, PictureTexts words)
    {
        var (low, high) = (driver.Moved(settings, -1).Within(), driver.Moved(settings, 1).Within());
        return new TornadoBar(
            words[driver.Key], driver.Setting(low, words), Tail(risk, low), driver.Setting(high, words),
            Tail(risk, high));
    }

    private static double Tail(DesignRisk risk, DesignSettings settings) =>
        OptionCosts.First(risk.Under(settings), DesignAnswer.Options(settings)).Result.Tail;

    private sealed record Driver(
        string Key, Func<DesignSettings, PictureTexts, string> Setting,
        Func<DesignSettings, int, DesignSettings> Moved);
}
