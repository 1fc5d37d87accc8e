
namespace OpenAso.Kernel.Tests;

public class CodeTests
{
    [Theory]
    [InlineData("A")]
    [InlineData("26")]
    [InlineData("0450")]
    [InlineData("99213")]
    [InlineData("S83241A")]
    [InlineData("ABCDEFGH")]
    public void A_code_of_any_length_is_written_as_it_was_read(string text) => Assert.Equal(text, Code.Of(text).ToString());
}
