using OpenAso.Kernel;

namespace OpenAso.StopLoss.Notices;

/// <summary>Something about a claimant that must be told to the carrier before anything is claimed.</summary>
/// <param name="Claimant">The person, or the certificate where the policy counts by certificate.</param>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Because">The reason, without the claimant's name; of a notice that was sent, in the words in which it
/// was.</param>
/// <param name="ArisenOn">The day on which the plan could know.</param>
/// <param name="DueOn">The last day on which the notice is in time.</param>
public sealed record Notice(string Claimant, NoticeKind Kind, Sentence Because, DateOnly ArisenOn, DateOnly DueOn)
{
    /// <summary>What tells it from other notices of its kind about the claimant, however the reason is worded: the name
    /// of the diagnosis, the first day of the stay; empty for the share.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>Why a carrier must be told of a claimant.</summary>
public enum NoticeKind
{
    /// <summary>More than the policy's share of the claimant's own deductible is used.</summary>
    Share,

    /// <summary>A diagnosis that the policy lists has appeared.</summary>
    Diagnosis,

    /// <summary>A stay in hospital is longer than the policy allows without telling.</summary>
    Confinement,
}
