namespace OpenAso.Decision.Forecasting;

/// <summary>What became of one decided claim in cash, or of what it takes back.</summary>
/// <param name="Incurred">The first day of service.</param>
/// <param name="Received">The day on which it was received.</param>
/// <param name="Paid">The day of the payment; null where there is none yet.</param>
/// <param name="Amount">What the plan pays, in units of the currency; below zero for what is taken back.</param>
/// <param name="Allowed">What the plan recognised of it: what it pays is a share that grows as deductibles are
/// met.</param>
public readonly record struct ClaimCash(
    DateOnly Incurred, DateOnly Received, DateOnly? Paid, double Amount, double Allowed);
