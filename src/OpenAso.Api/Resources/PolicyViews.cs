using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Api.Resources;

/// <summary>Claimants to keep an eye on.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Claimants">Who has used most of the deductible first.</param>
public sealed record WatchView(string Policy, DateOnly AsOf, IReadOnlyList<WatchedView> Claimants)
{
    internal static WatchView Of(StopLossDesk desk) => new(
        desk.Policy.Number, desk.Position.AsOf,
        [.. desk.Position.Watch.Items.Select(entry => WatchedView.Of(entry, desk.NameOf(entry.Claimant)))]);
}

/// <summary>A claimant to keep an eye on.</summary>
/// <param name="Claimant">As the policy counts.</param>
/// <param name="Name">The person's name; as the policy counts where nobody of the number is enrolled.</param>
/// <param name="Eligible">What counts under the specific so far.</param>
/// <param name="Deductible">The claimant's own; null where the carrier excludes the person.</param>
/// <param name="Used">How much of it is used, such as 62.5%.</param>
/// <param name="Passed">The day on which it was passed; null where it was not.</param>
/// <param name="Projected">The day on which it will be if claims go on; null where not within the period.</param>
/// <param name="Reached">Levels that were reached, diagnoses of the policy's list, and long stays, by day.</param>
public sealed record WatchedView(
    string Claimant, string Name, Money Eligible, Money? Deductible, string Used, DateOnly? Passed,
    DateOnly? Projected, IReadOnlyList<WatchReasonView> Reached)
{
    internal static WatchedView Of(WatchEntry entry, string name) => new(
        entry.Claimant, name, entry.Eligible, entry.Deductible, entry.Used.ToString(), entry.PassedOn,
        entry.ProjectedOn,
        [.. entry.Levels.Items.Select(one => new WatchReasonView("level", one.Level.ToString(), one.On)),
            .. entry.Diagnoses.Items.Select(one => new WatchReasonView("diagnosis", one.Name, one.On)),
            .. entry.Stays.Items.Select(one => new WatchReasonView("stay", $"{one.Days} days", one.First))]);
}

/// <summary>Why somebody is watched.</summary>
/// <param name="Kind">level, diagnosis or stay.</param>
/// <param name="What">The level, the policy's own name of the diagnosis, or how long the stay is.</param>
/// <param name="On">The day; of a stay its first.</param>
public sealed record WatchReasonView(string Kind, string What, DateOnly On);

/// <summary>The terms of a policy.</summary>
/// <param name="Number">As addresses name it.</param>
/// <param name="Carrier">Who insures.</param>
/// <param name="Period">Its days.</param>
/// <param name="PaidMeans">When a claim counts as paid.</param>
/// <param name="Specific">Of one person; null where there is none.</param>
/// <param name="Aggregate">Of all together; null where there is none.</param>
/// <param name="Notices">What must be told, and when.</param>
/// <param name="Filing">When losses must be filed.</param>
public sealed record PolicyView(
    string Number, string Carrier, DaysView Period, string PaidMeans, SpecificView? Specific,
    AggregateView? Aggregate, NoticeTermsView Notices, FilingTermsView Filing)
{
    internal static PolicyView Of(StopLossPolicy policy) => new(
        policy.Number, policy.Carrier, DaysView.Of(policy.Period), Words.Of(policy.PaidMeans.ToString()),
        policy.Specific is { } specific ? SpecificView.Of(specific) : null,
        policy.Aggregate is { } aggregate ? AggregateView.Of(aggregate) : null,
        new NoticeTermsView(
            policy.Notices.Share.ToString(), policy.Notices.WithinDays, policy.Notices.Confinement,
            [.. policy.Notices.Diagnoses.Items.Select(one => one.Name)]),
        new FilingTermsView(
            policy.Filing.ProofOfLossDays, policy.Filing.FinalFilingDays, policy.Filing.ResubmitFrom));

    internal static IReadOnlyList<string> Lines(ValueList<LineOfCoverage> lines) =>
        [.. lines.Items.Select(line => Words.Of(line.ToString()))];
}

