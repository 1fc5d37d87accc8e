using OpenAso.Kernel;

namespace OpenAso.Members.Tests;

public class EnrollmentTests
{
    private static readonly FamilyId Id = new("E100");

    [Fact]
    public void A_new_subscriber_and_dependents_make_a_family_numbered_in_the_order_of_the_file()
    {
        var enrolled =
            Enrollment.Apply(null, [Ana(Maintenance.Add, On("PPO", "2026-01-01")), Ben(), Child("Cal", "2011-02-05")]);

        Assert.Empty(enrolled.Findings);
        Assert.Equal(["1 Ana", "2 Ben", "3 Cal"],
            enrolled.Family!.People.Select(person => $"{person.Number} {person.Name.First}"));
        Assert.Equal(3, enrolled.Changes.Count(change => change.Kind == EnrollmentChangeKind.PersonAdded));
    }

    [Theory]
    [InlineData("add PPO 2026-01-01", "PPO 2026-01-01..")]
    [InlineData("add PPO 2026-01-01; end 2026-06-30", "PPO 2026-01-01..2026-06-30")]
    [InlineData("add PPO 2026-01-01; end 2026-06-30; reinstate", "PPO 2026-01-01..")]
    [InlineData(
        "add PPO 2026-01-01; end 2026-06-30; reinstate PPO 2026-09-01", "PPO 2026-01-01..2026-06-30, PPO 2026-09-01..")]
    [InlineData("add PPO 2026-01-01; change HDHP 2026-07-01", "PPO 2026-01-01..2026-06-30, HDHP 2026-07-01..")]
    [InlineData("add PPO 2026-01-01; change HDHP 2026-01-01", "HDHP 2026-01-01..")]
    [InlineData("add PPO 2026-01-01; end 2025-12-31", "")]
    [InlineData("add PPO 2026-01-01; add PPO 2025-01-01 2025-12-31", "PPO 2025-01-01..")]
    [InlineData("add PPO 2026-01-01; audit PPO 2026-01-01 2026-12-31", "PPO 2026-01-01..2026-12-31")]
    [InlineData("add PPO 2026-01-01; add HDHP 2026-03-01 2026-04-30",
        "PPO 2026-01-01..2026-02-28, HDHP 2026-03-01..2026-04-30, PPO 2026-05-01..")]
    public void Coverage_follows_the_records(string records, string expected)
    {
        var family = Follow(records).Family!;

        Assert.Equal(expected, Spans(family.Subscriber!));
    }

    // A file may list the new plan before the end of the old one.
    [Fact]
    public void The_end_of_one_plan_leaves_the_plan_that_follows_it()
    {
        var known = Follow("add PPO 2025-01-01").Family;

        var changed = Enrollment.Apply(
            known, [Ana(Maintenance.Change, On("HDHP", "2026-01-01"), End("PPO", "2025-12-31"))]);

        Assert.Empty(changed.Findings);
        Assert.Equal("PPO 2025-01-01..2025-12-31, HDHP 2026-01-01..", Spans(changed.Family!.Subscriber!));
    }

    [Fact]
    public void The_end_of_a_plan_that_is_not_on_file_is_refused()
    {
        var known = Follow("add PPO 2025-01-01").Family;

        var ended = Enrollment.Apply(known, [Ana(Maintenance.Terminate, End("HDHP", "2025-12-31"))]);

        Assert.Equal(EnrollmentCodes.NothingToEnd, Assert.Single(ended.Findings).Code);
        Assert.Empty(ended.Changes);
    }

    [Fact]
    public void The_end_of_somebody_who_was_never_enrolled_is_refused()
    {
        var ended = Enrollment.Apply(
            null, [Ana(Maintenance.Terminate) with { EligibleLast = new DateOnly(2026, 5, 31) }]);

        Assert.Equal(EnrollmentCodes.NothingToEnd, Assert.Single(ended.Findings).Code);
        Assert.Null(ended.Family);
    }

    [Fact]
    public void Coverage_of_the_subscriber_that_never_was_ends_that_of_the_dependents_too()
    {
        var family = Enrollment.Apply(null, [Ana(Maintenance.Add, On("PPO", "2026-01-01")), Ben()]).Family;

        var ended = Enrollment.Apply(
            family, [Ana(Maintenance.Terminate) with { EligibleLast = new DateOnly(2025, 12, 31) }]);

        Assert.All(ended.Family!.People, person => Assert.Equal("", Spans(person)));
    }

