using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Decision.Tests.Pictures;

/// <summary>One picture of each kind, with what is hard to draw: values that lie close together, long names, ratios
/// that do not count.</summary>
internal static class SamplePictures
{
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly double[] Selected = [2.999, 1.624, 1.271, 1.172, 1.113, 1.042, 1.033, 1.017, 1.009];

    private static readonly double[][] Ratios =
    [
        [1.650, 1.319, 1.082, 1.147, 1.195, 1.113, 1.033, 1.003, 1.009],
        [40.425, 1.259, 1.977, 1.292, 1.132, 0.993, 1.043, 1.033],
        [2.637, 1.543, 1.163, 1.161, 1.186, 1.029, 1.026],
        [2.043, 1.364, 1.349, 1.102, 1.113, 1.038],
        [8.759, 1.656, 1.400, 1.171, 1.009],
        [4.260, 1.816, 1.105, 1.226],
        [7.217, 2.723, 1.125],
        [5.142, 1.887],
        [1.722],
    ];

    public static TriangleHeatMap HeatMap => new(
        new PictureWords("Link ratios of the reinsurance triangle", "raa.csv; volume-weighted averages"),
        Enumerable.Range(1981, 10).Select(year => $"{year}").ToValueList(),
        Enumerable.Range(1, 9).Select(age => $"{age}–{age + 1}").ToValueList())
    {
        Cells = Ratios.Index().SelectMany(row => row.Item.Index().Select(ratio => new HeatCell(
            row.Index, ratio.Index, ratio.Item, (row.Index, ratio.Index) is (1, 0) or (6, 1)))).ToValueList(),
        Selected = Selected.ToValueList(),
    };

    public static DevelopmentCurves Development => new(
        new PictureWords("How claims are completed, by months since they were incurred", "paid.csv, as of 2026-03-31"),
        Enumerable.Range(0, 10).Select(age => $"{age}").ToValueList(),
        Enumerable.Range(0, 10).Select(origin => new DevelopmentCurve(
            $"2025-{origin + 1:00}", Enumerable.Range(0, 10 - origin)
                .Select(age => Completion(age) * (1 + (0.06 * Math.Sin((origin * 1.7) + age)))).ToValueList()))
            .ToValueList(),
        Enumerable.Range(0, 10).Select(Completion).ToValueList());

    public static CostFan Fan => new(
        new PictureWords(
            "Cumulative cost of the plan year 2026", "books of acme as of 2026-05-31; forecast of 4,000 paths"),
        Months.ToValueList(),
        [90_000, 201_000, 290_500, 402_250, 489_000],
        new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }.Select((probability, at) => new FanLine(
            probability,
            Enumerable.Range(1, 7).Select(month => 489_000 + (month * 101_000) + ((at - 2) * 42_000 * Math.Sqrt(month)))
                .ToValueList())).ToValueList())
    {
        Targets =
        [
            new FanTarget("Budget", Enumerable.Range(1, 12).Select(month => month * 100_000.0).ToValueList()),
            new FanTarget("Expected", Enumerable.Range(1, 12).Select(month => month * 99_000.0).ToValueList()),
            new FanTarget("Maximum", [1_480_000]),
        ],
    };

    public static ExceedanceCurve Exceedance => new(
        new PictureWords(
            "How likely the year costs more than an amount", "risk.yaml; severity us-commercial of 2025-12-31"),
        Enumerable.Range(0, 60).Select(step => new ExceedancePoint(
            1_400_000 + (step * 20_000), Math.Exp(-Math.Pow(step / 19.0, 2.2)))).ToValueList(),
        [
            new PictureMark("Insured premium", 1_836_067), new PictureMark("Expected", 1_788_418),
            new PictureMark("Maximum", 2_080_717), new PictureMark("Budget", 1_800_000),
        ]);

    public static Tornado Tornado => new(
        new PictureWords("What would change the answer", "comparison of 2026-06-30, 220 members"),
        47_648,
        [
            new TornadoBar("Specific deductible", "25,000", 21_000, "100,000", 88_000),
            new TornadoBar("Trend of claims", "5 %", 96_400, "12 %", -61_000),
            new TornadoBar("Completion of the latest months", "slow", 40_000, "fast", 55_000),
            new TornadoBar("Insurer's loss ratio", "80 %", 161_900, "90 %", -52_700),
            new TornadoBar("Group sigma", "0", 47_648, "0.15", 46_000),
            new TornadoBar("Laser of one claimant <at dialysis> & transplant list, as quoted", "none", 60_000,
                "at 250,000", 52_000),
        ])
    {
        Answer = "saving of self-funding in the year",
    };

    public static FrontierPicture Frontier => new(
        new PictureWords("Stop-loss options: cost against risk", "options.yaml, 24 options; model premiums at 70 %"),
        Enumerable.Range(0, 24).Select(at => new FrontierPoint(
            $"specific {(at + 1) * 25_000}, aggregate {110 + (at % 3 * 10)} %",
            1_800_000 - (at * 9_000) + (at % 3 * 21_000) + (at * at * 210),
            1_950_000 + (at * 23_000 * (1 + (at % 3 * 0.1))),
            at % 3 > 0 ? FrontierPlace.Dominated : at == 6 ? FrontierPlace.Recommended : FrontierPlace.OnFrontier))
            .ToValueList());

    public static YearsPicture Years => new(
        new PictureWords("The own plan beside the insured plan, year by year", "220 people of acme"),
        [
            new ComparedYear("2024", IsPast: true, new ComparedCost(1_410_000), new ComparedCost(1_574_131)),
            new ComparedYear("2025 so far", IsPast: true, new ComparedCost(1_702_500), new ComparedCost(1_660_000)),
            new ComparedYear("2026", IsPast: false, new ComparedCost(1_788_418, 1_650_000, 1_960_000),
                new ComparedCost(1_836_067, 1_836_067, 1_836_067)),
            new ComparedYear("2027", IsPast: false, new ComparedCost(1_931_000, 1_760_000, 2_130_000),
                new ComparedCost(1_990_000, 1_900_000, 2_085_000)),
        ]);

    private static double Completion(int age) => 1 - Math.Exp(-0.55 * (age + 0.4));
}
