using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

public sealed partial class LicenceTests
{
    [Fact]
    public void The_licence_is_Apache_2()
    {
        Assert.True(IsApache(Repository.TextOf("LICENSE")));
        Assert.Contains("<PackageLicenseExpression>Apache-2.0</PackageLicenseExpression>",
            Repository.TextOf("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MIT License")]
    [InlineData("Apache License\nVersion 2.0, January 2004\nwith a few changes of our own")]
    public void Another_licence_is_found(string text) => Assert.False(IsApache(text));

    // All nine sections and the end, in order.
    private static bool IsApache(string text) => Apache().IsMatch(text);

    [GeneratedRegex("""
        ^\s*Apache\ License\s+Version\ 2\.0,\ January\ 2004.*1\.\ Definitions.*2\.\ Grant\ of\ Copyright\ License
        .*3\.\ Grant\ of\ Patent\ License.*4\.\ Redistribution.*5\.\ Submission\ of\ Contributions.*6\.\ Trademarks
        .*7\.\ Disclaimer\ of\ Warranty.*8\.\ Limitation\ of\ Liability.*9\.\ Accepting\ Warranty
        .*END\ OF\ TERMS\ AND\ CONDITIONS
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Apache();
}
