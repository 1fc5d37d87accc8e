using OpenAso.Actuarial;
using OpenAso.Decision.Forecasting;

namespace OpenAso.Decision.Tests;

/// <summary>Claims of a plan whose truth is known: so many in a week, a lag to receipt and one to payment, lognormal
/// amounts.</summary>
internal sealed class MadeUpCash
{
    private const int Members = 1_000;
    private const int ClaimsOfWeek = 60;
    private const double MeanLog = 5;
    private const double SigmaLog = 1.4;

    private static readonly DateOnly First = new(2024, 1, 1);

    private readonly List<ClaimCash> _claims = [];
    private readonly int _weeks;

    /// <summary>Claims of so many weeks, with payments of later ones.</summary>
    public MadeUpCash(int weeks, ulong seed)
    {
        _weeks = weeks;
        var random = new RandomStream(seed, 77);
        for (var week = 0; week < weeks + 26; week++)
        {
            var count = Poisson(ClaimsOfWeek, random);
            for (var claim = 0; claim < count; claim++)
                _claims.Add(Claim(First.AddDays((7 * week) + (int)(random.Uniform() * 7)), random));
        }
    }

    /// <summary>What a week is expected to cost once the plan has run for long.</summary>
    public static double ExpectedWeek => ClaimsOfWeek * Math.Exp(MeanLog + (SigmaLog * SigmaLog / 2));

    private DateOnly Last => First.AddDays((7 * _weeks) - 1);

    /// <summary>What is known at the end of the weeks.</summary>
    public CashHistory Known => CashHistory.Of(Last, First, Enumerable.Repeat((double)Members, _weeks), _claims);

    /// <summary>What is paid in the weeks after them.</summary>
    public double Comes(int weeks) => _claims.Where(claim =>
        claim.Paid is { } paid && paid > Last && paid <= Last.AddDays(7 * weeks)).Sum(claim => claim.Amount);

    private static ClaimCash Claim(DateOnly incurred, RandomStream random)
    {
        var received = incurred.AddDays((int)(-10 * Math.Log(random.Uniform())));
        // Payments go out on the last day of a week, most of them of the same, some later.
        var late = random.Uniform() < 0.8 ? 0 : random.Uniform() < 0.5 ? 1 : 2;
        var paid = First.AddDays((((received.DayNumber - First.DayNumber) / 7) + late) * 7 + 6);
        var amount = Math.Exp(MeanLog + (SigmaLog * random.Normal()));
        return new ClaimCash(incurred, received, paid, amount, amount / 0.8);
    }

    private static int Poisson(double mean, RandomStream random)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var product = random.Uniform(); product > left; product *= random.Uniform())
            count++;
        return count;
    }
}
