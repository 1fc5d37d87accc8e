using System.CommandLine;
using System.Globalization;
using OpenAso.Actuarial.Reserving;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary>The options of <c>openaso reserve</c> that say how a reserve is estimated.</summary>
internal sealed class ReserveOptions
{
    private static readonly Dictionary<string, ReserveMethod> Methods = new(StringComparer.Ordinal)
    {
        ["chain-ladder"] = ReserveMethod.ChainLadder,
        ["completion"] = ReserveMethod.Completion,
        ["bornhuetter-ferguson"] = ReserveMethod.BornhuetterFerguson,
        ["cape-cod"] = ReserveMethod.CapeCod,
        ["benktander"] = ReserveMethod.Benktander,
        ["bootstrap"] = ReserveMethod.Bootstrap,
    };

    private static readonly Dictionary<string, AverageKind> Averages = new(StringComparer.Ordinal)
    {
        ["volume"] = AverageKind.Volume,
        ["simple"] = AverageKind.Simple,
        ["geometric"] = AverageKind.Geometric,
        ["regression"] = AverageKind.Regression,
    };

    private static readonly Dictionary<string, SigmaKind> Sigmas = new(StringComparer.Ordinal)
    {
        ["mack"] = SigmaKind.Mack,
        ["log-linear"] = SigmaKind.LogLinear,
    };

    private readonly Option<ReserveMethod> _method =
        Options.Word("--method", "How.", Methods, ReserveMethod.Benktander);

    private readonly Option<AverageKind> _average =
        Options.Word("--average", "How ratios become a factor.", Averages, AverageKind.Volume);

    private readonly Option<int?> _last = Options.Count("--last", "Only the latest N ratios of each age.", 12);

    private readonly Option<bool> _dropHigh =
        new("--drop-high") { Description = "Leave out the highest ratio of each age." };

    private readonly Option<bool> _dropLow =
        new("--drop-low") { Description = "Leave out the lowest ratio of each age." };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "Ratios that do not count: the origin, a colon, and the age that they go out from.",
        HelpName = "ORIGIN:AGE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<SigmaKind> _sigma = Options.Word(
        "--sigma", "The variance of an age with one ratio alone.", Sigmas, SigmaKind.Mack);

    private readonly Option<string?> _exposure = new("--exposure")
    {
        Description = "Of each origin (CSV: origin, exposure), or one amount for every origin.",
        HelpName = "FILE|AMOUNT",
    };

    private readonly Option<double?> _aPriori = Options.Real(
        "--apriori", "Expected ultimate for each unit of exposure, at the level of the last origin.", "0.7");

    private readonly Option<double?> _trend = Options.Real(
        "--trend", "Growth of the cost for each unit of exposure, a year.", "0.07");

    private readonly Option<double?> _decay = Options.Real(
        "--decay", "How much less an origin counts for its neighbour; 1 for no less.", "0.75");

    private readonly Option<int?> _iterations = Options.Count(
        "--iterations", "Rounds of benktander (2 if left out), replicates of the bootstrap (10000).", 3);

    private readonly Option<string?> _tail = new("--tail")
    {
        Description = "The factor after the last age, or exponential or inverse-power to extrapolate it.",
        HelpName = "X|CURVE",
    };

    private readonly Option<int> _youngest = Options.Number(
        "--youngest", "Of completion: the N youngest origins by their cost for each unit of exposure.", 0);

    private readonly Option<ulong> _seed = Options.Number("--seed", "Where the bootstrap's chance comes from.", 1UL);

    /// <summary>All of them, in the order in which help shows them.</summary>
    public IEnumerable<Option> All =>
    [
        _method, _average, _last, _dropHigh, _dropLow, _exclude, _sigma, _exposure, _aPriori, _trend, _decay,
        _iterations, _tail, _youngest, _seed,
    ];

    /// <summary>How the reserve of a triangle is to be estimated.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="table">The triangle.</param>
    /// <param name="findings">Receives what is said of an exposure file.</param>
    /// <exception cref="CommandFailure">Something does not fit the triangle.</exception>
    public ReserveTerms Terms(ParseResult parsed, TriangleTable table, List<Finding> findings) => new()
    {
        Method = parsed.GetValue(_method),
        Average = new AverageTerms
        {
            Kind = parsed.GetValue(_average),
            Last = parsed.GetValue(_last),
            DropHigh = parsed.GetValue(_dropHigh),
            DropLow = parsed.GetValue(_dropLow),
            Excluded = (parsed.GetValue(_exclude) ?? []).Select(text => Excluded(text, table)).ToValueList(),
            Sigma = parsed.GetValue(_sigma),
            Tail = Tail(parsed.GetValue(_tail)),
        },
        Exposure = Exposure(parsed.GetValue(_exposure), table, findings),
        APriori = parsed.GetValue(_aPriori),
        Trend = parsed.GetValue(_trend) ?? 0,
        Decay = parsed.GetValue(_decay) ?? 1,
        Iterations = parsed.GetValue(_iterations),
        Seed = parsed.GetValue(_seed),
        YoungestByCost = parsed.GetValue(_youngest),
    };

    private static TailTerms Tail(string? text) => text switch
    {
        null => TailTerms.None,
        "exponential" => new TailTerms(TailKind.Exponential),
        "inverse-power" => new TailTerms(TailKind.InversePower),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor)
            => new TailTerms(TailKind.Given, factor),
        _ => throw new CommandFailure(
            $"--tail expects a factor such as 1.02, exponential or inverse-power, not '{text}'."),
    };

    private static RatioCell Excluded(string text, TriangleTable table)
    {
        var colon = text.LastIndexOf(':');
        var origin = colon < 0 ? -1 : table.Origins.Items.IndexOf(text[..colon]);
        var age = colon < 0 ? -1 : table.Ages.Items.IndexOf(text[(colon + 1)..]);
        return origin >= 0 && age >= 0 && age < table.Ages.Count - 1
            ? new RatioCell(origin, age)
            : throw new CommandFailure(
                $"--exclude expects an origin and an age of the triangle that another follows, such as "
                + $"{table.Origins[0]}:{table.Ages[0]}, not '{text}'.");
    }

    private static ValueList<double> Exposure(string? text, TriangleTable table, List<Finding> findings)
    {
        if (text is null)
            return [];
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            return Enumerable.Repeat(amount, table.Origins.Count).ToValueList();
        using var reader = new StringReader(InputFiles.Text(new FileInfo(text)));
        var (exposure, said) = ExposureFile.Read(reader, text, table.Origins);
        findings.AddRange(said);
        return exposure?.Items.Select(one => (double)one).ToValueList() ?? [];
    }
}
