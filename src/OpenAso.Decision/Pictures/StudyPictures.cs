using OpenAso.Decision.Optimizing;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Pictures of options side by side.</summary>
public static class StudyPictures
{
    /// <summary>Expected cost against the mean of the worst years.</summary>
    /// <param name="study">The options.</param>
    /// <param name="source">The source line.</param>
    public static FrontierPicture Frontier(OptionStudy study, string source)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new FrontierPicture(
            new PictureWords("Stop-loss options: expected cost of the year against its worst years", source),
            study.Options.Items.Select(one => new FrontierPoint(
                one.Option.Name, one.Expected, one.Tail,
                one.BeatenBy is not null ? FrontierPlace.Dominated
                    : one.Option.Name == study.Recommended?.Option ? FrontierPlace.Recommended
                    : FrontierPlace.OnFrontier)).ToValueList())
        {
            Risk = $"mean of the {Recommending.Worst(study.Level)}",
        };
    }
}
