using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Seed.Prices;

/// <summary>What dental services cost in the network, in dollars of our own making.</summary>
internal static class DentalPrices
{
    /// <summary>What dentists without a contract are paid at most, in percent of the network's price.</summary>
    public const int OutsidePercent = 120;

    public static readonly IReadOnlyList<(string Code, Money Price)> All =
    [
        ("D0120", Money.Of(38)), ("D0140", Money.Of(58)), ("D0150", Money.Of(64)), ("D0210", Money.Of(104)),
        ("D0274", Money.Of(48)), ("D1110", Money.Of(74)), ("D1120", Money.Of(54)), ("D1206", Money.Of(30)),
        ("D1351", Money.Of(42)), ("D2391", Money.Of(122)), ("D2392", Money.Of(158)), ("D2393", Money.Of(192)),
        ("D2740", Money.Of(905)), ("D3330", Money.Of(940)), ("D4341", Money.Of(188)), ("D4910", Money.Of(108)),
        ("D7140", Money.Of(128)), ("D7210", Money.Of(214)), ("D8080", Money.Of(4100)), ("D9110", Money.Of(88)),
    ];

    private static readonly FrozenDictionary<string, Money> ByCode =
        All.ToFrozenDictionary(row => row.Code, row => row.Price);

    public static Money Of(string code) => ByCode[code];
}
