using OpenAso.Kernel;

namespace OpenAso.Operations;

/// <summary>The sentences by which use cases refuse something: why it cannot be done, and how to go on.</summary>
internal static class RefusalTexts
{
    public static RoomTexts Room { get; } = new(typeof(RefusalTexts));
}
