using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>The sentences of a comparison: reasons of the advice, and what should be known of it.</summary>
internal static class AdviceTexts
{
    public static RoomTexts Room { get; } = new(typeof(AdviceTexts));
}
