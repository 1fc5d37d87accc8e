using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>The one way from an estimate to money: a rounding that the caller names.</summary>
public static class ReserveAmount
{
    /// <summary>An estimate as whole cents.</summary>
    /// <param name="estimate">A number of dollars, where the currency is the dollar.</param>
    /// <param name="rounding">How a fraction of a cent is settled.</param>
    /// <exception cref="OverflowException">It is no number, or outside of what money holds.</exception>
    public static Money Of(double estimate, Rounding rounding)
    {
        // Through decimal, whose fifteen digits drop what binary fractions add: 0.145 is fourteen and a half cents.
        var cents = checked((decimal)estimate * 100m);
        var whole = rounding switch
        {
            Rounding.HalfUp => decimal.Round(cents, MidpointRounding.AwayFromZero),
            Rounding.HalfEven => decimal.Round(cents, MidpointRounding.ToEven),
            Rounding.Down => decimal.Truncate(cents),
            Rounding.Up => cents < 0 ? decimal.Floor(cents) : decimal.Ceiling(cents),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };
        return new Money(checked((long)whole));
    }
}