/// <summary>Days from a first to a last.</summary>
/// <param name="From">The first.</param>
/// <param name="Through">The last.</param>
public sealed record DaysView(DateOnly From, DateOnly Through)
{
    internal static DaysView Of(DateRange days) => new(days.First, days.Last);
}

/// <summary>The specific of a policy.</summary>
/// <param name="Deductible">Of one person or certificate.</param>
/// <param name="Per">Which of them.</param>
/// <param name="Lines">Lines of coverage.</param>
/// <param name="Incurred">Days of service that count.</param>
/// <param name="Paid">Days of payment that count.</param>
/// <param name="Aggregating">The first of all excess, which the employer keeps.</param>
/// <param name="Reimbursement">The share that is paid back, such as 100%.</param>
/// <param name="Maximum">The most for one person; null for no end.</param>
/// <param name="Lasers">Who has a deductible of their own.</param>
public sealed record SpecificView(
    Money Deductible, string Per, IReadOnlyList<string> Lines, DaysView Incurred, DaysView Paid, Money Aggregating,
    string Reimbursement, Money? Maximum, IReadOnlyList<LaserView> Lasers)
{
    internal static SpecificView Of(SpecificTerms terms) => new(
        terms.Deductible, Words.Of(terms.Per.ToString()), PolicyView.Lines(terms.Lines),
        DaysView.Of(terms.Basis.Incurred), DaysView.Of(terms.Basis.Paid), terms.Aggregating,
        terms.Reimbursement.ToString(), terms.Maximum,
        [.. terms.Lasers.Items.Select(laser => new LaserView(laser.Claimant, laser.Deductible))]);
}

/// <summary>A deductible of somebody's own.</summary>
/// <param name="Claimant">As the policy counts.</param>
/// <param name="Deductible">Null where the carrier excludes the person.</param>
public sealed record LaserView(string Claimant, Money? Deductible);

/// <summary>The aggregate of a policy.</summary>
/// <param name="Lines">Lines of coverage.</param>
/// <param name="Incurred">Days of service that count.</param>
/// <param name="Paid">Days of payment that count.</param>
/// <param name="Corridor">What the factors are of the expected cost, such as 125%; null where not known.</param>
/// <param name="Maximum">The most that is paid back; null for no end.</param>
/// <param name="Factors">By line and tier.</param>
public sealed record AggregateView(
    IReadOnlyList<string> Lines, DaysView Incurred, DaysView Paid, string? Corridor, Money? Maximum,
    IReadOnlyList<FactorView> Factors)
{
    internal static AggregateView Of(AggregateTerms terms) => new(
        PolicyView.Lines(terms.Lines), DaysView.Of(terms.Basis.Incurred), DaysView.Of(terms.Basis.Paid),
        terms.Corridor?.ToString(), terms.Maximum,
        [.. terms.Factors.Items.Select(one => new FactorView(
            Words.Of(one.Line.ToString()), one.Tier, one.Monthly))]);
}

/// <summary>A monthly factor of the aggregate.</summary>
/// <param name="Line">The line of coverage.</param>
/// <param name="Tier">Who is covered.</param>
/// <param name="Monthly">For each unit and month.</param>
public sealed record FactorView(string Line, string Tier, Money Monthly);

/// <summary>What a carrier must be told.</summary>
/// <param name="Share">Of the deductible, such as 50%.</param>
/// <param name="WithinDays">How soon.</param>
/// <param name="Confinement">Days in hospital from which it must be told; null where they need not be.</param>
/// <param name="Diagnoses">The policy's own names.</param>
public sealed record NoticeTermsView(
    string Share, int WithinDays, int? Confinement, IReadOnlyList<string> Diagnoses);

/// <summary>When losses must be filed.</summary>
/// <param name="ProofOfLossDays">After the loss.</param>
/// <param name="FinalFilingDays">After the end.</param>
/// <param name="ResubmitFrom">The least that is worth another filing.</param>
public sealed record FilingTermsView(int ProofOfLossDays, int FinalFilingDays, Money ResubmitFrom);
