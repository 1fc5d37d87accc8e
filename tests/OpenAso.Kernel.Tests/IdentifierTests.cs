using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class IdentifierTests
{
    // SHA-256 of "abc" begins with these sixteen bytes (FIPS 180-2, appendix B.1).
    [Fact]
    public void A_content_hash_is_the_beginning_of_SHA_256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", ContentHash.Of("abc").ToString());

    [Fact]
    public void The_same_content_has_the_same_hash_as_text_and_as_bytes() =>
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
            ContentHash.Of(text) == ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_hash_is_read_back_and_ordered_as_its_text() => Gen.Select(Gen.Int, Gen.Int).Sample((left, right) =>
    {
        ContentHash a = ContentHash.Of($"{left}"), b = ContentHash.Of($"{right}");
        return ContentHash.TryParse(a.ToString().ToUpperInvariant(), out var read) && read == a
            && Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf8f01cfea414140de5dae222")]
    [InlineData("ba7816bf8f01cfea414140de5dae22233")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223")]
    [InlineData(" a7816bf8f01cfea414140de5dae2223")]
    public void What_is_no_hash_is_refused(string text)
    {
        Assert.False(ContentHash.TryParse(text, out var hash));
        Assert.Equal(default, hash);
    }

    [Fact]
    public void A_claim_is_read_back_with_its_occurrence() => Gen.Select(Gen.Int, Gen.Int[1, int.MaxValue]).Sample(
        (seed, occurrence) =>
        {
            var id = new ClaimId(ContentHash.Of($"{seed}"), occurrence);
            return ClaimId.TryParse(id.ToString(), out var read) && read == id;
        });

    [Theory]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("--2")]
    [InlineData("-")]
    [InlineData("2")]
    [InlineData("-99999999999")]
    public void A_number_that_no_repeat_can_have_is_refused(string behind) =>
        Assert.False(ClaimId.TryParse(ContentHash.Of("a") + behind, out _));

    [Fact]
    public void Claims_are_ordered_by_content_then_occurrence()
    {
        ContentHash small = new(1), large = new(2);
        ClaimId[] ordered = [new(small, 1), new(small, 2), new(large, 1)];

        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    [Fact]
    public void Names_are_ordered_letter_by_letter_whatever_the_language() =>
        Assert.Equal([new("B"), new("Z"), new("a"), new("é")],
            new FamilyId[] { new("é"), new("a"), new("Z"), new("B") }.Order());
}
