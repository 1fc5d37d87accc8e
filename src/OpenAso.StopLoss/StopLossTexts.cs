using OpenAso.Kernel;

namespace OpenAso.StopLoss;

/// <summary>The sentences of the room: why a carrier must be told, what plan and policy differ on, what a filing still
/// lacks.</summary>
internal static class StopLossTexts
{
    public static RoomTexts Room { get; } = new(typeof(StopLossTexts));
}
