using System.Runtime.InteropServices;
using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Sums over short lists of movements: a family has few accumulators, so that a scan is the fastest
/// index.</summary>
internal static class MovementList
{
    public static void Add(List<AccumulatorMovement> movements, in AccumulatorKey key, long amount)
    {
        var span = CollectionsMarshal.AsSpan(movements);
        for (var i = 0; i < span.Length; i++)
        {
            if (!Same(span[i].Key, key))
                continue;
            span[i] = span[i] with { Amount = checked(span[i].Amount + amount) };
            return;
        }
        movements.Add(new AccumulatorMovement(key, amount));
    }

    public static long ValueOf(List<AccumulatorMovement> movements, in AccumulatorKey key)
    {
        foreach (ref readonly var movement in CollectionsMarshal.AsSpan(movements))
        {
            if (Same(movement.Key, key))
                return movement.Amount;
        }
        return 0;
    }

    /// <summary>Adds what every movement of a limit within a window counts, for one person and for the
    /// family.</summary>
    public static void Sum(
        List<AccumulatorMovement> movements, in LimitUse use, PersonNumber person, ref long byPerson, ref long byFamily)
    {
        foreach (ref readonly var movement in CollectionsMarshal.AsSpan(movements))
        {
            var key = movement.Key;
            if (key.WindowFirst < use.First || key.WindowFirst > use.Last || !SameLimit(key.Limit, use.Limit))
                continue;
            if (use.Part is not { } part || key.Part == part)
            {
                byFamily = checked(byFamily + movement.Amount);
                if (key.Person == person)
                    byPerson = checked(byPerson + movement.Amount);
            }
        }
    }

    private static bool Same(in AccumulatorKey left, in AccumulatorKey right) =>
        left.WindowFirst == right.WindowFirst && left.Person == right.Person && left.Part == right.Part
        && SameLimit(left.Limit, right.Limit);

    private static bool SameLimit(LimitId left, LimitId right) =>
        ReferenceEquals(left.Value, right.Value) || string.Equals(left.Value, right.Value, StringComparison.Ordinal);
}

/// <summary>The accumulators that one question about a limit reads.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="First">First day on which a window may begin.</param>
/// <param name="Last">Last day on which a window may begin; the first one, unless the window rolls.</param>
/// <param name="Part">The tooth where each has its own, none for a line without one; null for all parts.</param>
internal readonly record struct LimitUse(LimitId Limit, DateOnly First, DateOnly Last, Code? Part);
