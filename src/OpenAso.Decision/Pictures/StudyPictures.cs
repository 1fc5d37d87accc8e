using OpenAso.Decision.Optimizing;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Pictures of options side by side.</summary>
public static class StudyPictures
{
    /// <summary>Expected cost against the mean of the worst years.</summary>
    /// <param name="study">The options.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static FrontierPicture Frontier(OptionStudy study, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        var words = texts ?? PictureTexts.English;
        return new FrontierPicture(
            new PictureWords(words["study.frontier"], source) { Texts = words },
            study.Options.Items.Select(one => new FrontierPoint(
                one.Option.NameIn(words), one.Expected, one.Tail,
                one.BeatenBy is not null ? FrontierPlace.Dominated
                    : one.Option.Name == study.Recommended?.Option ? FrontierPlace.Recommended
                    : FrontierPlace.OnFrontier)).ToValueList())
        {
            Risk = Recommending.WorstMean(study.Level, words),
        };
    }
}
