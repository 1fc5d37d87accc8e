using OpenAso.Kernel;

namespace OpenAso.Plans.Legal;

/// <summary>Words that the checks share.</summary>
internal static class LegalFinding
{
    /// <summary>The plan should not be put in force as it stands.</summary>
    public static Finding Against(string code, Place place, string message) =>
        new(code, Severity.Rejected, place, message);

    /// <summary>A part of the plan's document that has no place of its own.</summary>
    public static Place PlaceIn(ResolvedPlan terms, string path) =>
        new(terms.Benefits.IsEmpty ? "" : terms.Benefits[0].Place.File, Path: path);

    /// <summary>An amount of cents, or the words for none.</summary>
    public static string Amount(long? cents) => cents is { } known ? new Money(known).ToString() : "without end";
}
