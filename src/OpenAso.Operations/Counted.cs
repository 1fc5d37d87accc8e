using System.Globalization;

namespace OpenAso.Operations;

/// <summary>How many, in words that agree with the number.</summary>
public static class Counted
{
    /// <summary>For example <c>1 file</c>, <c>2 files</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The words behind 1.</param>
    /// <param name="many">The words behind any other number.</param>
    public static string Of(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
