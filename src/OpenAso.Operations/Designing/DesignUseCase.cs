using System.Data.Common;
using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Experiencing;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Designing;

/// <summary>Lets an employer try stop-loss contracts out on the people its books hold.</summary>
/// <param name="books">Open for reading at least.</param>
/// <param name="severities">What people may cost in a year; the usual one is taken.</param>
public sealed class DesignUseCase(Books books, ClaimSeverities severities)
{
    /// <summary>The contract as it is, to begin with.</summary>
    /// <param name="terms">Of the employer.</param>
    public DesignSettings Usual(EmployerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var position = new PositionUseCase(books).Show(terms);
        var policy = terms.PolicyOn(position.AsOf) ?? terms.Policies.Items.LastOrDefault();
        var usual = new DesignSettings();
        return (usual with
        {
            Specific = Dollars(policy?.Specific?.Deductible) ?? usual.Specific,
            Aggregating = Dollars(policy?.Specific?.Aggregating) ?? 0,
            HasAggregate = policy is null || policy.Aggregate is not null,
            OtherCost = Dollars(position.FeesBilled) ?? 0,
        }).Within();
    }

    /// <summary>Who a contract would cover, and where that is known from.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="settings">What is tried out.</param>
    public DesignGround Ground(EmployerTerms terms, DesignSettings settings)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(settings);
        return books.Database.Read(connection =>
        {
            var day = PositionUseCase.DayOf(connection, terms);
            var experience = settings.OwnExperience
                ? new ExperienceUseCase(books).Show(terms, new ExperienceQuestion(
                    null, day, Money.Of(settings.Within().Pooling), null, severities.Usual)).Value
                : null;
            return new DesignGround(
                new DesignRisk(
                    Math.Max(1, Covered(connection, terms, day)), experience?.Factor ?? 1, severities.Usual.Severity,
                    Lasers(terms, day)),
                day, severities.Usual, experience);
        });
    }

    // Who is covered on the day; after the end of everybody's coverage, who was last.
    private static int Covered(DbConnection connection, EmployerTerms terms, DateOnly day) =>
        MemberMonths.On(connection, terms.Scope, LineOfCoverage.Medical, day) is > 0 and var medical
            ? medical
            : MemberMonths.On(connection, terms.Scope, null, day);

    private static ValueList<double> Lasers(EmployerTerms terms, DateOnly day) =>
        (terms.PolicyOn(day) ?? terms.Policies.Items.LastOrDefault())?.Specific is { } specific
            ? [.. specific.Lasers.Items.Select(laser => laser.Deductible).OfType<Money>()
                .Select(deductible => deductible.Cents / 100.0)]
            : [];

    private static int? Dollars(Money? amount) => amount is { } known ? checked((int)(known.Cents / 100)) : null;
}

/// <summary>What an answer rests on.</summary>
/// <param name="Risk">Who is covered.</param>
/// <param name="AsOf">As the books stand on this day.</param>
/// <param name="Severity">What people may cost in a year.</param>
/// <param name="Experience">The group's own; null where it is not asked for, or the books hold none.</param>
public sealed record DesignGround(
    DesignRisk Risk, DateOnly AsOf, SeverityTable Severity, GroupExperience? Experience);
