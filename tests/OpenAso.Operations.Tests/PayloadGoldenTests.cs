using System.Buffers;
using OpenAso.Claims;

namespace OpenAso.Operations.Tests;

/// <summary>Databases of any age can be opened: what version 1 wrote is read for ever, and written as it was.</summary>
public class PayloadGoldenTests
{
    [Fact]
    public void Payloads_of_version_1_read_as_they_were_written()
    {
        var seen = Golden().Select(payload => Summary(ClaimPayload.Read(payload)));
        Assert.Equal(File.ReadAllLines(PathOf("claims-version-1.txt")), seen);
    }

    [Fact]
    public void Payloads_of_version_1_are_written_as_they_were()
    {
        Assert.Equal(1, ClaimPayload.CurrentVersion);
        Assert.All(Golden(), payload =>
        {
            var decided = ClaimPayload.Read(payload);
            var output = new ArrayBufferWriter<byte>();
            ClaimPayload.Write(decided.Claim, decided.Determination, output);
            Assert.Equal(payload, output.WrittenSpan.ToArray());
        });
    }

    [Fact]
    public void A_number_of_a_claim_follows_from_its_golden_content() => Assert.All(Golden(), payload =>
    {
        var claim = ClaimPayload.Read(payload).Claim;
        Assert.Equal(claim.Id.Content, new ClaimContent().HashOf(claim));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_payload_that_is_cut_short_or_too_long_is_refused_with_a_message(int cut)
    {
        var payload = Golden()[0];
        Assert.ThrowsAny<FormatException>(() => ClaimPayload.Read(payload.AsSpan()[..^cut]));
        Assert.Contains("behind its end",
            Assert.Throws<FormatException>(() => ClaimPayload.Read([.. payload, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("version 2",
            Assert.Throws<FormatException>(() => ClaimPayload.Read([2, .. payload[1..]])).Message,
            StringComparison.Ordinal);
    }

    private static List<byte[]> Golden() =>
        [.. File.ReadAllLines(PathOf("claims-version-1.hex")).Select(Convert.FromHexString)];

    private static string PathOf(string name) => Repository.PathOf($"tests/OpenAso.Operations.Tests/Golden/{name}");

    private static string Summary(DecidedClaim decided)
    {
        var (claim, determination) = (decided.Claim, decided.Determination);
        return $"{claim.Id} {claim.Form} {claim.PatientControlNumber} {claim.Frequency} {determination.Status} "
            + $"billed {claim.Billed} "
            + $"allowed {determination.Allowed} plan {determination.PlanPaid} member {determination.MemberOwes} "
            + $"lines {determination.Lines.Length} "
            + $"movements {determination.Movements.Length} reverses "
            + $"{determination.Reverses?.ToString() ?? "nothing"} pends {determination.PendReasons}";
    }
}
