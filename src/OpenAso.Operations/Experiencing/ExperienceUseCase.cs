using System.Data.Common;
using OpenAso.Actuarial.Credibility;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Experiencing;

/// <summary>Blends what an employer's own people have cost with what is expected of everybody.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ExperienceUseCase(Books books)
{
    private const int MonthsOfYear = 12;

    /// <summary>The experience of the last twelve months that have ended, or of as many as there are.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="question">What is asked.</param>
    /// <returns>Null where a finding says what stands against it.</returns>
    public Parsed<GroupExperience?> Show(EmployerTerms terms, ExperienceQuestion question)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(question);
        return books.Database.Read(connection => Show(
            connection, terms, question, question.AsOf ?? PositionUseCase.DayOf(connection, terms)));
    }

    private static Parsed<GroupExperience?> Show(
        DbConnection connection, EmployerTerms terms, ExperienceQuestion question, DateOnly day)
    {
        var (lag, against) = BooksLag.Read(connection, terms, new BooksLagQuestion { Line = question.Line }, day);
        if (lag is null)
            return new Parsed<GroupExperience?>(null, against);
        var months = Math.Min(MonthsOfYear, lag.Months);
        var incurred = new DateRange(lag.Triangle.Through.AddDays(1).AddMonths(-months), lag.Triangle.Through);
        var memberMonths = (int)lag.Triangle.Table.Exposure.Items[^months..].Sum();
        if (memberMonths == 0)
            return new Parsed<GroupExperience?>(null, [new Finding(
                ExperienceCodes.Nobody, Severity.Fatal, Place.None,
                $"Nobody was covered {incurred}, so that there is no experience. Ask for another line or day.")]);
        var costs = PersonCosts.Read(connection, terms.Scope, question.Line, incurred, day);
        var level = question.Pooling.Ratio(months, MonthsOfYear, Rounding.HalfUp);
        var pooled = costs.Total(cost => Money.Min(cost, level));
        var completion = CompletionOf(lag, months);
        var scale = question.Manual is { } manual ? Number(manual) / question.Severity.Severity.Mean : 1;
        // The severity keeps its form: everything else is measured in its money.
        var blend = PooledExperience.Of(
            question.Severity.Severity, Number(question.Pooling) / scale, memberMonths / (double)MonthsOfYear,
            Number(pooled) * (completion ?? 1) / scale);
        return new Parsed<GroupExperience?>(
            new GroupExperience
            {
                Incurred = incurred,
                AsOf = day,
                Months = months,
                MemberMonths = memberMonths,
                Covered = MemberMonths.On(connection, terms.Scope, question.Line, day),
                PeopleWithCost = costs.Count,
                Cost = costs.Total(),
                Level = level,
                Pooled = pooled,
                PeopleAbove = costs.Count(cost => cost > level),
                Completion = completion ?? 1,
                Blend = blend with
                {
                    Manual = blend.Manual * scale,
                    Own = blend.Own * scale,
                    Blended = blend.Blended * scale,
                },
                Factor = blend.Factor * scale,
                Findings = [.. Findings(question, lag, months, completion)],
            },
            []);
    }

    // Of the origins of these months together, by receipt.
    private static double? CompletionOf(BooksLag lag, int months)
    {
        var (report, _) = ReserveUseCase.Estimate(lag.Triangle.Table, AmountKind.Incremental, new ReserveTerms());
        if (report is null || lag.Months < BooksReserveUseCase.FewestMonths)
            return null;
        var origins = report.Estimate.Origins.Items[^months..];
        var latest = origins.Sum(origin => origin.Latest);
        return latest > 0 ? origins.Sum(origin => origin.Ultimate) / latest : null;
    }

    private static IEnumerable<Finding> Findings(
        ExperienceQuestion question, BooksLag lag, int months, double? completion)
    {
        if (completion is null)
            yield return new Finding(ExperienceCodes.NotCompleted, Severity.Warning, Place.None,
                $"Only {Counted.Of(months, "month", "months")} of service are known, of which nothing says how much is"
                + " still to come: the experience is too low by that.");
        if (question.Manual is null)
            yield return new Finding(ExperienceCodes.ManualOfSeverity, Severity.Information, Place.None,
                $"What is expected of everybody is the mean of {question.Severity.Name}, in money of"
                + $" {question.Severity.AsOf:yyyy-MM-dd} and before members' shares. --manual gives the expected cost"
                + " of a person's year under this plan.");
        if (lag.Pended.Claims > 0)
            yield return new Finding(ExperienceCodes.PendedLeftOut, Severity.Information, Place.None,
                $"{Counted.Of(lag.Pended.Claims, "pended claim is", "pended claims are")} not in the experience.");
    }

    private static double Number(Money amount) => amount.Cents / 100.0;
}
