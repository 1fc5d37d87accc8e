using OpenAso.Kernel;

namespace OpenAso.Operations.Listing;

/// <summary>Where a person stands in the list of all who are or were enrolled.</summary>
/// <param name="Family">The family.</param>
/// <param name="Person">The number within it.</param>
public sealed record MemberPlace(FamilyId Family, int Person);
