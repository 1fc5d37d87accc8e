using System.Text.Json.Nodes;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Cli.Tests;

public sealed class ReserveTests : IDisposable
{
    private const string Raa = """
        origin,1,2,3,4,5,6,7,8,9,10
        1981,5012,8269,10907,11805,13539,16181,18009,18608,18662,18834
        1982,106,4285,5396,10666,13782,15599,15496,16169,16704,
        1983,3410,8992,13873,16141,18735,22214,22863,23466,,
        1984,5655,11555,15766,21266,23425,26083,27067,,,
        1985,1092,9565,15836,22169,25955,26180,,,,
        1986,1513,6445,11702,12935,15852,,,,,
        1987,557,4020,10946,12314,,,,,,
        1988,1351,6947,13112,,,,,,,
        1989,3133,5395,,,,,,,,
        1990,2063,,,,,,,,,
        """;

    private readonly BadInputFolder _folder = new();
    private readonly string _raa;

    public ReserveTests() => _raa = _folder.Write("raa.csv", Raa);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("chain-ladder", "", 52135.22826)]
    [InlineData("completion", "", 52135.22826)]
    [InlineData("chain-ladder", "--average simple", 93643.031)]
    [InlineData("chain-ladder", "--average regression", 43771.948)]
    [InlineData("chain-ladder", "--average geometric", 65466.819)]
    [InlineData("chain-ladder", "--last 3", 55891.534)]
    [InlineData("chain-ladder", "--drop-high --drop-low", 52449.760)]
    [InlineData("chain-ladder", "--tail exponential", 54146.197)]
    [InlineData("chain-ladder", "--tail inverse-power", 73763.323)]
    [InlineData("chain-ladder", "--tail 1.00943575158123", 54146.197)]
    [InlineData("bornhuetter-ferguson", "--exposure 40000 --apriori 0.7", 75203.2355)]
    [InlineData("cape-cod", "--exposure 40000", 59115.8913)]
    [InlineData("cape-cod", "--exposure 40000 --trend 0.034 --decay 0.75", 64306.4651)]
    [InlineData("benktander", "--exposure 40000 --apriori 0.7", 67041.2020)]
    [InlineData("benktander", "--exposure 40000 --apriori 0.7 --iterations 10", 55257.8959)]
    public void The_published_reserves_of_raa_come_out_with_all_their_digits(string method, string more, double ibnr)
    {
        var reserve = Json(["--triangle", _raa, "--method", method, .. Words(more)]);

        Assert.InRange((double)reserve["ibnr"]!, ibnr - 0.00051, ibnr + 0.00051);
        Assert.Equal(160_987, (double)reserve["latest"]!);
        Assert.Equal(
            (double)reserve["ultimate"]!, reserve["byOrigin"]!.AsArray().Sum(row => (double)row!["ultimate"]!), 6);
        Assert.Equal(method, (string)reserve["method"]!);
    }

    [Theory]
    [InlineData("mack", 26909.01116)]
    [InlineData("Mack", 26909.01116)]
    [InlineData("log-linear", 26880.74033)]
    public void Mack_errors_of_raa_come_out_with_all_their_digits(string sigma, double error)
    {
        var reserve = Json("--triangle", _raa, "--method", "chain-ladder", "--sigma", sigma, "--cumulative");

        Assert.InRange((double)reserve["standardError"]!, error - 6e-6, error + 6e-6);
        Assert.Equal(9, reserve["factors"]!.AsArray().Count);
        Assert.Equal(2.99935865134, (double)reserve["factors"]![0]!, 11);
        Assert.Equal(24_566, (double)reserve["byOrigin"]![9]!["standardError"]!, 1.0);
        Assert.Equal(0, (double)reserve["byOrigin"]![0]!["standardError"]!);
    }

    [Fact]
    public void A_bootstrap_tells_its_distribution_and_the_same_seed_tells_the_same()
    {
        string[] command = ["--triangle", _raa, "--method", "bootstrap", "--seed", "7", "--iterations", "20000"];
        var reserve = Json(command);

        Assert.InRange((double)reserve["ibnr"]!, 53_809 * 0.985, 53_809 * 1.015);
        Assert.InRange((double)reserve["standardError"]!, 18_972 * 0.97, 18_972 * 1.03);
        Assert.Equal(5, reserve["quantiles"]!.AsArray().Count);
        Assert.Equal(reserve.ToJsonString(), Json(command).ToJsonString());
        Assert.NotEqual((double)reserve["ibnr"]!, (double)Json([.. command[..4], "--seed", "8"])["ibnr"]!);
    }

    [Fact]
    public void The_example_of_the_repository_has_member_months_and_needs_no_more_than_its_name()
    {
        var example = Repository.PathOf("plans/acme/reserve-example/paid.csv");

        var reserve = Json("--triangle", example, "--incremental", "--trend", "0.07");
        Assert.Equal("benktander", (string)reserve["method"]!);
        Assert.Equal(24, reserve["byOrigin"]!.AsArray().Count);
        Assert.True((double)reserve["byOrigin"]![23]!["apriori"]! is > 400 and < 900);

        var screen = BadInputFolder.Run("reserve", "--triangle", example, "--incremental", "--method", "chain-ladder");
        Assert.Equal(0, screen.Code);
        Assert.Contains("still to come", screen.Output, StringComparison.Ordinal);
        Assert.Contains("2025-12", screen.Output, StringComparison.Ordinal);
        Assert.Contains("(RSV021)", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Youngest_months_by_cost_and_an_exposure_file_and_exclusions_are_heard()
    {
        var exposure = _folder.Write(
            "exposure.csv",
            "origin,premium\n" + string.Concat(Enumerable.Range(1981, 10).Select(year => $"{year},40000\n")));

        var byFile = Json("--triangle", _raa, "--method", "cape-cod", "--exposure", exposure);
        Assert.Equal((double)Json("--triangle", _raa, "--method", "cape-cod", "--exposure", "40000")["ibnr"]!,
            (double)byFile["ibnr"]!);
        var youngest = Json(
            "--triangle", _raa, "--method", "completion", "--youngest", "1", "--exposure", exposure);
        var older = youngest["byOrigin"]!.AsArray().Take(9).Sum(row => (double)row!["ultimate"]!);
        Assert.Equal(older / 9, (double)youngest["byOrigin"]![9]!["ultimate"]!, 6);
        var excluded = Json("--triangle", _raa, "--method", "chain-ladder", "--exclude", "1982:1");
        Assert.Equal(61188.0 / 21723, (double)excluded["factors"]![0]!, 12);
    }

    [Theory]
    [InlineData("--method magic", "--method expects one of chain-ladder, completion")]
    [InlineData("--method chain-ladder --average mean", "--average expects one of volume, simple")]
    [InlineData("--method chain-ladder --last x", "--last expects a whole number")]
    [InlineData("--method chain-ladder --last 0", "RSV003")]
    [InlineData("--method chain-ladder --tail zero", "--tail expects a factor")]
    [InlineData("--method chain-ladder --tail 0", "RSV003")]
    [InlineData("--method chain-ladder --exclude 1982", "--exclude expects an origin and an age")]
    [InlineData("--method chain-ladder --exclude 1982:10", "--exclude expects an origin and an age")]
    [InlineData("--method cape-cod", "RSV001")]
    [InlineData("--method cape-cod --exposure nothing.csv", "nothing.csv does not exist")]
    [InlineData("--method cape-cod --exposure -5", "RSV002")]
    [InlineData("--method cape-cod --exposure 0", "RSV002")]
    [InlineData("--method cape-cod --exposure 40000 --trend much", "--trend expects a number such as 0.07")]
    [InlineData("--method cape-cod --exposure 40000 --decay 2", "RSV003")]
    [InlineData("--method bootstrap --iterations 0", "RSV003")]
    [InlineData("--method bootstrap --seed -1", "--seed expects a whole number")]
    [InlineData("--cumulative --incremental", "not both")]
    public void What_cannot_be_estimated_says_why(string more, string words)
    {
        var result = BadInputFolder.Run(["reserve", "--triangle", _raa, .. Words(more)]);

        Assert.True(result.Code == 2, $"{result.Code}: {result.Error}");
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o,1,2\n2024,1,\n2025,,3\n", "bad.csv(3,2) 1: CSV011")]
    [InlineData("o,1,2\n2024,1,-2\n", "bad.csv(2,3) 2: CSV012")]
    [InlineData("o,1,2\n2024,one,2\n", "bad.csv(2,2) 1: CSV003")]
    [InlineData("", "bad.csv: CSV006")]
    public void A_bad_triangle_is_named_with_file_line_and_column(string text, string words)
    {
        var file = _folder.Write("bad.csv", text);
        var result = BadInputFolder.Run("reserve", "--triangle", file, "--method", "chain-ladder");

        Assert.Equal(2, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read as a triangle", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o,1,2,3\n2024,1,2,3\n", 0)]
    [InlineData("o,1\n2024,1\n2025,2\n", 0)]
    [InlineData("o,1,2,3\n2023,0,0,0\n2024,0,0,\n2025,0,,\n", 0)]
    [InlineData("o,1,2,3\n2023,9,4,1\n2024,9,4,\n2025,9,,\n", 1)]
    public void Limit_cases_give_numbers_by_every_method(string text, int code)
    {
        var file = _folder.Write("limit.csv", text);
        foreach (var method in SchemaFile.Of("reserve").Words("method"))
        {
            var (reserve, ended) = Run(
                "--triangle", file, "--method", method, "--exposure", "10", "--iterations", "50");
            Assert.Equal(code, ended);
            Assert.True(double.IsFinite((double)reserve["ibnr"]!));
        }
    }

    [Fact]
    public void The_codes_of_the_schema_are_the_codes_of_the_program()
    {
        Assert.Equal(
            Enum.GetNames<ReserveMethod>().Select(Documents.Words.Of), SchemaFile.Of("reserve").Words("method"));
        Assert.Equal(
            Enum.GetNames<Severity>().Take(2).Select(Documents.Words.Of), SchemaFile.Of("reserve").Words("severity"));
        Assert.NotEmpty(SchemaFile.Of("reserve").Problems("""{"ibnr":"12.30"}"""));
    }

    [Fact]
    public void An_option_that_the_method_does_not_use_is_noted_and_falling_amounts_ask_for_attention()
    {
        Assert.Contains(Codes(Json("--triangle", _raa, "--method", "chain-ladder", "--apriori", "1")), "RSV020".Equals);
        var falling = _folder.Write("falling.csv", "o,1,2,3\n2023,9,4,1\n2024,9,4,\n2025,9,,\n");

        var result = BadInputFolder.Run("reserve", "--triangle", falling, "--method", "chain-ladder");
        Assert.Equal(1, result.Code);
        Assert.Contains("say --incremental", result.Error, StringComparison.Ordinal);

        static IEnumerable<string> Codes(JsonNode reserve) =>
            reserve["diagnostics"]!.AsArray().Select(one => (string)one!["code"]!);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static JsonNode Json(params string[] arguments)
    {
        var (reserve, code) = Run(arguments);
        Assert.Equal(0, code);
        return reserve;
    }

    private static (JsonNode Reserve, int Code) Run(params string[] arguments)
    {
        var (code, output, error) = Cli.Run(["reserve", .. arguments, "--json"]);
        Assert.True(code < 2, $"openaso reserve {string.Join(' ', arguments)} ended with {code}.\n{error}");
        var line = Assert.Single(output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(SchemaFile.Of("reserve").Problems(line));
        return (JsonNode.Parse(line) ?? throw new FormatException("There is no document."), code);
    }
}
