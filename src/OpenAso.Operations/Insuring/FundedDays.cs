using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Insuring;

/// <summary>When the employer's money stood behind the payments of a day.</summary>
/// <remarks>Where the agreement never pays beyond the fund, that is the day itself. Otherwise it is the first day on
/// which as much had come in as had gone out up to the payments.</remarks>
internal sealed class FundedDays(DbConnection connection, EmployerTerms terms)
{
    private const string Movements =
        """
        select day, sum(case when key like 'funding-received:%' or key like 'funding-deposited:%'
            or key like 'stop-loss-received:%' or key like 'recovery-received:%' then amount else 0 end),
          sum(case when key like 'payment-issued:%' or key like 'fee-paid:%' or key like 'setup-fee-paid:%'
            or key like 'stop-loss-paid:%' or key like 'stop-loss-repaid:%' then amount else 0 end)
        from transfer where tenant = @tenant and employer = @employer group by day order by day
        """;

    private List<(DateOnly Day, Money In, Money Out)>? _cumulative;

    /// <summary>Whether a day may still change, because payments may be issued before the money is there.</summary>
    public static bool MayChange(EmployerTerms terms) =>
        terms.Agreement.Segments.Any(segment => segment.Funding.PayBeyondFunds);

    /// <summary>The day for payments that were issued on a day; null where the money is not there yet.</summary>
    public DateOnly? Of(DateOnly issued)
    {
        if (terms.Agreement.PayingOn(issued)?.Funding.PayBeyondFunds is not true)
            return issued;
        _cumulative ??= Read();
        var spent = _cumulative.LastOrDefault(row => row.Day <= issued).Out;
        foreach (var (day, received, _) in _cumulative)
        {
            if (received >= spent)
                return day > issued ? day : issued;
        }
        return null;
    }

    /// <summary>What had come in less what had gone out by the end of a day: what the fund could give away.</summary>
    public Money BalanceOn(DateOnly day)
    {
        _cumulative ??= Read();
        var (_, received, spent) = _cumulative.LastOrDefault(row => row.Day <= day);
        return received - spent;
    }

    private List<(DateOnly, Money, Money)> Read()
    {
        Money received = Money.Zero, spent = Money.Zero;
        List<(DateOnly, Money, Money)> days = [];
        foreach (var (day, into, outOf) in connection.Query<(string, long, long)>(
            Movements, terms.Scope.Bound()))
        {
            received += new Money(into);
            spent += new Money(outOf);
            days.Add((Days.Parse(day), received, spent));
        }
        return days;
    }
}
