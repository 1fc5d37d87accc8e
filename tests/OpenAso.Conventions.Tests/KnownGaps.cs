using System.Text.Json;

namespace OpenAso.Conventions.Tests;

/// <summary>What is not done yet and known to be so.</summary>
/// <param name="Id">A convention and its subject, or <c>scope/</c> and what is left out.</param>
/// <param name="What">What a user or reader would miss.</param>
/// <param name="Why">Why it stands, and what it waits for.</param>
/// <param name="ClosedBy">For <c>scope/</c>: the path whose appearance closes the gap.</param>
/// <param name="AtMost">For an id that ends in <c>/*</c>: how many violations of its convention it excuses.</param>
internal sealed record KnownGap(string Id, string What, string Why, string? ClosedBy = null, int? AtMost = null)
{
    public bool IsForAll => Id.EndsWith("/*", StringComparison.Ordinal);

    public string Kind => Id.Split('/')[0];
}

/// <summary>The ratchet: a new violation fails, and so does an entry that excuses nothing any more.</summary>
internal static class KnownGaps
{
    /// <summary>The conventions that an entry may name; each is held against its violations by a test.</summary>
    public static readonly string[] Kinds =
        ["line", "file", "method", "parameters", "name", "sealed", "source", "verb", "scope"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyList<KnownGap> All => Read(Repository.TextOf("known-gaps.json"));

    public static IReadOnlyList<KnownGap> Read(string json) => JsonSerializer.Deserialize<KnownGap[]>(json, Options)!;

    /// <summary>Fails with every violation of the kind that no entry excuses, and every entry that excuses
    /// none.</summary>
    public static void Allow(string kind, IEnumerable<Violation> violations) =>
        Violation.None(Unexcused(kind, [.. violations], All));

    public static IEnumerable<Violation> Unexcused(
        string kind, IReadOnlyList<Violation> violations, IReadOnlyList<KnownGap> gaps)
    {
        var ofKind = gaps.Where(gap => gap.Kind == kind).ToList();
        if (ofKind.Find(gap => gap.IsForAll) is { } all)
            return violations.Count == 0 ? [Stale(all.Id)] : violations.Count <= all.AtMost ? [] : violations;
        var known = ofKind.Select(gap => gap.Id).ToHashSet(StringComparer.Ordinal);
        return violations.Where(violation => !known.Contains(violation.Id))
            .Concat(known.Except(violations.Select(violation => violation.Id), StringComparer.Ordinal).Select(Stale));
    }

    public static IEnumerable<Violation> Malformed(IReadOnlyList<KnownGap> gaps)
    {
        foreach (var gap in gaps)
        {
            if (!Kinds.Contains(gap.Kind) || gap.Kind == gap.Id)
                yield return new(gap.Id, $"An id is a convention, a slash and a subject; conventions: {Join(Kinds)}.");
            if (string.IsNullOrWhiteSpace(gap.What) || string.IsNullOrWhiteSpace(gap.Why))
                yield return new(gap.Id, "An entry says what is missing and why.");
            if (gap.Kind == "scope" != (gap.ClosedBy is not null))
                yield return new(gap.Id, "An entry under scope/, and no other, names the path that will close it.");
        }
        foreach (var all in gaps.Where(gap => gap.IsForAll != gap.AtMost is not null))
            yield return new(all.Id, "An entry that ends in /*, and no other, says how many violations it excuses.");
        foreach (var twice in gaps.GroupBy(gap => gap.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new(twice.Key, "The entry stands twice; keep one.");
    }

    /// <summary>Entries under <c>scope/</c> whose closing path is there.</summary>
    public static IEnumerable<Violation> Closed(IReadOnlyList<KnownGap> gaps, Predicate<string> exists) =>
        gaps.Where(gap => gap.ClosedBy is { } path && exists(path)).Select(gap => Stale(gap.Id));

    private static Violation Stale(string id) =>
        new(id, "The gap is closed: take its entry out of known-gaps.json.");

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);
}
