namespace OpenAso.Seed.Prices;

/// <summary>Unlisted procedures, which stand in no fee schedule: somebody has to look at each.</summary>
internal static class UnpricedCodes
{
    public static IReadOnlyList<string> All { get; } = ["17999", "29999", "64999", "76499", "84999", "97799", "99199"];

    public static bool Has(string code) => All.Contains(code);
}
