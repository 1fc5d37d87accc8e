using OpenAso.Kernel;

namespace OpenAso.StopLoss.Positions;

/// <summary>How many units were covered on the first of a month. Rows of the same month, line and tier are added up:
/// divisions may come apart, and a late change may come as a difference.</summary>
/// <param name="Month">The month.</param>
/// <param name="Line">The line of coverage under which they are counted.</param>
/// <param name="Tier">The carrier's own word for who is covered.</param>
/// <param name="Units">Employees, as a rule; below zero where it corrects another row.</param>
public sealed record CensusUnits(Month Month, LineOfCoverage Line, string Tier, int Units);
