using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>A higher specific deductible for somebody named. The plan still owes the member the claims.</summary>
/// <param name="Claimant">The claimant, or the certificate where the policy counts by certificate.</param>
/// <param name="Deductible">Instead of the policy's; null where the carrier excludes the person altogether.</param>
public sealed record Laser(string Claimant, Money? Deductible);
