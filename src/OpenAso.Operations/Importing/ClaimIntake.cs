using OpenAso.Claims;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;

namespace OpenAso.Operations.Importing;

/// <summary>What claim files hold.</summary>
/// <param name="Claims">Taken; in the order of the files.</param>
/// <param name="Rejected">Not taken; in the order of the files.</param>
/// <param name="Findings">What is no claim's own error.</param>
public sealed record ReadClaims(
    IReadOnlyList<Claim> Claims, IReadOnlyList<RejectedClaim> Rejected, IReadOnlyList<Finding> Findings);

/// <summary>Reads claim files, each on its own.</summary>
public static class ClaimIntake
{
    /// <summary>Reads files side by side; the outcome does not depend on how many at once.</summary>
    /// <param name="files">With their envelopes.</param>
    /// <param name="received">The day they arrived; null to take each transaction set's own date.</param>
    public static ReadClaims Read(IReadOnlyList<ReadFile> files, DateOnly? received)
    {
        ArgumentNullException.ThrowIfNull(files);
        var parts = new ReadClaims[files.Count];
        if (files is [var only])
            parts[0] = Read(only, received);
        else
            Parallel.For(0, files.Count, i => parts[i] = Read(files[i], received));
        return new ReadClaims(
            [.. parts.SelectMany(part => part.Claims)],
            [.. parts.SelectMany(part => part.Rejected)],
            [.. parts.SelectMany(part => part.Findings)]);
    }

    private static ReadClaims Read(ReadFile file, DateOnly? received)
    {
        List<Claim> claims = [];
        List<RejectedClaim> rejected = [];
        List<Finding> findings = [.. file.EnvelopeFindings];
        file.Segments(segments =>
        {
            var reader = new ClaimFileReader(segments, file.File.Name, received);
            while (reader.Read())
            {
                if (reader.Claim is { } claim)
                    claims.Add(claim);
                else
                    rejected.Add(reader.Rejected!);
            }
            findings.AddRange(reader.Findings);
        });
        return new ReadClaims(claims, rejected, findings);
    }
}
