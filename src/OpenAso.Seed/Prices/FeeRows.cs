using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Seed.Network;

namespace OpenAso.Seed.Prices;

/// <summary>A row of a fee schedule before it gets its dates.</summary>
/// <param name="Key">Network, NPI, code, modifier and place, each with its comma.</param>
/// <param name="Method">As the fee file names it.</param>
/// <param name="Amount">The first year's; zero for shares.</param>
/// <param name="Percent">For shares.</param>
internal sealed record FeeRow(string Key, string Method, Money Amount, int Percent)
{
    /// <summary>Prices rise by 3 % a year; shares stay.</summary>
    public string AmountIn(int yearsLater)
    {
        if (Percent > 0)
            return Percent.ToString(CultureInfo.InvariantCulture);
        var amount = Amount;
        for (var year = 0; year < yearsLater; year++)
            amount = amount.Ratio(103, 100, Rounding.HalfUp);
        return amount.ToString();
    }
}

/// <summary>An employer's fee schedule. Where two rows are equally particular the earlier holds, so hospitals come
/// first.</summary>
internal static class FeeRows
{
    public static List<FeeRow> Of(SeedProfile employer, ProviderDirectory directory)
    {
        List<FeeRow> rows = [];
        AddHospitals(rows, employer.Network, directory);
        AddProfessional(rows, employer.Network);
        foreach (var (code, price) in DentalPrices.All)
        {
            rows.Add(Fee($"{employer.Network},,{code},,", price));
            rows.Add(Fee($",,{code},,", price.Ratio(DentalPrices.OutsidePercent, 100, Rounding.HalfUp)));
        }
        rows.Add(new FeeRow(",,,,", "percent-of-medicare", Money.Zero, ProcedurePrices.OutsidePercent));
        return rows;
    }

    private static void AddHospitals(List<FeeRow> rows, string network, ProviderDirectory directory)
    {
        foreach (var hospital in directory.Practices.Where(practice => practice.IsPaidByTheDay))
        {
            foreach (var (revenue, day) in FacilityPrices.Days)
                rows.Add(new FeeRow($"{network},{hospital.Npi},{revenue},,", "per-diem", day, 0));
            rows.Add(Share($"{network},{hospital.Npi},,,", FacilityPrices.DailyHospitalPercentOfBilled));
        }
        foreach (var (group, price) in FacilityPrices.Groups.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            rows.Add(new FeeRow($"{network},,{group},,", "case", price, 0));
        foreach (var (code, price) in FacilityPrices.Cases.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            rows.Add(new FeeRow($"{network},,{code},,", "case", price, 0));
        foreach (var revenue in FacilityPrices.Revenues)
        {
            rows.Add(revenue == "0821"
                ? new FeeRow($"{network},,{revenue},,", "per-diem", FacilityPrices.DialysisTreatment, 0)
                : Share($"{network},,{revenue},,", FacilityPrices.NetworkPercentOfBilled));
            rows.Add(Share($",,{revenue},,", FacilityPrices.OutsidePercentOfBilled));
        }
    }

    private static void AddProfessional(List<FeeRow> rows, string network)
    {
        foreach (var (code, place, reference) in ProcedurePrices.All)
        {
            var price = ProcedurePrices.Network(reference);
            rows.Add(Fee($"{network},,{code},,{place}", price));
            rows.Add(Fee($"medicare,,{code},,{place}", reference));
            if (!ProcedurePrices.ReadingPercent.TryGetValue(code, out var percent))
                continue;
            AddParts(rows, network, code, price, percent);
            AddParts(rows, "medicare", code, reference, percent);
        }
        foreach (var code in AnesthesiaCodes.All)
        {
            rows.Add(Share($"{network},,{code},,", FacilityPrices.AnesthesiaPercentOfBilled));
            rows.Add(Share($",,{code},,", FacilityPrices.AnesthesiaPercentOfBilled));
        }
    }

    private static void AddParts(List<FeeRow> rows, string network, string code, Money whole, int percent)
    {
        var reading = ProcedurePrices.Reading(whole, percent);
        rows.Add(Fee($"{network},,{code},26,", reading));
        rows.Add(Fee($"{network},,{code},TC,", whole - reading));
    }

    private static FeeRow Fee(string key, Money amount) => new(key, "fee", amount, 0);

    private static FeeRow Share(string key, int percent) => new(key, "percent-of-billed", Money.Zero, percent);
}

/// <summary>Anesthesia, by the operation it serves.</summary>
internal static class AnesthesiaCodes
{
    public static IReadOnlyList<string> All { get; } =
    [
        "00126", "00142", "00170", "00567", "00670", "00731", "00790", "00811", "00830", "01382", "01402", "01810",
        "01967", "01968",
    ];
}
