using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Plans;

namespace OpenAso.Operations.Importing;

/// <summary>One claim that is sent by itself.</summary>
/// <param name="File">One interchange with one 837 of one claim.</param>
/// <param name="By">Who sends it, when and from where.</param>
public sealed record Submission(InputFile File, Examiner By)
{
    /// <summary>The day it arrived; null to take its own date, as every import does.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>The request that it came with, which is answered once; null for none.</summary>
    public KeyedRequest? Key { get; init; }

    /// <summary>Makes the answer that is kept with the request, within the transaction.</summary>
    public Func<SubmittedClaim, KeptAnswer>? Answer { get; init; }
}

/// <summary>A claim that was decided on its own.</summary>
/// <param name="Import">The number it is kept under.</param>
/// <param name="Family">Where it was decided, or waits.</param>
/// <param name="Decided">As decided.</param>
/// <param name="Plan">By which terms; null where none are known.</param>
/// <param name="Lines">In the order of the claim.</param>
/// <param name="Original">The import of the claim that it takes back; null for none.</param>
/// <param name="Acknowledgment">The 999; null where nothing is to be answered.</param>
public sealed record SubmittedClaim(
    long Import, FamilyId Family, DecidedClaim Decided, ResolvedPlan? Plan, IReadOnlyList<CaseLine> Lines,
    long? Original, byte[]? Acknowledgment);

/// <summary>What became of a claim that was sent by itself.</summary>
public abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>It was decided and is durable.</summary>
    /// <param name="Claim">As decided.</param>
    /// <param name="Answer">As it was kept with its request; null where there was none.</param>
    public sealed record Decided(SubmittedClaim Claim, KeptAnswer? Answer) : SubmissionOutcome;

    /// <summary>The same interchange was read before, and nothing was done.</summary>
    /// <param name="Import">The import that read it.</param>
    /// <param name="Claim">The one claim of that import; null where it brought several or none.</param>
    public sealed record Repeated(long Import, ClaimId? Claim) : SubmissionOutcome;

    /// <summary>The request was sent before, or is worked on.</summary>
    /// <param name="State">How it stands.</param>
    public sealed record Known(KeyState State) : SubmissionOutcome;

    /// <summary>It is not taken: nothing was decided.</summary>
    /// <param name="Claims">How many claims were found.</param>
    /// <param name="Findings">What is wrong.</param>
    /// <param name="Acknowledgment">The 999; null where nothing is to be answered.</param>
    public sealed record Refused(int Claims, IReadOnlyList<Finding> Findings, byte[]? Acknowledgment)
        : SubmissionOutcome
    {
        /// <summary>The import under which its one claim is kept as rejected; 0 where nothing was kept.</summary>
        public long Import { get; init; }
    }
}
