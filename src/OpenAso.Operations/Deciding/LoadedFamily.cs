using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Deciding;

/// <summary>A family as it stands in the store, ready to decide the next claim.</summary>
/// <param name="Id">The family.</param>
/// <param name="Version">Rises with every commit; a commit on an older version is refused.</param>
/// <param name="LastSequence">Of its decisions so far; 0 for none.</param>
/// <param name="LastImport">The import whose claims were decided last; 0 for none.</param>
/// <param name="Context">Its people, accumulators and the history that edits need.</param>
public sealed record LoadedFamily(FamilyId Id, long Version, long LastSequence, long LastImport, FamilyContext Context);

/// <summary>What one family's claims of a chunk came to.</summary>
/// <param name="Family">As it was loaded; its context holds the new accumulators.</param>
/// <param name="Decisions">In order.</param>
public sealed record FamilyCommit(LoadedFamily Family, IReadOnlyList<Decision> Decisions);
