using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Writing;
using OpenAso.Plans.Legal;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>Who of a family sees whose records.</summary>
public sealed class OwnRecordsTests
{
    private static readonly DateOnly Day = new(2026, 4, 30);
    private static readonly PersonNumber Employee = PersonNumber.Subscriber;
    private static readonly PersonNumber Spouse = new(2);
    private static readonly PersonNumber Son = new(3);
    private static readonly PersonNumber Daughter = new(4);
    private static readonly PersonNumber Foundling = new(5);

    // The son is 18 on the day, the daughter is on the next; nobody knows the foundling's age.
    private static readonly Family Five = new(new FamilyId("F"),
    [
        Of(Employee, "1980-01-01"), Of(Spouse, "1981-01-01"), Of(Son, "2008-04-30"), Of(Daughter, "2008-05-01"),
        Of(Foundling, null),
    ]);

    public static TheoryData<byte, string> Unasked => new()
    {
        { 1, "1 4" }, { 2, "2" }, { 3, "3" }, { 4, "4" }, { 5, "5" }, { 6, "" },
    };

    [Theory]
    [MemberData(nameof(Unasked))]
    public void Everybody_sees_the_own_and_the_employee_those_of_children_under_18(byte viewer, string seen) =>
        Assert.Equal(seen, Seen(viewer, FamilyWishes.None));

    [Fact]
    public void A_grant_opens_the_records_of_one_who_grants_to_one_who_is_named()
    {
        var wishes = new FamilyWishes([(Spouse, Employee), (Son, Spouse)], []);
        Assert.Equal("1 2 4", Seen(1, wishes));
        Assert.Equal("2 3", Seen(2, wishes));
        Assert.Equal("3", Seen(3, wishes));
    }

