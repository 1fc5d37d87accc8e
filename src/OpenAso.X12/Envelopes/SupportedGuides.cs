using OpenAso.X12.Guides;

namespace OpenAso.X12.Envelopes;

/// <summary>Says which guides are read, for messages.</summary>
internal static class SupportedGuides
{
    /// <summary>The versions in force, each with its transaction set.</summary>
    public static string Text { get; } = string.Join(", ", GuideLibrary.All
        .Select(guide => $"{guide.SetIdentifier} {guide.Versions[0]}").Order(StringComparer.Ordinal));
}
