using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Problems;
using OpenAso.Operations.Listing;

namespace OpenAso.Api.Lists;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Data">In the order of the list.</param>
/// <param name="HasMore">Whether more follows in the direction that was asked for.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Data, [property: JsonPropertyName("has_more")] bool HasMore);

/// <summary>Which page of a list.</summary>
/// <param name="Limit">How many at most: 1 to 100, 20 if left out.</param>
/// <param name="StartingAfter">Those behind the one with this id.</param>
/// <param name="EndingBefore">Those in front of the one with this id, the nearest of them.</param>
public sealed record PageQuery(
    [FromQuery(Name = "limit")] int? Limit,
    [FromQuery(Name = "starting_after")] string? StartingAfter,
    [FromQuery(Name = "ending_before")] string? EndingBefore)
{
    private const int Usual = 20;
    private const int Most = 100;

    /// <summary>What the query asks for.</summary>
    /// <typeparam name="TKey">What the ids stand for.</typeparam>
    /// <param name="parse">Reads an id; null where it is none.</param>
    /// <exception cref="RefusedException">It asks for what cannot be.</exception>
    internal PageCursor<TKey> Read<TKey>(Func<string, TKey?> parse)
        where TKey : class
    {
        if (Limit is < 1 or > Most)
            throw RefusedException.Invalid("limit", $"A page has 1 to {Most} rows.");
        if (StartingAfter is not null && EndingBefore is not null)
            throw RefusedException.Invalid("ending_before", "Name starting_after or ending_before, not both.");
        return new PageCursor<TKey>(
            Limit ?? Usual, Id("starting_after", StartingAfter), Id("ending_before", EndingBefore));

        TKey? Id(string name, string? text) => text is null
            ? null
            : parse(text) ?? throw RefusedException.Invalid(name, "Name the id of a row of this list.");
    }

    /// <summary>A page of a list that is in memory, in order of its ids.</summary>
    internal Page<T> Of<T>(IEnumerable<T> rows, Func<T, string> idOf, bool isDescending = false)
    {
        var part = ListPart.Of(rows, idOf, Read(text => text), isDescending);
        return new Page<T>(part.Rows, part.HasMore);
    }
}
