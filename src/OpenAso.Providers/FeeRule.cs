using OpenAso.Kernel;

namespace OpenAso.Providers;

/// <summary>One row of a fee schedule: what is paid for whom, for what, where and when.</summary>
/// <remarks>Empty parts stand for any.</remarks>
/// <param name="Row">1-based number of the row, to be named in explanations.</param>
/// <param name="Network">The network whose contract this is; empty for every provider, with a contract or without. The
/// name <c>medicare</c> marks the reference that shares of Medicare are taken of, and is never a price by
/// itself.</param>
/// <param name="Npi">The billing or treating provider; none for any.</param>
/// <param name="Code">Procedure or revenue code; for a case rate also the diagnosis-related group; none for
/// any.</param>
/// <param name="Modifier">The first modifier; none for any.</param>
/// <param name="Place">Place of service; none for any.</param>
/// <param name="Dates">Days of service, both ends included.</param>
/// <param name="Method">Not none.</param>
/// <param name="Amount">For fee, per diem and case: the amount. Zero for shares.</param>
/// <param name="Share">For shares of billed or of Medicare. None for amounts.</param>
public sealed record FeeRule(
    int Row, string Network, Npi Npi, Code Code, Code Modifier, Code Place, DateRange Dates,
    PriceMethod Method, Money Amount, Percent Share);
