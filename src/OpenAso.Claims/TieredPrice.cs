using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>The network tier of a line and its price there.</summary>
/// <param name="Tier">Index of the tier in the plan; -1 where the plan has none for the provider.</param>
/// <param name="IsContracted">Whether a contract holds the provider: then what exceeds the price is written
/// off.</param>
/// <param name="Price">Not found where no rule fits.</param>
internal readonly record struct TieredPrice(sbyte Tier, bool IsContracted, Price Price);
