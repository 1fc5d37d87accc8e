using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Edi.Claims837;

/// <summary>A claim that was not taken: the sender has to correct it and send it again.</summary>
/// <param name="Form">Its form.</param>
/// <param name="PatientControlNumber">CLM01, as far as it could be read; empty where not.</param>
/// <param name="MemberId">As far as it could be read; empty where not.</param>
/// <param name="Billed">CLM02, as far as it could be read; zero where not.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Place">Where its CLM stands.</param>
/// <param name="Findings">Why: at least one.</param>
public sealed record RejectedClaim(
    ClaimForm Form, string PatientControlNumber, string MemberId, Money Billed, DateOnly Received, Place Place,
    ValueList<Finding> Findings)
{
    /// <summary>Follows from what could be read and what was wrong, not from the file it stood in.</summary>
    public ContentHash Id => ContentHash.Of(string.Join(
        '|', "rejected", Form, PatientControlNumber, MemberId, Billed,
        string.Join(',', Findings.Select(finding => finding.Code))));
}
