using Dapper;
using OpenAso.Claims;
using OpenAso.Correspondence;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Storing;
using OpenAso.Plans;
using OpenAso.Plans.Legal;

namespace OpenAso.Operations.Writing;

/// <summary>An explanation of benefits, ready to be sent.</summary>
/// <param name="Name">Of its file: day, family and person.</param>
/// <param name="Html">The page.</param>
public sealed record WrittenExplanation(string Name, string Html)
{
    /// <summary>Whose claims it explains.</summary>
    public required PersonNumber Person { get; init; }

    /// <summary>The day of the decisions.</summary>
    public required DateOnly Day { get; init; }
}

/// <summary>Writes explanations of benefits: for each person and day of receipt, the claims decided then.</summary>
/// <remarks>They go to the subscriber; of a person who asked that nobody else is told, to that person, at the address
/// that was given for it.</remarks>
/// <param name="books">Open for reading at least.</param>
/// <param name="procedure">How long an appeal may take.</param>
public sealed class ExplanationUseCase(Books books, ClaimsProcedure procedure)
{
    private const int FamiliesAtOnce = 200;

    /// <summary>Writes explanations, some families at a time.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="received">The days of receipt that are written about.</param>
    /// <param name="take">Takes each; called by several threads.</param>
    /// <returns>How many were written.</returns>
    public int Write(EmployerTerms terms, DateRange received, Action<WrittenExplanation> take)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(take);
        var families = books.Database.Read(connection => connection.Query<string>(
            "select distinct family from claim "
                + "where tenant = @tenant and employer = @employer and received between @first and @last "
                + "order by family",
            new
            {
                tenant = terms.Scope.Tenant.Value,
                employer = terms.Scope.Employer.Value,
                first = Days.Text(received.First),
                last = Days.Text(received.Last),
            }).Select(family => new FamilyId(family)).ToList());
        var written = 0;
        Parallel.ForEach(families.Chunk(FamiliesAtOnce), chunk =>
        {
            foreach (var explanation in Load(terms, chunk)
                .SelectMany(family => Of(family.Loaded, terms, received, family.Wishes)))
            {
                take(explanation);
                Interlocked.Increment(ref written);
            }
        });
        return written;
    }

    /// <summary>The explanations of one family, as they are sent, by day and person.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="family">Which.</param>
    public IReadOnlyList<WrittenExplanation> OfFamily(EmployerTerms terms, FamilyId family)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return [.. Load(terms, [family]).SelectMany(one =>
            Of(one.Loaded, terms, DateRange.From(DateOnly.MinValue), one.Wishes))];
    }

    private List<(LoadedFamily Loaded, FamilyWishes Wishes)> Load(
        EmployerTerms terms, IReadOnlyList<FamilyId> families) => books.Database.Read(connection =>
    {
        var wishes = WishRows.Read(connection, terms.Scope, families);
        return SqlFamilyStore.Load(connection, terms.Scope, families, terms.Basis)
            .Select(family => (family, wishes.GetValueOrDefault(family.Id) ?? FamilyWishes.None)).ToList();
    });

    // What was used of the limits is told as it stood when the claims were decided.
    private IEnumerable<WrittenExplanation> Of(
        LoadedFamily family, EmployerTerms terms, DateRange received, FamilyWishes wishes)
    {
        if (family.Context.Family is not { Subscriber: { } subscriber } enrolled)
            yield break;
        var used = new FamilyAccumulators();
        foreach (var day in family.Context.History.Claims.GroupBy(claim => claim.Claim.Received))
        {
            var decided = day.ToList();
            foreach (var claim in decided)
            {
                used.Apply(claim.Determination.ReversedMovements);
                used.Apply(claim.Determination.Movements);
            }
            if (!received.Contains(day.Key))
                continue;
            foreach (var person in decided.Where(IsExplained).GroupBy(claim => claim.Determination.Person)
                .OrderBy(group => group.Key.Value))
            {
                if (enrolled.Find(person.Key) is { } patient)
                    yield return Of(ReaderOf(family, patient, subscriber, wishes), day.Key, [.. person], used, terms);
            }
        }
    }

    private static Reader ReaderOf(LoadedFamily family, Person patient, Person subscriber, FamilyWishes wishes) =>
        wishes.ConfidentialAddress(patient.Number) is { } own
            ? new Reader(family, patient, patient.Name, own)
            : new Reader(family, patient, subscriber.Name, subscriber.Address);

    private static bool IsExplained(DecidedClaim claim) =>
        claim.Determination.Status is ClaimStatus.Payable or ClaimStatus.Denied or ClaimStatus.Void
            && claim.Determination.Person.Value > 0;

    private WrittenExplanation Of(
        Reader reader, DateOnly day, IReadOnlyList<DecidedClaim> claims, FamilyAccumulators used, EmployerTerms terms)
    {
        var (family, patient, addressee, address) = reader;
        var explained = claims.Select(claim => new ExplainedClaim(
            claim.Claim, claim.Determination,
            claim.Determination.Reverses is { } reverses ? family.Context.History.Find(reverses)?.Claim : null))
            .ToValueList();
        var page = ExplanationOfBenefits.Write(new ExplanationRequest
        {
            Sender = Letterheads.Of(terms, day),
            Addressee = addressee,
            Address = address,
            Patient = patient.Name,
            MemberId = patient.MemberId.Length > 0 ? patient.MemberId : family.Id.Value,
            Decided = day,
            Claims = explained,
            Plans = terms.Basis.Plans,
            Used = UsedOf(family, patient, claims, used, terms.Basis.Plans),
            Procedure = procedure,
            Currency = terms.Agreement.Currency,
        });
        return new WrittenExplanation($"{day:yyyy-MM-dd}-{family.Id}-{patient.Number.Value}.html", page.ToString())
        {
            Person = patient.Number,
            Day = day,
        };
    }

    private static ValueList<LimitUsed> UsedOf(
        LoadedFamily family, Person patient, IReadOnlyList<DecidedClaim> claims, FamilyAccumulators used,
        PlanLibrary plans)
    {
        List<LimitUsed> limits = [];
        foreach (var plan in claims.GroupBy(claim => claim.Determination.Plan)
            .Where(group => group.Key.Value is { Length: > 0 }))
        {
            var day = plan.Max(claim => claim.Determination.Status == ClaimStatus.Void
                ? Original(family, claim).LastServiceDate
                : claim.Claim.LastServiceDate);
            if (plans.Find(plan.Key, day) is not { } terms || patient.CoverageOn(terms.Line, day) is not { } span)
                continue;
            var tier = family.Context.Family!.TierOn(span, day);
            limits.AddRange(LimitUsed.Of(terms, plans, used, patient.Number, tier, day));
        }
        return limits.ToValueList();
    }

    private static Claim Original(LoadedFamily family, DecidedClaim claim) =>
        claim.Determination.Reverses is { } reverses
            ? family.Context.History.Find(reverses)?.Claim ?? claim.Claim
            : claim.Claim;

    /// <summary>Whom an explanation is about, and who reads it.</summary>
    private sealed record Reader(LoadedFamily Family, Person Patient, PersonName Addressee, Address Address);
}
