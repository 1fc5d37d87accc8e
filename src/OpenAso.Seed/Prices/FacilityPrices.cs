using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Seed.Prices;

/// <summary>What hospitals are paid: by diagnosis-related group, by case, by the day, or by what they charge.</summary>
/// <remarks>Amounts are of our own making, near what employers pay.</remarks>
internal static class FacilityPrices
{
    /// <summary>Paid of charges for other hospital services, in the network and outside it.</summary>
    public const int NetworkPercentOfBilled = 40;

    /// <summary>Paid of charges to hospitals without a contract.</summary>
    public const int OutsidePercentOfBilled = 55;

    /// <summary>Of charges, to the hospital that is otherwise paid by the day.</summary>
    public const int DailyHospitalPercentOfBilled = 36;

    /// <summary>Of charges, to anesthesiologists, who bill minutes.</summary>
    public const int AnesthesiaPercentOfBilled = 45;

    /// <summary>Of a stay, by diagnosis-related group.</summary>
    public static readonly FrozenDictionary<string, Money> Groups = new Dictionary<string, Money>
    {
        ["014"] = Money.Of(248_000),
        ["065"] = Money.Of(14_200),
        ["193"] = Money.Of(13_600),
        ["194"] = Money.Of(9_700),
        ["236"] = Money.Of(52_000),
        ["291"] = Money.Of(15_800),
        ["322"] = Money.Of(23_500),
        ["392"] = Money.Of(9_100),
        ["398"] = Money.Of(15_400),
        ["418"] = Money.Of(16_600),
        ["470"] = Money.Of(27_500),
        ["473"] = Money.Of(31_000),
        ["603"] = Money.Of(8_800),
        ["788"] = Money.Of(14_400),
        ["790"] = Money.Of(142_000),
        ["795"] = Money.Of(2_050),
        ["807"] = Money.Of(9_900),
        ["834"] = Money.Of(86_000),
        ["853"] = Money.Of(68_000),
        ["871"] = Money.Of(24_500),
        ["885"] = Money.Of(8_300),
    }.ToFrozenDictionary();

    /// <summary>Of a visit to the emergency room or an operation without a stay, by procedure.</summary>
    public static readonly FrozenDictionary<string, Money> Cases = new Dictionary<string, Money>
    {
        ["99282"] = Money.Of(420),
        ["99283"] = Money.Of(760),
        ["99284"] = Money.Of(1_380),
        ["99285"] = Money.Of(2_350),
        ["29881"] = Money.Of(4_300),
        ["42820"] = Money.Of(3_600),
        ["43239"] = Money.Of(1_500),
        ["45378"] = Money.Of(1_350),
        ["45380"] = Money.Of(1_650),
        ["45385"] = Money.Of(1_800),
        ["47562"] = Money.Of(8_400),
        ["49505"] = Money.Of(5_600),
        ["64721"] = Money.Of(2_700),
        ["66984"] = Money.Of(3_300),
        ["69436"] = Money.Of(2_900),
    }.ToFrozenDictionary();

    /// <summary>Of a treatment of a failed kidney (revenue code 0821).</summary>
    public static readonly Money DialysisTreatment = Money.Of(980);

    /// <summary>Of a day in a bed at the hospital that is paid by the day; revenue codes.</summary>
    public static readonly IReadOnlyList<(string Revenue, Money Day)> Days =
    [
        ("0120", Money.Of(2_450)), ("0170", Money.Of(650)), ("0174", Money.Of(4_300)), ("0200", Money.Of(4_900)),
    ];

    /// <summary>Revenue codes that hospitals bill.</summary>
    public static readonly IReadOnlyList<string> Revenues =
    [
        "0120", "0170", "0174", "0200", "0250", "0258", "0270", "0300", "0301", "0320", "0350", "0360", "0370", "0420", "0450",
        "0480", "0610", "0636", "0710", "0720", "0730", "0821",
    ];
}
