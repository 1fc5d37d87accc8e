using System.Globalization;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Tests.Reserving;

/// <summary>Published triangles: RAA as text books print it; the others in the folder that OPENASO_SAMPLES names, by
/// default beside the repository.</summary>
internal static class PublicTriangles
{
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("OPENASO_SAMPLES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Repository.Root, "..", "shared", "data"),
        "actuarial");

    /// <summary>Reinsurance Association of America, as Mack (1994) prints it.</summary>
    public static Triangle Raa { get; } = Triangle.Of([
        [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
        [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
        [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
        [5655, 11555, 15766, 21266, 23425, 26083, 27067],
        [1092, 9565, 15836, 22169, 25955, 26180],
        [1513, 6445, 11702, 12935, 15852],
        [557, 4020, 10946, 12314],
        [1351, 6947, 13112],
        [3133, 5395],
        [2063],
    ]);

    /// <summary>Taylor and Ashe (1983).</summary>
    public static Triangle GenIns => Read("GenIns.csv", AmountKind.Cumulative).Triangle;

    /// <summary>Reads one of the files; skips the test where the folder is not there.</summary>
    public static (Triangle Triangle, double[] Exposure) Read(string file, AmountKind kind)
    {
        var path = Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"No public triangles in {Folder}: set OPENASO_SAMPLES.");
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Select(value => value.Trim('"')).ToArray()).ToList();
        var first = lines[0][1] == "member_months" ? 2 : 1;
        var rows = lines.Skip(1).ToList();
        return (
            Triangle.Of(
                new TriangleTable(
                    rows.Select(row => row[0]).ToValueList(), lines[0].Skip(first).ToValueList(),
                    rows.Select(row => row.Skip(first)
                        .Select(value => value.Length == 0 ? (decimal?)null : Number(value)).ToValueList())
                        .ToValueList(),
                    []),
                kind),
            first == 2 ? [.. rows.Select(row => (double)Number(row[1]))] : []);
    }

    /// <summary>What the lag triangles come to in the end, less what has come.</summary>
    public static double TrueIbnr(string file)
    {
        var (triangle, _) = Read($"{file}.csv", AmountKind.Incremental);
        var truth = File.ReadAllLines(Path.Combine(Folder, $"{file}_truth.csv")).Skip(1)
            .Where(line => line.Length > 0).Select(line => (double)Number(line.Split(',')[^1]));
        return truth.Sum() - Enumerable.Range(0, triangle.Origins.Count).Sum(triangle.Latest);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
