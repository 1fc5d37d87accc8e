namespace OpenAso.Operations.PlanDocuments;

/// <summary>What became of a line between two versions of a document.</summary>
public enum LineChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the earlier one alone.</summary>
    Removed,

    /// <summary>It stands in the later one alone.</summary>
    Added,
}

/// <summary>A line of two versions of a document, side by side.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">Its number in the earlier version, from one; 0 where it is not there.</param>
/// <param name="After">Its number in the later version, from one; 0 where it is not there.</param>
/// <param name="Text">What it says.</param>
public readonly record struct ComparedLine(LineChange Change, int Before, int After, string Text);

/// <summary>Compares two versions of a document line by line: the fewest lines removed and added.</summary>
public static class TextDifference
{
    // Beyond it the comparison would take more memory than it is worth: everything between is shown as replaced.
    private const long MostCells = 16_000_000;

    /// <summary>Every line of both, in order; removed ones before those that took their place.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static IReadOnlyList<ComparedLine> Of(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var first = 0;
        while (first < Math.Min(old.Length, now.Length) && old[first] == now[first])
            first++;
        var last = 0;
        while (last < Math.Min(old.Length, now.Length) - first && old[^(last + 1)] == now[^(last + 1)])
            last++;
        List<ComparedLine> lines = [];
        for (var i = 0; i < first; i++)
            lines.Add(new ComparedLine(LineChange.Same, i + 1, i + 1, old[i]));
        lines.AddRange(Middle(old.AsSpan(first..^last), now.AsSpan(first..^last), first));
        for (var i = last; i > 0; i--)
            lines.Add(new ComparedLine(LineChange.Same, old.Length - i + 1, now.Length - i + 1, old[^i]));
        return lines;
    }

    /// <summary>The lines that changed, with some around them; a gap in the numbers says that lines are left
    /// out.</summary>
    /// <param name="lines">All of them.</param>
    /// <param name="around">How many lines around each change.</param>
    public static IReadOnlyList<ComparedLine> Changed(IReadOnlyList<ComparedLine> lines, int around)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Change == LineChange.Same)
                continue;
            for (var j = Math.Max(0, i - around); j <= Math.Min(lines.Count - 1, i + around); j++)
                shown[j] = true;
        }
        return [.. lines.Where((_, index) => shown[index])];
    }

    private static List<ComparedLine> Middle(Span<string> old, Span<string> now, int offset)
    {
        List<ComparedLine> lines = [];
        var common = (long)(old.Length + 1) * (now.Length + 1) <= MostCells ? Common(old, now) : null;
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
                lines.Add(new ComparedLine(LineChange.Same, offset + ++i, offset + ++j, old[i - 1]));
            else if (i < old.Length && (common is null || j == now.Length || common[i + 1, j] >= common[i, j + 1]))
                lines.Add(new ComparedLine(LineChange.Removed, offset + ++i, 0, old[i - 1]));
            else
                lines.Add(new ComparedLine(LineChange.Added, 0, offset + ++j, now[j - 1]));
        }
        return lines;
    }

    // The length of the longest run of lines that stand in both from here on, in order.
    private static int[,] Common(Span<string> old, Span<string> now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
