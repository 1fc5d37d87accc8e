using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>What an amount counts toward: a person's use of a limit in a window.</summary>
/// <param name="Person">Whose use; the family's is the sum of its people's.</param>
/// <param name="Limit">The limit.</param>
/// <param name="WindowFirst">First day of the window; the day of service itself where the window rolls.</param>
/// <param name="Part">The tooth, where each has its own limit; else none.</param>
public readonly record struct AccumulatorKey(PersonNumber Person, LimitId Limit, DateOnly WindowFirst, Code Part);

/// <summary>A change of an accumulator by one decision.</summary>
/// <param name="Key">What it counts toward.</param>
/// <param name="Amount">Cents, or a count for limits of visits, days and services; negative in a reversal.</param>
public readonly record struct AccumulatorMovement(AccumulatorKey Key, long Amount);
