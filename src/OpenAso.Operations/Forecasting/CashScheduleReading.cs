using System.Data.Common;
using Dapper;
using OpenAso.Decision.Forecasting;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Forecasting;

/// <summary>Reads what is known of the weeks to come: fees, premium, recoveries, and the fund.</summary>
internal sealed class CashScheduleReading(DbConnection connection, EmployerTerms terms, DateOnly day, int weeks)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What should be known of it, once it is read.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public CashSchedule Read(Money unpaid)
    {
        var month = Month.Of(day);
        var census = CensusRows.Count(connection, terms, month);
        var paying = terms.Agreement.PayingOn(day);
        return new CashSchedule(
            unpaid, [.. Fees()], [.. Premium()], [.. Disability(month, census)], [.. Recoveries()],
            new FundedDays(connection, terms).BalanceOn(day),
            Asked(),
            paying?.Funding.Target.For(Budget.ExpectedMonth(terms.Agreement, month, census)) ?? Money.Zero,
            [.. Calls(paying)]);
    }

    private Money[] Fees()
    {
        var fees = new Money[weeks];
        fees[0] = FeeBilling.Unpaid(connection, terms, day).Total(bill => bill.Due);
        foreach (var month in MonthsAhead())
        {
            var census = CensusRows.Count(connection, terms, month);
            fees[WeekOf(month.First)] += Funding.Fees.ForMonth(terms.Agreement, month, census).Value.Total;
        }
        return fees;
    }

    private Money[] Premium()
    {
        var premium = new Money[weeks];
        foreach (var due in PremiumBilling.Unpaid(connection, terms, day))
            Put(due.DueOn, due.Amount);
        foreach (var month in MonthsAhead())
        {
            if (terms.PolicyOn(month.First) is not { } policy)
                continue;
            Put(month.First.AddDays((policy.Premium?.DueDay ?? 1) - 1),
                StopLossReading.Premium(policy, month, CensusRows.Count(connection, terms, month)));
        }
        if (terms.Policies.Count > 0 && MonthsAhead().FirstOrDefault(
            month => terms.PolicyOn(month.First) is null) is { Year: > 0 } without)
            _findings.Add(new Finding(ForecastCodes.NoPolicy, Severity.Information, Place.None,
                $"No stop-loss policy is known for {without} and later, and so no premium. Hand in the renewal with"
                + " 'openaso import --stop-loss'."));
        return premium;

        void Put(DateOnly due, Money amount)
        {
            if (WeekOf(due) < weeks)
                premium[Math.Max(0, WeekOf(due))] += amount;
        }
    }

    private Money[] Disability(Month month, IReadOnlyList<CensusCount> census)
    {
        if (terms.Disability is null)
            return new Money[weeks];
        var budgeted = Budget.Claims(terms.Agreement, month, census).Items
            .Where(one => one.Line.ReplacesIncome())
            .Total(one => one.Amount);
        _findings.Add(new Finding(ForecastCodes.CertifiedOnly, Severity.Information, Place.None,
            "Disability benefits are told as far as they are certified; what is certified later, and new disabilities,"
            + (budgeted.IsPositive
                ? $" come beside them. The budget expects {budgeted} a month in all."
                : " come beside them, and the agreement budgets nothing for them.")));
        return DisabilityCash.Weeks(connection, terms, day, weeks);
    }

    private Money[] Recoveries()
    {
        var recoveries = new Money[weeks];
        var filings = FilingRows.Read(connection, terms.Scope)
            .Select(filing => filing.Recovery.AsOf(day)).OfType<Recovery>().ToList();
        var open = filings.Where(filing => filing.Outstanding.IsPositive).ToList();
        var taken = filings.SelectMany(filing => filing.Steps.Items
            .Where(step => step.State == RecoveryState.Received)
            .Select(step => step.On.DayNumber - filing.FiledOn.DayNumber)).Order().ToList();
        if (open.Count > 0 && taken.Count == 0)
        {
            _findings.Add(new Finding(ForecastCodes.RecoveriesNotDated, Severity.Information, Place.None,
                $"{open.Total(filing => filing.Outstanding)} is filed with the stop-loss carrier and outstanding. It"
                + " has not paid any filing by which to date this, so that it is not in the forecast."));
            return recoveries;
        }
        foreach (var filing in open)
        {
            // What is late by the carrier's habit is taken to come at once.
            var week = Math.Max(0, WeekOf(filing.FiledOn.AddDays(taken[taken.Count / 2])));
            if (week < weeks)
                recoveries[week] += filing.Outstanding;
        }
        return recoveries;
    }

    private Money Asked()
    {
        var parameters = terms.Scope.Bound(new { day = Days.Text(day) });
        var asked = connection.ExecuteScalar<long>(
            "select coalesce(sum(amount), 0) from funding_request "
                + "where tenant = @tenant and employer = @employer and day <= @day", parameters);
        var received = connection.ExecuteScalar<long>(
            "select coalesce(sum(amount), 0) from transfer where tenant = @tenant and employer = @employer "
                + "and day <= @day and key like 'funding-received:%'", parameters);
        return Money.Max(new Money(asked - received), Money.Zero);
    }

    private bool[] Calls(AgreementTerms? paying)
    {
        var calls = new bool[weeks];
        var text = connection.ExecuteScalar<string?>(
            "select max(day) from funding_request where tenant = @tenant and employer = @employer and day <= @day",
            terms.Scope.Bound(new { day = Days.Text(day) }));
        DateOnly? last = text is null ? null : Days.Parse(text);
        for (var next = day.AddDays(1); paying is not null && WeekOf(next) < weeks; next = next.AddDays(1))
        {
            // Before each run is each week: runs are.
            if (paying.Funding.Frequency == RequestFrequency.PerRun)
                calls[WeekOf(next)] = true;
            else if (paying.Funding.IsDue(next, last))
            {
                last = next;
                calls[WeekOf(next)] = true;
            }
        }
        return calls;
    }

    private IEnumerable<Month> MonthsAhead()
    {
        for (var month = Month.Of(day).Next; WeekOf(month.First) < weeks; month = month.Next)
            yield return month;
    }

    private int WeekOf(DateOnly when) => (when.DayNumber - day.DayNumber - 1) / 7;
}
