using System.Globalization;
using OpenAso.Decision.Comparing;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Pictures of a comparison with an insured plan, of the option that is advised on: the first.</summary>
public static class ComparisonPictures
{
    private const double Rarest = 1e-4;
    private const int Points = 160;

    // A bar narrower than a dollar is of an input that does not matter here.
    private const double Least = 1;

    /// <summary>How likely the first year costs more than each amount, with the insured premium, what is expected and
    /// the maximum marked.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static ExceedanceCurve Exceedance(
        FundingComparison comparison, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var words = texts ?? PictureTexts.English;
        var first = comparison.Options[0].FirstYear;
        return new ExceedanceCurve(
            new PictureWords(words["comparison.exceedance", NameOf(comparison, words)], source) { Texts = words },
            Curve(first.Option.Year), Marks(first, words))
        {
            Amounts = words["all-in-cost-of-year"],
        };
    }

    /// <summary>What would change the saving over all years, the widest first.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static Tornado Tornado(FundingComparison comparison, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var words = texts ?? PictureTexts.English;
        var tornado = comparison.Tornado;
        return new Tornado(
            new PictureWords(words["comparison.tornado", NameOf(comparison, words)], source) { Texts = words },
            tornado.Base.Saving,
            [.. BarsThatMatter(comparison).Select(bar => Bar(bar, words))])
        {
            Answer = comparison.Terms.Years == 1
                ? words["comparison.saving-in-year"]
                : words["comparison.saving-over-years", comparison.Terms.Years],
        };
    }

    /// <summary>The inputs that change the saving by a dollar at least, the widest first.</summary>
    /// <param name="comparison">The comparison.</param>
    public static IEnumerable<Comparing.TornadoBar> BarsThatMatter(FundingComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Tornado.Bars.Items.Where(bar => bar.Width >= Least);
    }

    /// <summary>One's own plan beside the insured one by year: what past years cost and would have cost, and what
    /// years ahead are expected to.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="past">Past years; null where none are known.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static YearsPicture Years(
        FundingComparison comparison, PastComparison? past, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var words = texts ?? PictureTexts.English;
        return new YearsPicture(
            new PictureWords(words["years.title"], source) { Texts = words },
            [
                .. (past?.Years ?? []).Items.Select(year => new ComparedYear(
                    NameOf(year.Year, words), IsPast: true, new ComparedCost(Number(year.Year.OwnCost)),
                    new ComparedCost(Number(year.Premium)))),
                .. Enumerable.Range(0, comparison.Terms.Years).Select(year => new ComparedYear(
                    Text(comparison.Quotes.Employer.Year + year), IsPast: false,
                    Cost(comparison.Options[0].CostOf(year)), Cost(comparison.InsuredYears.ByYear[year]))),
            ]);
    }

    private static string NameOf(FundingComparison comparison, PictureTexts words) =>
        new OptionName(comparison.Options[0].Priced.Option.Name).In(words);

    private static string NameOf(PastYear year, PictureTexts words) =>
        year.IsComplete ? Text(year.Year) : words["years.so-far", Text(year.Year)];

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static ComparedCost Cost((double Mean, double Good, double Bad) year) =>
        new(year.Mean, year.Good, year.Bad);

    private static ComparedCost Cost(CostSummary year) => new(year.Mean, year.Good, year.Bad);

    private static double Number(Money amount) => amount.Cents / 100.0;

    private static TornadoBar Bar(Comparing.TornadoBar bar, PictureTexts words) => new(
        DriverWords.Of(bar.Driver, words),
        DriverWords.Of(bar.Driver, bar.Low.Input, words), bar.Low.Saving,
        DriverWords.Of(bar.Driver, bar.High.Input, words), bar.High.Saving);

    private static ValueList<PictureMark> Marks(FirstYear first, PictureTexts words)
    {
        List<PictureMark> marks =
        [
            new(words["mark.expected"], first.Expected), new(words["mark.insured"], first.Premium),
        ];
        if (first.Option.Maximum is { } most)
            marks.Add(new PictureMark(words["mark.maximum"], most));
        return marks.OrderBy(mark => mark.Amount).ToValueList();
    }

    private static ValueList<ExceedancePoint> Curve(EmployerYear year)
    {
        var (low, high) = (year.Quantile(0.001), year.Quantile(1 - Rarest));
        return Enumerable.Range(0, Points + 1).Select(step => low + ((high - low) * step / Points)).Distinct()
            .Select(amount => new ExceedancePoint(amount, year.Above(amount))).ToValueList();
    }
}