    [Fact]
    public void Whoever_asked_that_nobody_else_is_told_is_seen_by_nobody_else_at_any_age_and_whatever_was_granted()
    {
        var wishes = new FamilyWishes(
            [(Spouse, Employee)], [(Spouse, Address.Unknown), (Daughter, Address.Unknown)]);
        Assert.Equal("1", Seen(1, wishes));
        Assert.Equal("2", Seen(2, wishes));
        Assert.Equal("4", Seen(4, wishes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_member_sees_claims_and_letters_that_are_open_and_nothing_tells_of_the_others(bool onServer)
    {
        var address = onServer ? PostgresTestServer.NewDatabase() : null;
        try
        {
            await using var employer = await PaidEmployer.EmptyAsync(40, 3, postgres: address);
            await employer.ImportAsync(_ => true);
            await TellAsync(employer);
        }
        finally
        {
            if (address is not null)
                PostgresTestServer.Drop(address);
        }
    }

    private static async Task TellAsync(PaidEmployer employer)
    {
        var couple = Couple.Of(employer);
        Assert.NotNull(couple.Claim(couple.Spouse));
        Assert.NotNull(couple.Letter(couple.Spouse));
        couple.IsClosed();

        await couple.ShareAsync(mayLook: true);
        await couple.ShareAsync(mayLook: true);
        Assert.NotNull(couple.Claim(Employee));
        Assert.NotNull(couple.Letter(Employee));
        Assert.Contains("SUBSCRIBER", couple.Written(), StringComparison.Ordinal);

        await couple.KeepConfidentialAsync(new Address("1 Shelter Street", "", "Elsewhere", "OH", "43004"));
        couple.IsClosed();
        Assert.Equal("Elsewhere", couple.Own(couple.Spouse).Wishes.ConfidentialAddress(couple.Spouse)!.City);
        Assert.Empty(couple.Own(Employee).Wishes.Confidential);
        Assert.Contains("1 Shelter Street", couple.Written(), StringComparison.Ordinal);

        await couple.KeepConfidentialAsync(null);
        await couple.ShareAsync(mayLook: false);
        couple.IsClosed();
        Assert.Contains("SUBSCRIBER", couple.Written(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<WishRefusedException>(() => couple.ShareAsync(mayLook: true, new PersonNumber(99)));
        await Assert.ThrowsAsync<WishRefusedException>(() => couple.KeepConfidentialAsync(Address.Unknown));
        Assert.Equal(5, new AccessLog(employer.Books).Newest(employer.Scope, 99).Count(entry =>
            entry.Action == AccessAction.ShareRecords));
        employer.Prove();
    }

    private static string Seen(byte viewer, FamilyWishes wishes) => string.Join(' ', Five.People.Items
        .Where(person => RecordRules.MaySee(Five, new PersonNumber(viewer), person.Number, wishes, Day))
        .Select(person => person.Number));

    private static Person Of(PersonNumber number, string? born) => new(
        number, "", new PersonName("Vega", "P"), born is null ? null : DateOnly.Parse(born, null), Sex.Unknown,
        Relationship.Other, Address.Unknown, []);

    private static ClaimsProcedure Procedure() => ClaimsProcedure.Read(
        File.ReadAllText(Repository.PathOf("rules/claims-procedure.yaml")), "claims-procedure.yaml").Value!;

    /// <summary>An employee and a spouse, with a claim of the spouse's that was explained.</summary>
    private sealed class Couple
    {
        private readonly PaidEmployer _employer;
        private readonly OwnRecordsUseCase _use;
        private readonly FamilyId _family;
        private readonly string _claim;
        private readonly string _letter;

        private Couple(
            PaidEmployer employer, OwnRecordsUseCase use, (FamilyId Id, PersonNumber Spouse) of, OwnClaim claim)
        {
            (_employer, _use, _family, Spouse) = (employer, use, of.Id, of.Spouse);
            _claim = claim.Decided.Claim.Id.ToString();
            _letter = Own(Spouse).Letters.First(one =>
                one.Person.Number == Spouse && one.Day == claim.Decided.Claim.Received).Name;
        }

        public PersonNumber Spouse { get; }

        public static Couple Of(PaidEmployer employer)
        {
            var use = new OwnRecordsUseCase(employer.Books, Procedure());
            var (of, claim) = use.Families(employer.Scope)
                .SelectMany(one => one.People.Items.Where(person => person.Relationship == Relationship.Spouse)
                    .Select(person => (one.Id, person.Number)))
                .SelectMany(one => use.Show(employer.Terms, new RecordViewer(one.Id, one.Number), Day)!.Claims
                    .Select(claim => (one, claim)))
                .First(one => one.claim.Decided.Determination.PlanPaid.IsPositive);
            return new Couple(employer, use, of, claim);
        }

        public OwnRecords.OwnRecords Own(PersonNumber viewer) => _use.Show(_employer.Terms, Viewer(viewer), Day)!;

        public ClaimCase? Claim(PersonNumber viewer) => _use.Claim(_employer.Terms, Viewer(viewer), _claim, Day);

        public WrittenExplanation? Letter(PersonNumber viewer) =>
            _use.Letter(_employer.Terms, Viewer(viewer), _letter, Day);

        public void IsClosed()
        {
            Assert.Null(Claim(Employee));
            Assert.Null(Letter(Employee));
            Assert.DoesNotContain(Own(Employee).Claims, one => one.Person.Number == Spouse);
            Assert.DoesNotContain(Own(Employee).Letters, one => one.Person.Number == Spouse);
            Assert.DoesNotContain(Own(Employee).People, one => one.Person.Number == Spouse);
        }

        public Task ShareAsync(bool mayLook, PersonNumber? with = null) =>
            _use.ShareAsync(_employer.Terms, Wish, with ?? Employee, mayLook);

        public Task KeepConfidentialAsync(Address? address) =>
            _use.KeepConfidentialAsync(_employer.Terms, Wish, address);

        /// <summary>The letter as it is written for everybody; the subscriber's street stands for the subscriber.
        /// </summary>
        public string Written()
        {
            var street = Own(Employee).Me.Address.Street;
            var written = new List<WrittenExplanation>();
            new ExplanationUseCase(_employer.Books, Procedure()).Write(
                _employer.Terms, DateRange.From(DateOnly.MinValue), one =>
                {
                    lock (written)
                        written.Add(one);
                });
            return written.Single(one => one.Name == _letter).Html
                .Replace(street, "SUBSCRIBER", StringComparison.Ordinal);
        }

        private RecordViewer Viewer(PersonNumber person) => new(_family, person);

        private RecordWish Wish => new(_family, Spouse, new Examiner(
            "spouse", new DateTimeOffset(2026, 4, 30, 12, 0, 0, TimeSpan.Zero), "here"));
    }
}
