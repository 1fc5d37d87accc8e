namespace OpenAso.Conventions.Tests;

public sealed class SizesTests
{
    [Fact]
    public void No_line_is_longer_than_120_characters() =>
        KnownGaps.Allow("line", Repository.Code.SelectMany(Sizes.Lines));

    [Fact]
    public void No_file_is_longer_than_400_lines() => KnownGaps.Allow("file", Repository.Code.SelectMany(Sizes.Files));

    [Fact]
    public void No_method_is_longer_than_60_lines() =>
        KnownGaps.Allow("method", Repository.Code.SelectMany(Sizes.Methods));

    [Fact]
    public void No_method_takes_more_than_six_parameters() =>
        KnownGaps.Allow("parameters", Assemblies.Types.SelectMany(Sizes.ParametersOf));

    [Fact]
    public void A_line_of_121_characters_is_found() =>
        Assert.Equal("line/a.cs", Assert.Single(Sizes.Lines(new("a.cs", "x\n" + new string('y', 121)))).Id);

    [Fact]
    public void A_line_of_120_characters_is_not() =>
        Assert.Empty(Sizes.Lines(new("a.cs", new string('é', 120) + "\n")));

    [Fact]
    public void A_file_of_401_lines_is_found()
    {
        Assert.Empty(Sizes.Files(new("a.cs", string.Concat(Enumerable.Repeat("x\n", 400)))));
        Assert.Single(Sizes.Files(new("a.cs", string.Concat(Enumerable.Repeat("x\n", 401)))));
    }

    [Theory]
    [InlineData("    [Fact]\n    public int Long(int a = 1)\n    {\n", "    }\n", 57)]
    [InlineData("    public int Long() => 1 switch\n    {\n", "    };\n", 57)]
    [InlineData("    public Long(string brace = \"{\") : base(brace)\n    {\n", "    }\n", 57)]
    [InlineData("    public T Long<T>() where T : class\n    {\n", "    }\n", 57)]
    [InlineData("    public int Long\n    {\n", "    }\n", 57)]
    public void A_method_of_61_lines_is_found(string head, string tail, int inside)
    {
        Assert.Empty(Sizes.Methods(File(inside)));
        Assert.Equal("method/a.cs#Long", Assert.Single(Sizes.Methods(File(inside + 1))).Id);

        SourceFile File(int lines) => new("a.cs",
            "namespace N;\n\npublic sealed record R(int A)\n{\n    private readonly int[] _b = [1];\n\n"
            + head + string.Concat(Enumerable.Repeat("        ; // }\n", lines)) + tail + "}\n");
    }

    [Fact]
    public void Seven_parameters_are_found_but_not_in_a_record()
    {
        Assert.Equal("Takes", Assert.Single(Sizes.ParametersOf(typeof(Wide))).Id.Split('.')[^1]);
        Assert.Empty(Sizes.ParametersOf(typeof(WideRecord)));
    }

    private static class Wide
    {
        public static void Takes(int a, int b, int c, int d, int e, int f, int g) =>
            Assert.True(a + b + c + d + e + f + g > 0);
    }

    private sealed record WideRecord(int A, int B, int C, int D, int E, int F, int G);
}
