namespace OpenAso.Conventions.Tests;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a // b\nc", "a     \nc")]
    [InlineData("a /* b\nc */ d", "a     \n     d")]
    [InlineData("f(\"x\\\"y\", 'z')", "f(      ,    )")]
    [InlineData("f(@\"x\"\"y\\\", z)", "f(        , z)")]
    [InlineData("$\"{{a}} {b.C(\"d\")} e\" + f", "         b.C(   )     + f")]
    [InlineData("\"\"\"a \" \"\" b\"\"\" + c", "               + c")]
    [InlineData("$$\"\"\"{a} {{b}} c\"\"\" + d", "           b        + d")]
    [InlineData("\"\" + '\\'' + a", "   +      + a")]
    public void Only_code_is_left_and_it_stays_where_it_was(string text, string code) =>
        Assert.Equal(code, CodeText.Of(text));
}
