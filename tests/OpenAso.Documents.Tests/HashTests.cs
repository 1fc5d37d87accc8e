using CsCheck;
using OpenAso.Kernel;

namespace OpenAso.Documents.Tests;

public class HashTests
{
    [Theory]
    [InlineData("a: 500\nb: [1, 2]\n", "# a comment\na:   500   # behind\n\nb:\n  - 1\n  - 2\n")]
    [InlineData("a: 500\n", "a: '500'\n")]
    [InlineData("a: {b: 1, c: 2}\n", "a:\n    b: 1\n    c: 2\n")]
    [InlineData("a: one two\n", "a: one\n  two\n")]
    public void Comments_spaces_and_quotes_do_not_change_the_hash(string left, string right) =>
        Assert.Equal(Hash(left), Hash(right));

    [Theory]
    [InlineData("a: 500\n", "a: 501\n")]
    [InlineData("a: 500\n", "b: 500\n")]
    [InlineData("a: 1\nb: 2\n", "b: 2\na: 1\n")]
    [InlineData("a: [1, 2]\n", "a: [12]\n")]
    [InlineData("a: [1, [2, 3]]\n", "a: [1, 2, [3]]\n")]
    [InlineData("a: {b: c}\n", "a: [b, c]\n")]
    [InlineData("a: [s1, 'l1:s1:a']\n", "a: [s1, [a]]\n")]
    [InlineData("a: ''\n", "a: []\n")]
    public void Any_other_content_changes_the_hash(string left, string right) =>
        Assert.NotEqual(Hash(left), Hash(right));

    [Fact]
    public void Two_documents_have_one_hash_only_where_they_say_the_same() =>
        Gen.Select(Gen.Int[0, 30].Array[1, 6], Gen.Int[0, 30].Array[1, 6]).Sample((left, right) =>
            left.SequenceEqual(right) == (Hash(Text(left)) == Hash(Text(right))));

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.String[Gen.Char["abc:-?[]{}\"'#&*!|>%@` \n\t\\0~<,"], 0, 40].Sample(text =>
        {
            var parsed = DocumentReader.Read(text, "any.yaml");
            return parsed.Value is not null == parsed.Accepted;
        }, iter: 20_000);

    private static string Text(int[] values) => "a: [" + string.Join(", ", values) + "]\n";

    private static ContentHash Hash(string text) => DocumentReader.Read(text, "plan.yaml").Value!.Hash;
}
