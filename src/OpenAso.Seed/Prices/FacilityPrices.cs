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
        ["014"] = Money.Of(277_800),
        ["065"] = Money.Of(15_900),
        ["193"] = Money.Of(15_200),
        ["194"] = Money.Of(10_860),
        ["236"] = Money.Of(58_200),
        ["291"] = Money.Of(17_700),
        ["322"] = Money.Of(26_300),
        ["392"] = Money.Of(10_190),
        ["398"] = Money.Of(17_200),
        ["418"] = Money.Of(18_600),
        ["470"] = Money.Of(30_800),
        ["473"] = Money.Of(34_700),
        ["603"] = Money.Of(9_860),
        ["788"] = Money.Of(16_100),
        ["790"] = Money.Of(159_000),
        ["795"] = Money.Of(2_300),
        ["807"] = Money.Of(11_090),
        ["834"] = Money.Of(96_300),
        ["853"] = Money.Of(76_200),
        ["871"] = Money.Of(27_400),
        ["885"] = Money.Of(9_300),
    }.ToFrozenDictionary();

    /// <summary>Of a visit to the emergency room or an operation without a stay, by procedure.</summary>
    public static readonly FrozenDictionary<string, Money> Cases = new Dictionary<string, Money>
    {
        ["99282"] = Money.Of(470),
        ["99283"] = Money.Of(850),
        ["99284"] = Money.Of(1_550),
        ["99285"] = Money.Of(2_630),
        ["29881"] = Money.Of(4_820),
        ["42820"] = Money.Of(4_030),
        ["43239"] = Money.Of(1_680),
        ["45378"] = Money.Of(1_510),
        ["45380"] = Money.Of(1_850),
        ["45385"] = Money.Of(2_020),
        ["47562"] = Money.Of(9_410),
        ["49505"] = Money.Of(6_270),
        ["64721"] = Money.Of(3_020),
        ["66984"] = Money.Of(3_700),
        ["69436"] = Money.Of(3_250),
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
        "0120", "0170", "0174", "0200", "0250", "0258", "0270", "0300", "0301", "0320", "0350", "0360", "0370", "0420",
        "0450", "0480", "0610", "0636", "0710", "0720", "0730", "0821",
    ];
}
