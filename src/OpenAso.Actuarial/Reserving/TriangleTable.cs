using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>A triangle as a file writes it: exact amounts, blank where nothing is known.</summary>
/// <remarks>Zero and blank differ: zero is an amount, blank is not known.</remarks>
/// <param name="Origins">The names of the rows, oldest first: incurred months, or years.</param>
/// <param name="Ages">The names of the columns, youngest first.</param>
/// <param name="Amounts">A row for each origin, a value for each age.</param>
/// <param name="Exposure">For each origin, member months say; empty where the file has none.</param>
public sealed record TriangleTable(
    ValueList<string> Origins,
    ValueList<string> Ages,
    ValueList<ValueList<decimal?>> Amounts,
    ValueList<decimal> Exposure);