    [Theory]
    [InlineData("add PPO 2026-01-01; end", EnrollmentCodes.EndWithoutDate)]
    [InlineData("add PPO", EnrollmentCodes.CoverageWithoutDate)]
    [InlineData("add PPO 2026-03-01 2026-02-01", EnrollmentCodes.EndsBeforeBegin)]
    [InlineData("add PPO 1970-01-01 1970-06-30", EnrollmentCodes.CoveredBeforeBirth)]
    public void A_record_that_cannot_be_carried_out_changes_nothing_and_says_why(string records, string code)
    {
        var enrolled = Follow(records);

        Assert.Equal(code, Assert.Single(enrolled.Findings).Code);
        Assert.Empty(enrolled.Changes);
    }

    [Fact]
    public void Two_plans_that_claim_the_same_day_are_refused()
    {
        var enrolled =
            Enrollment.Apply(null, [Ana(Maintenance.Add, On("PPO", "2026-01-01"), On("HDHP", "2026-06-01"))]);

        var finding = Assert.Single(enrolled.Findings);
        Assert.Equal(EnrollmentCodes.TwoPlansOneDay, finding.Code);
        Assert.Contains("PPO and HDHP", finding.Message, StringComparison.Ordinal);
        Assert.Null(enrolled.Family);
    }

    [Fact]
    public void A_dependent_without_a_subscriber_is_refused()
    {
        var enrolled = Enrollment.Apply(null, [Ben()]);

        Assert.Equal(EnrollmentCodes.NoSubscriber, Assert.Single(enrolled.Findings).Code);
        Assert.Null(enrolled.Family);
    }

    [Fact]
    public void Another_person_under_a_subscribers_identifier_is_refused()
    {
        var family = Follow("add PPO 2026-01-01").Family;
        var other = Ana(Maintenance.Add, On("PPO", "2026-02-01")) with
        {
            Name = new PersonName("Lopez", "Maria"),
            BirthDate = new DateOnly(1991, 1, 1),
        };

        var enrolled = Enrollment.Apply(family, [other]);

        Assert.Equal(EnrollmentCodes.SecondSubscriber, Assert.Single(enrolled.Findings).Code);
        Assert.Empty(enrolled.Changes);
    }

    [Fact]
    public void The_end_of_the_subscribers_coverage_ends_the_dependents()
    {
        var family = Enrollment.Apply(null, [Ana(Maintenance.Add, On("PPO", "2026-01-01")), Ben()]).Family;

        var ended =
            Enrollment.Apply(family, [Ana(Maintenance.Terminate) with { EligibleLast = new DateOnly(2026, 5, 31) }]);

        Assert.All(
            ended.Family!.People, person => Assert.Equal(new DateOnly(2026, 5, 31), person.Coverage[0].Dates.Last));
        Assert.Equal(2, ended.Changes.Count(change => change.Kind == EnrollmentChangeKind.CoverageEnded));
    }

