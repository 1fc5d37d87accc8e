using System.Buffers;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Codes that a provision names: single codes, runs (<c>99381-99397</c>) and beginnings
/// (<c>Z00*</c>).</summary>
/// <remarks>Immutable; membership is a binary search over runs that do not overlap.</remarks>
public sealed class CodeSet
{
    // A diagnosis with its point would never be met: claims carry it without.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-*");

    private readonly ulong[] _firsts;
    private readonly ulong[] _lasts;

    private CodeSet(ulong[] firsts, ulong[] lasts) => (_firsts, _lasts) = (firsts, lasts);

    /// <summary>A set of runs of codes.</summary>
    /// <param name="runs">First and last of each, both included; may overlap and stand in any order.</param>
    public static CodeSet Of(IEnumerable<(Code First, Code Last)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var firsts = new List<ulong>();
        var lasts = new List<ulong>();
        foreach (var (first, last) in runs.Select(run => (run.First.Packed, run.Last.Packed)).Order())
        {
            if (lasts.Count > 0 && first <= lasts[^1])
                lasts[^1] = Math.Max(lasts[^1], last);
            else
            {
                firsts.Add(first);
                lasts.Add(last);
            }
        }
        return new CodeSet([.. firsts], [.. lasts]);
    }

    /// <summary>Reads an entry of a plan document: <c>99213</c>, <c>99381-99397</c> or <c>Z00*</c>.</summary>
    /// <param name="text">One entry.</param>
    /// <param name="run">First and last code of the run.</param>
    /// <returns>False where it is none of the three, holds anything but letters and digits, or is a run that ends
    /// before it begins.</returns>
    public static bool TryParseRun(ReadOnlySpan<char> text, out (Code First, Code Last) run)
    {
        run = default;
        if (text.ContainsAnyExcept(Allowed))
            return false;
        if (text.EndsWith("*"))
        {
            if (!Code.TryParse(text[..^1], out var beginning) || beginning.IsNone
                || beginning.Length == Code.MaximumLength)
                return false;
            var open = ulong.MaxValue >> (8 * beginning.Length);
            run = (beginning, Code.FromPacked(beginning.Packed | open));
            return true;
        }
        var hyphen = text.IndexOf('-');
        if (!Code.TryParse(hyphen < 0 ? text : text[..hyphen], out var first) || first.IsNone)
            return false;
        if (hyphen < 0)
        {
            run = (first, first);
            return true;
        }
        if (!Code.TryParse(text[(hyphen + 1)..], out var last) || last < first || last.Length != first.Length)
            return false;
        run = (first, last);
        return true;
    }

    /// <summary>Whether the set holds no code.</summary>
    public bool IsEmpty => _firsts.Length == 0;

    /// <summary>Whether the set holds a code of a run.</summary>
    /// <param name="run">First and last code, both included.</param>
    public bool Overlaps((Code First, Code Last) run)
    {
        for (var i = 0; i < _firsts.Length; i++)
        {
            if (_firsts[i] <= run.Last.Packed && run.First.Packed <= _lasts[i])
                return true;
        }
        return false;
    }

    /// <summary>Whether the set holds every code of a run, by one run of its own.</summary>
    /// <param name="run">First and last code, both included.</param>
    public bool ContainsAll((Code First, Code Last) run)
    {
        for (var i = 0; i < _firsts.Length; i++)
        {
            if (_firsts[i] <= run.First.Packed && run.Last.Packed <= _lasts[i])
                return true;
        }
        return false;
    }

    /// <summary>Whether the set holds the code; never <see cref="Code.None"/>.</summary>
    /// <param name="code">Any code.</param>
    public bool Contains(Code code)
    {
        var at = Array.BinarySearch(_firsts, code.Packed);
        if (at >= 0)
            return !code.IsNone;
        at = ~at - 1;
        return at >= 0 && code.Packed <= _lasts[at];
    }
}
