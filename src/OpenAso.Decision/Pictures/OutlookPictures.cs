using OpenAso.Actuarial.Distributions;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Pictures of how a year may come out.</summary>
public static class OutlookPictures
{
    private const double Rarest = 1e-5;
    private const int Points = 160;

    /// <summary>How likely what is retained passes each amount, with what is expected and each attachment
    /// marked.</summary>
    /// <param name="outlook">The answer to a risk document.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static ExceedanceCurve Exceedance(YearOutlook outlook, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var words = texts ?? PictureTexts.English;
        return new ExceedanceCurve(
            new PictureWords(words["outlook.exceedance"], source) { Texts = words },
            Curve(outlook.Year),
            outlook.Exceedances.Items.Where(one => one.Multiple > 1)
                .Select(one => new PictureMark(
                    words["outlook.of-expected", words.Percent(one.Multiple)], one.Attachment))
                .Prepend(new PictureMark(words["mark.expected"], outlook.Moments.ExpectedRetained)).ToValueList())
        {
            Amounts = words["outlook.retained"],
        };
    }

    /// <summary>Amounts from one that nearly every year passes to one that hardly any does.</summary>
    /// <param name="year">A distribution.</param>
    public static ValueList<ExceedancePoint> Curve(CostDistribution year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var (low, high) = (year.Quantile(0.001), year.Quantile(1 - Rarest));
        return Enumerable.Range(0, Points + 1).Select(step => low + ((high - low) * step / Points)).Distinct()
            .Select(amount => new ExceedancePoint(amount, year.Above(amount))).ToValueList();
    }
}