    [Fact]
    public void A_dependent_is_covered_at_the_subscribers_tier_whatever_the_own_record_says()
    {
        var family =
            Enrollment.Apply(null, [Ana(Maintenance.Add, On("PPO", "2026-01-01", CoverageTier.Family)), Ben()]).Family!;
        var ben = family.Find(new PersonNumber(2))!;

        Assert.Equal(CoverageTier.Family, family.TierOn(ben.Coverage[0], new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        EnrollmentRecord[] records = [Ana(Maintenance.Add, On("PPO", "2026-01-01")), Ben(), Child("Cal", "2011-02-05")];
        var once = Enrollment.Apply(null, records).Family;

        var twice = Enrollment.Apply(once, records);

        Assert.Empty(twice.Changes);
        Assert.Equal(once!.People, twice.Family!.People);
    }

    [Fact]
    public void A_change_of_name_keeps_the_person_and_the_coverage()
    {
        var family = Follow("add PPO 2026-01-01").Family;

        var changed =
            Enrollment.Apply(family, [Ana(Maintenance.Change) with { Name = new PersonName("Reyes", "Ana") }]);

        Assert.Equal(EnrollmentChangeKind.DetailsChanged, Assert.Single(changed.Changes).Kind);
        Assert.Equal(family!.Subscriber!.Coverage, changed.Family!.Subscriber!.Coverage);
    }

    [Fact]
    public void Twins_are_two_people()
    {
        var enrolled = Enrollment.Apply(
            null,
            [Ana(Maintenance.Add, On("PPO", "2026-01-01")), Child("Dan", "2020-07-07"), Child("Eva", "2020-07-07")]);

        Assert.Equal(3, enrolled.Family!.People.Count);
    }

    [Fact]
    public void An_identifier_of_two_families_finds_neither()
    {
        var index =
            new MemberIndex([("A1", new FamilyId("A1")), ("b2", new FamilyId("A1")), ("B2", new FamilyId("C3"))]);

        Assert.Equal(new FamilyId("A1"), index.Find("a1"));
        Assert.Null(index.Find("B2"));
        Assert.Null(index.Find("unknown"));
    }

    [Theory]
    [InlineData("Ana", "1985-04-12", "1")]
    [InlineData("Cal", "2011-02-05", "3")]
    [InlineData("Zoe", "1999-09-09", "nobody")]
    public void Where_a_family_shares_an_identifier_the_name_says_who_is_meant(string first, string born, string number)
    {
        var family = Enrollment.Apply(null,
        [
            Ana(Maintenance.Add, On("PPO", "2026-01-01")), Ben() with { MemberId = "E100" },
            Child("Cal", "2011-02-05") with { MemberId = "E100" },
        ]).Family!;

        var found = PatientMatching.Match(
            family, new PatientReference("E100", true, new PersonName("Reyes Cruz", first), Day(born), Sex.Unknown));

        Assert.Equal(number, found?.Number.ToString() ?? "nobody");
    }

    private static string Spans(Person person) =>
        string.Join(", ", person.Coverage.Select(span => $"{span.Plan} {span.Dates}"));

    private static FamilyEnrollment Follow(string records)
    {
        Family? family = null;
        FamilyEnrollment? last = null;
        foreach (var words in records.Split("; ").Select(record => record.Split(' ')))
        {
            last = Enrollment.Apply(family, [Record(words)]);
            family = last.Family ?? family;
        }
        return last!;
    }

    private static EnrollmentRecord Record(string[] words) => words[0] switch
    {
        "add" => Ana(Maintenance.Add, On(words[1], words.ElementAtOrDefault(2), last: words.ElementAtOrDefault(3))),
        "change" => Ana(Maintenance.Change, On(words[1], words.ElementAtOrDefault(2))),
        "audit" => Ana(Maintenance.Audit, On(words[1], words.ElementAtOrDefault(2), last: words.ElementAtOrDefault(3))),
        "reinstate" when words.Length == 1 => Ana(Maintenance.Reinstate, On("PPO", null)),
        "reinstate" => Ana(Maintenance.Reinstate, On(words[1], words[2])),
        _ => Ana(Maintenance.Terminate) with { EligibleLast = Day(words.ElementAtOrDefault(1)) },
    };

    private static EnrollmentRecord Ana(Maintenance maintenance, params CoverageChange[] coverage) => new()
    {
        Place = Place.None,
        Maintenance = maintenance,
        Family = Id,
        Relationship = Relationship.Subscriber,
        MemberId = "E100",
        Name = new PersonName("Reyes Cruz", "Ana"),
        BirthDate = new DateOnly(1985, 4, 12),
        Sex = Sex.Female,
        Coverage = coverage.ToValueList(),
    };

    private static EnrollmentRecord Ben() => Child("Ben", "1984-09-30") with { Relationship = Relationship.Spouse };

    private static EnrollmentRecord Child(string first, string born) => new()
    {
        Place = Place.None,
        Maintenance = Maintenance.Add,
        Family = Id,
        Relationship = Relationship.Child,
        Name = new PersonName("Reyes Cruz", first),
        BirthDate = Day(born),
        Coverage = [On("PPO", "2026-01-01")],
    };

    private static CoverageChange On(string plan, string? first, CoverageTier? tier = null, string? last = null) =>
        new(Maintenance.Add, LineOfCoverage.Medical, new PlanId(plan), tier, Day(first), Day(last));

    private static CoverageChange End(string plan, string last) =>
        new(Maintenance.Terminate, LineOfCoverage.Medical, new PlanId(plan), null, null, Day(last));

    private static DateOnly? Day(string? text) =>
        text is null
            ? null
            : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
