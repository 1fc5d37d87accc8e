using System.Data.Common;
using OpenAso.Claims;
using OpenAso.Decision.Designing;
using OpenAso.Kernel;
using OpenAso.Operations.Adjudicating;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Plans;

namespace OpenAso.Operations.Designing;

/// <summary>Decides the claims of the last twelve months again by plans that somebody tries out, by the one path of
/// every claim, and keeps nothing.</summary>
/// <param name="books">Open for reading at least.</param>
/// <param name="memory">Knows what was computed last.</param>
public sealed class PlanDesignUseCase(Books books, DesignMemory memory)
{
    private const int ShortHash = 8;

    /// <summary>The medical plans in force on a day.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">The day.</param>
    public IReadOnlyList<DesignablePlan> Plans(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var versions = Versions(terms);
        return [.. Medical(terms, day).Select(plan => new DesignablePlan(
            plan.Id, plan.Name, CostSharingShape.Of(plan),
            [.. versions[plan.Id].Where(version => version.Version != plan.Version)
                .Select(Short).Append(Short(plan.Version)).Distinct()]))];
    }

    /// <summary>What of some designs differs from the plans as they are; beside another version too, a figure that is
    /// as the plan has it now is none that was meant.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">On which the plans are looked at.</param>
    /// <param name="designs">Of plans that may not exist, with figures that may be as they are.</param>
    public ValueList<PlanDesign> Changed(EmployerTerms terms, DateOnly day, ValueList<PlanDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (designs.Count == 0)
            return [];
        var plans = Plans(terms, day).ToDictionary(plan => plan.Id.Value!, StringComparer.Ordinal);
        return
        [
            .. designs.Items.Where(design => plans.ContainsKey(design.Plan))
                .Select(design => Changed(design.Within(), plans[design.Plan]))
                .Where(design => !design.SaysNothing()),
        ];
    }

    /// <summary>Decides the claims of the twelve months up to a day by the designs, and by the plans as they
    /// are.</summary>
    /// <remarks>What a person decided stands as it was decided, on both sides; what waits counts on neither. Plans of
    /// other lines are left alone.</remarks>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">The last of the twelve months; nothing received later counts.</param>
    /// <param name="designs">At least one, changed.</param>
    public PlanDesignAnswer TryOut(EmployerTerms terms, DateOnly day, ValueList<PlanDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => memory.Plans(
            terms.Scope, BooksPosition.Of(connection, terms.Scope), designs,
            () => Decide(connection, terms, day, designs)));
    }

    private PlanDesignAnswer Decide(
        DbConnection connection, EmployerTerms terms, DateOnly day, ValueList<PlanDesign> designs)
    {
        var incurred = new DateRange(day.AddYears(-1).AddDays(1), day);
        var plans = Medical(terms, day).Select(plan => plan.Id).ToHashSet();
        var families = FamilyRows.Read(connection, terms.Scope, ids: null);
        var kept = KeptClaims.Read(connection, terms, incurred, plans);
        var (before, waiting) = Sum(MemoryAdjudication.Decide(terms.Basis, families, kept.Claims));
        var (after, _) = Sum(MemoryAdjudication.Decide(Designed(terms, designs), families, kept.Claims));
        return new PlanDesignAnswer(incurred, before.Plus(kept.ByPeople), after.Plus(kept.ByPeople))
        {
            DecidedByPeople = kept.ByPeople.Claims,
            Waiting = Math.Max(0, waiting - kept.Answered),
        };

        (SharedCost Cost, int Waiting) Sum(IReadOnlyList<StandingClaim> decided)
        {
            var standing = decided.Select(one => one.Claim)
                .Where(one => one.IsLive && plans.Contains(one.Determination.Plan)
                    && incurred.Contains(one.Claim.FirstServiceDate)).ToList();
            return (KeptClaims.Sum(standing),
                standing.Count(one => one.Determination.Status == ClaimStatus.Pended));
        }
    }

    private DecisionBasis Designed(EmployerTerms terms, ValueList<PlanDesign> designs)
    {
        var versions = Versions(terms);
        var plans = terms.Basis.Plans.Plans.Select(plan =>
            designs.Items.FirstOrDefault(design => design.Plan == plan.Id.Value) is { } design
                ? ShapeOf(design).Over(VersionOf(design, versions[plan.Id]) ?? plan)
                : plan);
        return terms.Basis with { Plans = new PlanLibrary(plans) };
    }

    private static PlanDesign Changed(PlanDesign design, DesignablePlan plan)
    {
        var version = plan.Versions.Items.SkipLast(1).Contains(design.Version) ? design.Version : "";
        var shape = plan.Shape;
        return new PlanDesign(design.Plan)
        {
            Version = version,
            Deductible = Other(design.Deductible, shape.Deductible),
            Maximum = Other(design.Maximum, shape.OutOfPocketMaximum),
            Coinsurance = shape.Coinsurance is { } share && design.Coinsurance is { } other
                && other != 100 * share.Fraction ? other : null,
            Copays =
            [
                .. design.Copays.Items.Where(copay => shape.Copays.Items.Any(known =>
                    known.Benefit == copay.Benefit && known.Amount != Money.Exactly(copay.Amount))),
            ],
        };
    }

    private static decimal? Other(decimal? asked, Money? known) =>
        asked is { } amount && known is { } money && Money.Exactly(amount) != money ? amount : null;

    private static CostSharingShape ShapeOf(PlanDesign design) => new(
        Amount(design.Deductible), Amount(design.Maximum),
        design.Coinsurance is { } share ? new Percent((int)(share * 10_000)) : null,
        [.. design.Copays.Items.Select(copay => new BenefitCopay(copay.Benefit, "", Money.Exactly(copay.Amount)))]);

    private static Money? Amount(decimal? amount) => amount is { } known ? Money.Exactly(known) : null;

    private ILookup<PlanId, Plan> Versions(EmployerTerms terms) => memory.Versions(
        terms.Scope, EmployerDocuments.Count(books, terms.Scope),
        () => EmployerDocuments.Versions(books, terms.Scope)
            .Where(one => one.Document.Kind == DocumentKind.Plan)
            .Select(one => PlanReader.Read(one.Document.Content, one.Document.File).Value).OfType<Plan>()
            .ToLookup(plan => plan.Id));

    private static Plan? VersionOf(PlanDesign design, IEnumerable<Plan> versions) => design.Version.Length == 0
        ? null
        : versions.FirstOrDefault(version => Short(version.Version) == design.Version);

    private static IEnumerable<ResolvedPlan> Medical(EmployerTerms terms, DateOnly day) => terms.Basis.Plans.Plans
        .Select(plan => plan.AsOf(day) ?? plan.Segments[^1]).Where(plan => plan.Line == LineOfCoverage.Medical);

    private static string Short(Plan plan) => Short(plan.Version);

    private static string Short(ContentHash version) => version.ToString()[..ShortHash];
}
