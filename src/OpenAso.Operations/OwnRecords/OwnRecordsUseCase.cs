using OpenAso.Correspondence;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Writing;
using OpenAso.Plans.Legal;

namespace OpenAso.Operations.OwnRecords;

/// <summary>Shows members their own records, and those that <see cref="RecordRules"/> open to them; nothing tells that
/// there are others.</summary>
/// <param name="books">Open for writing where something is asked for.</param>
/// <param name="procedure">How long an appeal may take.</param>
public sealed class OwnRecordsUseCase(Books books, ClaimsProcedure procedure)
{
    /// <summary>All that is open to somebody; null where nobody of that number is enrolled.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="day">On which age and coverage count.</param>
    public OwnRecords? Show(EmployerTerms terms, RecordViewer viewer, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(viewer);
        if (Open(terms, viewer, day) is not { } open)
            return null;
        var (loaded, family, wishes, people) = open;
        var seen = people.ToDictionary(person => person.Number);
        var me = seen[viewer.Person];
        return new OwnRecords(
            me,
            new FamilyWishes(
                [.. wishes.Grants.Items.Where(grant => grant.Person == me.Number)],
                [.. wishes.Confidential.Items.Where(one => one.Person == me.Number)]),
            [.. people.Select(person => new OwnPerson(person, Plans(terms, loaded, person, day)))],
            [.. family.People.Items.Where(person => person != me)],
            [.. loaded.Context.History.Claims.Where(claim => claim.IsLive)
                .Where(claim => seen.ContainsKey(claim.Determination.Person))
                .OrderByDescending(claim => claim.Claim.Received)
                .ThenByDescending(claim => claim.Claim.FirstServiceDate)
                .ThenBy(claim => claim.Claim.Id)
                .Select(claim => new OwnClaim(seen[claim.Determination.Person], claim))],
            [.. Letters(terms, viewer).Where(letter => seen.ContainsKey(letter.Person))
                .OrderByDescending(letter => letter.Day).ThenBy(letter => letter.Person)
                .Select(letter => new OwnLetter(letter.Name, seen[letter.Person], letter.Day))]);
    }

    /// <summary>A claim; null where it is not open to the viewer, whether there is one or not.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="claim">Its whole number.</param>
    /// <param name="day">On which age counts.</param>
    public ClaimCase? Claim(EmployerTerms terms, RecordViewer viewer, string claim, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Open(terms, viewer, day) is { } open
            && new ClaimCaseUseCase(books).Show(terms, claim) is { } shown && shown.Family == viewer.Family
            && open.People.Any(person => person.Number == shown.Decided.Determination.Person)
                ? shown
                : null;
    }

    /// <summary>An explanation of benefits as it is sent; null where it is not open to the viewer, whether there is one
    /// or not.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="name">Of its page.</param>
    /// <param name="day">On which age counts.</param>
    public WrittenExplanation? Letter(EmployerTerms terms, RecordViewer viewer, string name, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Open(terms, viewer, day) is { } open
            ? Letters(terms, viewer).FirstOrDefault(letter => letter.Name == name
                && open.People.Any(person => person.Number == letter.Person))
            : null;
    }

    /// <summary>Lets somebody of the family see the own records, or takes it back.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="wish">Whose records: who asks.</param>
    /// <param name="viewer">Who may see them.</param>
    /// <param name="mayLook">False to take it back.</param>
    /// <exception cref="WishRefusedException">There is no such person beside who asks.</exception>
    public Task ShareAsync(EmployerTerms terms, RecordWish wish, PersonNumber viewer, bool mayLook)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(wish);
        return books.Database.WriteAsync(session =>
        {
            var family = FamilyRows.Read(session.Connection, terms.Scope, [wish.Family])
                .GetValueOrDefault(wish.Family);
            if (family?.Find(wish.Person) is null || family.Find(viewer) is null || viewer == wish.Person)
                throw new WishRefusedException(RefusalTexts.Room["own.nobody"]);
            if (mayLook)
                WishRows.Grant(session, terms.Scope, wish, viewer);
            else
                WishRows.Revoke(session, terms.Scope, wish, viewer);
            Enter(session, terms.Scope, wish);
        });
    }

    /// <summary>Nobody else of the family is told any more, and letters go to another address; or as before.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="wish">Who asks.</param>
    /// <param name="address">Where letters go; null to end the request.</param>
    /// <exception cref="WishRefusedException">The address is not whole.</exception>
    public Task KeepConfidentialAsync(EmployerTerms terms, RecordWish wish, Address? address)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(wish);
        if (address is not null && (address.Street.Length == 0 || address.City.Length == 0
            || address.PostalCode.Length == 0))
            throw new WishRefusedException(RefusalTexts.Room["own.no-address"]);
        return books.Database.WriteAsync(session =>
        {
            if (address is null)
                WishRows.EndConfidential(session, terms.Scope, wish);
            else
                WishRows.KeepConfidential(session, terms.Scope, wish, address);
            Enter(session, terms.Scope, wish);
        });
    }

    /// <summary>The families of an employer, to give accounts to their people.</summary>
    /// <param name="scope">Whose.</param>
    public IReadOnlyList<Family> Families(EmployerScope scope) => books.Database.Read(connection =>
        FamilyRows.Read(connection, scope, null).Values.OrderBy(family => family.Id).ToList());

    private IReadOnlyList<WrittenExplanation> Letters(EmployerTerms terms, RecordViewer viewer) =>
        new ExplanationUseCase(books, procedure).OfFamily(terms, viewer.Family);

    private Opened? Open(EmployerTerms terms, RecordViewer viewer, DateOnly day) => books.Database.Read(connection =>
    {
        var loaded = SqlFamilyStore.Load(connection, terms.Scope, [viewer.Family], terms.Basis)[0];
        if (loaded.Context.Family is not { } family || family.Find(viewer.Person) is null)
            return null;
        var wishes = WishRows.Read(connection, terms.Scope, [viewer.Family])[viewer.Family];
        return new Opened(loaded, family, wishes, [.. family.People.Items
            .Where(person => RecordRules.MaySee(family, viewer.Person, person.Number, wishes, day))
            .OrderBy(person => person.Number != viewer.Person).ThenBy(person => person.Number)]);
    });

    private static List<OwnPlan> Plans(EmployerTerms terms, LoadedFamily loaded, Person person, DateOnly day)
    {
        List<OwnPlan> plans = [];
        foreach (var span in person.Coverage.Items.Where(span => span.Dates.Contains(day)))
        {
            if (terms.Basis.Plans.Find(span.Plan, day) is not { } plan)
                continue;
            var tier = loaded.Context.Family!.TierOn(span, day);
            plans.Add(new OwnPlan(plan.Id, plan.Name, plan.Currency, LimitUsed.Of(
                plan, terms.Basis.Plans, loaded.Context.Accumulators, person.Number, tier, day)));
        }
        return plans;
    }

    private static void Enter(Storage.WriteSession session, EmployerScope scope, RecordWish wish) => AccessLog.Enter(
        session, new AccessEntry(
            scope, wish.By.Moment, wish.By.Account, AccessAction.ShareRecords, $"{wish.Family}-{wish.Person}",
            wish.By.Origin));

    private sealed record Opened(
        LoadedFamily Loaded, Family Family, FamilyWishes Wishes, IReadOnlyList<Person> People);
}
