using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Seed.Prices;

/// <summary>What professional services cost: a public reference price, and the network's price made from it.</summary>
/// <remarks>Amounts are of our own making, near what such services cost.</remarks>
internal static class ProcedurePrices
{
    /// <summary>The network pays so many percent of the reference.</summary>
    public const int NetworkPercent = 130;

    /// <summary>What is paid to providers without a contract, in percent of the reference.</summary>
    public const int OutsidePercent = 150;

    // Code and reference price in dollars; behind a slash the place of service where only that place has this price.
    private const string Table =
        """
        99202 72.00  99203 111.00  99204 166.00  99205 219.00  99211 23.50  99212 56.00  99213 90.50
        99214 128.00  99215 180.00  99381 112.00  99382 117.00  99383 121.00  99384 137.00  99385 133.00
        99386 154.00  99387 166.00  99391 101.00  99392 107.50  99393 107.00  99394 117.00  99395 119.50
        99396 127.50  99397 137.00  G0438 165.00  G0439 130.00  90471 19.50  90472 13.50  90460 23.00
        90686 20.50  90670 235.00  90707 89.00  90715 36.50  90651 268.00  36415 8.80  80053 10.55
        80061 13.40  83036 9.70  85025 7.75  84443 16.80  81003 2.25  87880 16.50  87086 8.10  82306 29.60
        88305 71.00  88142 20.30  87635 51.00  82728 13.60  86677 16.80  93000 14.80  93306 198.00
        94010 26.50  20610 63.00  17000 66.00  11102 99.00  12001/23 46.00  69210 48.00  70450 116.00
        70551 214.00  71046 33.50  73030 33.00  73610 32.50  73721 228.00  74177 318.00  76700 121.00
        76801 122.00  76805 141.00  77063 54.00  77067 133.00  78815 1410.00  72148 219.00  99281/23 12.00
        99282/23 42.00  99283/23 71.00  99284/23 121.00  99285/23 176.00  99221 82.00  99222 129.00
        99223 172.00  99231 49.00  99232 79.00  99233 119.00  99238 81.00  99239 114.00  99460 92.00
        99462 42.00  99468 905.00  99469 394.00  29881/22 548.00  45378/22 186.00  45380/22 208.00
        45385/22 257.00  43239/22 147.00  47562/22 636.00  66984/22 473.00  49505/22 521.00  42820/22 291.00
        69436/22 168.00  64721/22 421.00  27447/21 1158.00  44970/21 588.00  92928/21 561.00  33533/21 1930.00
        22551/21 1690.00  47562/21 636.00  31600/21 340.00  59400 2310.00  59510 2560.00  59025 47.00
        97161 98.50  97110 29.00  97112 33.00  97140 27.00  97530 36.00  98941 39.50  90791 169.00
        90832 77.00  90834 101.50  90837 150.00  90853 27.00  96372 14.50  96365 66.00  96413 136.00
        96415 29.50  96417 66.00  99024 1.00  J1885 0.65  J3420 2.10  J3301 1.90  J1745 43.00  J9271 55.50
        J9299 30.80  J9312 72.00  J0897 21.20  J2505 1450.00  J7192 1.35  E0601 76.00  E0114 41.00
        L1833 490.00  A7030 128.00  90935 74.00  90960 292.00  15823 430.00  15877 560.00  17380 95.00
        15788 310.00
        """;

    /// <summary>Imaging whose reading (26) and taking (TC) may be billed apart, with the reading's share in
    /// percent.</summary>
    public static readonly FrozenDictionary<string, int> ReadingPercent = new Dictionary<string, int>
    {
        ["70450"] = 36,
        ["70551"] = 34,
        ["71046"] = 30,
        ["73030"] = 28,
        ["73610"] = 28,
        ["73721"] = 30,
        ["74177"] = 28,
        ["76700"] = 34,
        ["72148"] = 34,
    }.ToFrozenDictionary();

    /// <summary>In the order of the table.</summary>
    public static readonly IReadOnlyList<(string Code, string Place, Money Reference)> All = Read();

    private static readonly FrozenDictionary<string, Money> ByCode =
        All.DistinctBy(row => row.Code).ToFrozenDictionary(row => row.Code, row => Network(row.Reference));

    /// <summary>The network's price of a unit; what charges are made from.</summary>
    public static Money Of(string code, string modifier = "")
    {
        var whole = ByCode.TryGetValue(code, out var price) ? price : Unlisted(code);
        return modifier switch
        {
            "26" when ReadingPercent.TryGetValue(code, out var percent) => Reading(whole, percent),
            "TC" when ReadingPercent.TryGetValue(code, out var percent) => whole - Reading(whole, percent),
            _ => whole,
        };
    }

    public static Money Reading(Money whole, int percent) => whole.Ratio(percent, 100, Rounding.HalfUp);

    public static Money Network(Money reference) => reference.Ratio(NetworkPercent, 100, Rounding.HalfUp);

    // Nobody has agreed on a price for these: what is charged follows from the code's own digits.
    private static Money Unlisted(string code) =>
        UnpricedCodes.Has(code)
            ? Money.Of(180 + code.Sum(letter => letter) % 400)
            : throw new ArgumentException($"No price is known for procedure {code}.", nameof(code));

    private static List<(string, string, Money)> Read()
    {
        List<(string, string, Money)> rows = [];
        var words = Table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i += 2)
        {
            var parts = words[i].Split('/');
            if (!Money.TryParse(words[i + 1], out var reference))
                throw new InvalidOperationException($"{words[i + 1]} is not a price.");
            rows.Add((parts[0], parts.Length > 1 ? parts[1] : "", reference));
        }
        return rows;
    }
}
