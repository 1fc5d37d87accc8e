using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Deciding;

/// <summary>Claims of one family that are to be decided one after another.</summary>
/// <param name="Family">The subscriber's identifier, or <see cref="UnknownFamily"/>.</param>
/// <param name="Claims">In the canonical order of one import.</param>
public sealed record FamilyClaims(FamilyId Family, IReadOnlyList<Claim> Claims)
{
    /// <summary>Where the claims of somebody who is not enrolled are kept until somebody finds out who it is.</summary>
    /// <param name="memberId">As the claim gives it.</param>
    public static FamilyId UnknownFamily(string memberId) => new("?" + memberId);
}

/// <summary>Families with their claims: decided in memory, committed in one transaction.</summary>
/// <param name="Scope">Whose families.</param>
/// <param name="Import">The import that the claims came with; every decision names it.</param>
/// <param name="Families">Each family once.</param>
public sealed record FamilyChunk(EmployerScope Scope, long Import, IReadOnlyList<FamilyClaims> Families)
{
    /// <summary>The shards of its families, each once: whoever decides the chunk holds them all.</summary>
    public IEnumerable<ShardNumber> Shards =>
        Families.Select(family => ShardNumber.Of(Scope, family.Family)).Distinct();

    /// <summary>Claims among these that had waited because nobody had their member identifier: they are taken from
    /// where they waited in the same transaction.</summary>
    public IReadOnlyList<WaitingClaim> Released { get; init; } = [];

    /// <summary>What an examiner answered about the one claim of the chunk, which is the one that is released; null for
    /// claims that nobody was asked about.</summary>
    public AnsweredClaim? Answered { get; init; }

    /// <summary>Whether a claim came by itself: the mark by which an import that was interrupted finds the families it
    /// had decided stays as it is.</summary>
    public bool IsSingle { get; init; }
}

/// <summary>A claim that waits for a person, or for its enrolment.</summary>
/// <param name="Family">Where it waits; see <see cref="FamilyClaims.UnknownFamily"/>.</param>
/// <param name="Claim">As sent.</param>
public sealed record WaitingClaim(FamilyId Family, Claim Claim);

/// <summary>A claim that has been decided, with its place in the family's order of decisions.</summary>
/// <param name="Family">The family.</param>
/// <param name="Sequence">1 for the family's first decision; replay and rebuild follow it.</param>
/// <param name="Claim">As sent.</param>
/// <param name="Determination">As decided.</param>
public sealed record Decision(FamilyId Family, long Sequence, Claim Claim, Determination Determination);
