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
    public static ExceedanceCurve Exceedance(FundingComparison comparison, string source)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var first = comparison.Options[0].FirstYear;
        return new ExceedanceCurve(
            new PictureWords($"How likely '{first.Option.Option.Name}' costs more than an amount in a year", source),
            Curve(first.Option.Year), Marks(first))
        {
            Amounts = "all-in cost of the year",
        };
    }

    /// <summary>What would change the saving over all years, the widest first.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="source">The source line.</param>
    public static Tornado Tornado(FundingComparison comparison, string source)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var tornado = comparison.Tornado;
        return new Tornado(
            new PictureWords($"What would change the saving of '{comparison.Options[0].Priced.Option.Name}'", source),
            tornado.Base.Saving, tornado.Bars.Items.Where(bar => bar.Width >= Least).Select(Bar).ToValueList())
        {
            Answer = comparison.Terms.Years == 1
                ? "saving in the year"
                : $"saving over {comparison.Terms.Years} years",
        };
    }

    private static TornadoBar Bar(Comparing.TornadoBar bar) => new(
        DriverWords.Of(bar.Driver),
        DriverWords.Of(bar.Driver, bar.Low.Input), bar.Low.Saving,
        DriverWords.Of(bar.Driver, bar.High.Input), bar.High.Saving);

    private static ValueList<PictureMark> Marks(FirstYear first)
    {
        List<PictureMark> marks = [new("Expected", first.Expected), new("Insured premium", first.Premium)];
        if (first.Option.Maximum is { } most)
            marks.Add(new PictureMark("Maximum", most));
        return marks.OrderBy(mark => mark.Amount).ToValueList();
    }

    private static ValueList<ExceedancePoint> Curve(EmployerYear year)
    {
        var (low, high) = (year.Quantile(0.001), year.Quantile(1 - Rarest));
        return Enumerable.Range(0, Points + 1).Select(step => low + ((high - low) * step / Points)).Distinct()
            .Select(amount => new ExceedancePoint(amount, year.Above(amount))).ToValueList();
    }
}
