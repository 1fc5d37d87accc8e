using System.Data.Common;
using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Experiencing;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Designing;

/// <summary>Lets an employer try stop-loss contracts and plan designs out on the people its books hold.</summary>
/// <param name="books">Open for reading at least.</param>
/// <param name="severities">What people may cost in a year; the usual one is taken.</param>
/// <param name="memory">Knows what was computed last.</param>
public sealed class DesignUseCase(Books books, ClaimSeverities severities, DesignMemory memory)
{
    private const int Costliest = 6;

    /// <summary>The contract as it is, to begin with.</summary>
    /// <param name="terms">Of the employer.</param>
    public DesignSettings Usual(EmployerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var position = new PositionUseCase(books).Show(terms);
        var policy = terms.PolicyOnOrLast(position.AsOf);
        var usual = new DesignSettings();
        return (usual with
        {
            Specific = Dollars(policy?.Specific?.Deductible) ?? usual.Specific,
            Aggregating = Dollars(policy?.Specific?.Aggregating) ?? 0,
            HasAggregate = policy is null || policy.Aggregate is not null,
            OtherCost = Dollars(position.FeesBilled) ?? 0,
            Lasers = [.. Lasers(terms, policy).Select(laser => new DesignLaser(laser.Key, laser.Value))],
        }).Within();
    }

    /// <summary>Settings without what is as the plan documents have it anyway, so that one question is always asked in
    /// the same words.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="settings">What is tried out.</param>
    public DesignSettings Normal(EmployerTerms terms, DesignSettings settings)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(settings);
        var within = settings.Within();
        return within.Plans.Count == 0 ? within : within with
        {
            Plans = books.Database.Read(connection => new PlanDesignUseCase(books, memory).Changed(
                terms, PositionUseCase.DayOf(connection, terms), within.Plans)),
        };
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
            var plans = new PlanDesignUseCase(books, memory);
            var design = plans.Changed(terms, day, settings.Plans) is { Count: > 0 } changed
                ? plans.TryOut(terms, day, changed)
                : null;
            return new DesignGround(
                new DesignRisk(
                    Math.Max(1, Covered(connection, terms, day)),
                    (experience?.Factor ?? 1) * (design?.Factor ?? 1), severities.Usual.Severity),
                day, severities.Usual, experience)
            {
                Claimants = [.. Claimants(connection, terms, day, settings)],
                Plans = [.. plans.Plans(terms, day)],
                PlanDesign = design,
            };
        });
    }

    // Who is lasered or tried out, and who has cost most; single amounts only among enough people.
    private static IEnumerable<DesignClaimant> Claimants(
        DbConnection connection, EmployerTerms terms, DateOnly day, DesignSettings settings)
    {
        var costs = PersonCosts.ByPerson(
            connection, terms.Scope, new DateRange(day.AddYears(-1).AddDays(1), day), day)
            .Select(person => (Name: Pseudonyms.Of(terms.Scope, person.Family, person.Person), person.Cost))
            .Where(person => person.Cost.IsPositive)
            .OrderByDescending(person => person.Cost).ThenBy(person => person.Name, StringComparer.Ordinal).ToList();
        var shown = costs.Count >= PaidAmounts.FewestPeople ? costs : [];
        var lasers = Lasers(terms, terms.PolicyOnOrLast(day));
        return lasers.Keys.Concat(settings.Lasers.Items.Select(laser => laser.Claimant)).Distinct()
            .Order(StringComparer.Ordinal)
            .Concat(shown.Take(Costliest).Select(person => person.Name)).Distinct()
            .Take(DesignSettings.MostLasers)
            .Select(name => new DesignClaimant(
                name, shown.Where(person => person.Name == name).Select(person => (Money?)person.Cost).FirstOrDefault(),
                lasers.GetValueOrDefault(name)));
    }

    private static Dictionary<string, int> Lasers(EmployerTerms terms, StopLossPolicy? policy) =>
        (policy?.Specific?.Lasers ?? []).Items.Where(laser => laser.Deductible is not null)
            .GroupBy(laser => Pseudonyms.Of(terms.Scope, laser.Claimant))
            .ToDictionary(laser => laser.Key, laser => Dollars(laser.First().Deductible) ?? 0);

    // Who is covered on the day; after the end of everybody's coverage, who was last.
    private static int Covered(DbConnection connection, EmployerTerms terms, DateOnly day) =>
        MemberMonths.On(connection, terms.Scope, LineOfCoverage.Medical, day) is > 0 and var medical
            ? medical
            : MemberMonths.On(connection, terms.Scope, null, day);

    private static int? Dollars(Money? amount) => amount is { } known ? checked((int)(known.Cents / 100)) : null;
}

/// <summary>What an answer rests on.</summary>
/// <param name="Risk">Who is covered.</param>
/// <param name="AsOf">As the books stand on this day.</param>
/// <param name="Severity">What people may cost in a year.</param>
/// <param name="Experience">The group's own; null where it is not asked for, or the books hold none.</param>
public sealed record DesignGround(
    DesignRisk Risk, DateOnly AsOf, SeverityTable Severity, GroupExperience? Experience)
{
    /// <summary>Who may be lasered: whoever the policy lasers, whoever is tried out, and whoever cost most.</summary>
    public ValueList<DesignClaimant> Claimants { get; init; }

    /// <summary>Plans whose cost sharing can be tried out.</summary>
    public ValueList<DesignablePlan> Plans { get; init; }

    /// <summary>What claims of the last year come to by the plans that are tried out; null where nothing
    /// differs.</summary>
    public PlanDesignAnswer? PlanDesign { get; init; }
}

/// <summary>A person who may be lasered.</summary>
/// <param name="Claimant">The pseudonym.</param>
/// <param name="Cost">What the plan pays for services of the last twelve months; null where too few people have any for
/// single amounts to be shown, or this one has none.</param>
/// <param name="Laser">By the policy, in dollars; zero for none.</param>
public sealed record DesignClaimant(string Claimant, Money? Cost, int Laser);
