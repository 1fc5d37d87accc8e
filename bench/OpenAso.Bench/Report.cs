using System.Globalization;

namespace OpenAso.Bench;

/// <summary>Prints what was measured as a Markdown table: rates, ratios with their least and most, aims.</summary>
internal static class Report
{
    /// <returns>How many aims were missed.</returns>
    public static int Write(Contest contest, IReadOnlyList<Measured> measured, TextWriter output)
    {
        output.WriteLine($"## {contest.Title}");
        output.WriteLine();
        var clock = contest.Clock == Clock.Processor ? "processor time" : "wall time";
        output.WriteLine(
            $"{Number(contest.Units)} {contest.Unit}; {measured[0].Rounds.Count} rounds in turn; {clock}.");
        output.WriteLine();
        output.WriteLine(
            $"| contestant | {contest.Unit}/s (least–most) | bytes/{contest.Unit.TrimEnd('s')} | answer |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var one in measured)
            output.WriteLine(Row(contest, one));
        output.WriteLine();
        var missed = 0;
        foreach (var aim in contest.Aims)
            missed += Write(contest, measured, aim, output);
        foreach (var limit in contest.Limits)
            missed += Write(limit, output);
        foreach (var note in contest.Notes)
            output.WriteLine($"* {note}");
        output.WriteLine();
        return missed;
    }

    private static string Row(Contest contest, Measured one)
    {
        var rate = Spread.Of(one.Rounds.Select(round => contest.Units / round.Seconds));
        var bytes = one.Bytes / contest.Units;
        return $"| {one.Contestant.Name} | {Number(rate.Median)} ({Number(rate.Least)}–{Number(rate.Most)}) "
            + $"| {bytes.ToString("N1", CultureInfo.InvariantCulture)} | {Number(one.Rounds[0].Answer)} |";
    }

    private static int Write(Contest contest, IReadOnlyList<Measured> measured, Aim aim, TextWriter output)
    {
        var missed = 0;
        var subject = measured.First(one => one.Contestant.Name == aim.Contestant);
        if (aim.Against is { } name)
        {
            var peer = measured.First(one => one.Contestant.Name == name);
            var ratio = Spread.Of(peer.Rounds.Zip(subject.Rounds, (theirs, ours) => theirs.Seconds / ours.Seconds));
            var words = $"{Short(ratio.Median)} × {name} (rounds {Short(ratio.Least)}–{Short(ratio.Most)}";
            if (aim.Ratio > 0)
                Say($"{words}; aim {Short(aim.Ratio)})", ratio.Median >= aim.Ratio);
            else
                output.WriteLine($"* for comparison: {aim.Contestant}: {words})");
        }
        if (aim.PerSecond > 0)
            Say($"{Number(contest.Units / subject.Seconds)} {contest.Unit}/s (aim {Number(aim.PerSecond)})",
                contest.Units / subject.Seconds >= aim.PerSecond);
        if (aim.Bytes > 0)
            Say($"{Number(subject.Bytes / contest.Units)} bytes a unit (aim {Number(aim.Bytes)})",
                subject.Bytes / contest.Units <= aim.Bytes);
        return missed;

        void Say(string what, bool met)
        {
            missed += met ? 0 : 1;
            output.WriteLine($"* {(met ? "met" : "**missed**")}: {aim.Contestant}: {what}");
        }
    }

    private static int Write(Limit limit, TextWriter output)
    {
        var measured = limit.Measured();
        if (double.IsInfinity(limit.Figure))
        {
            output.WriteLine($"* for comparison: {limit.What}: {Number(measured)}");
            return 0;
        }
        var isMet = limit.IsMost ? measured <= limit.Figure : measured >= limit.Figure;
        output.WriteLine($"* {(isMet ? "met" : "**missed**")}: {limit.What}: {Number(measured)} "
            + $"({(limit.IsMost ? "at most" : "at least")} {Number(limit.Figure)})");
        return isMet ? 0 : 1;
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(double value) =>
        value.ToString(value < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture);
}
