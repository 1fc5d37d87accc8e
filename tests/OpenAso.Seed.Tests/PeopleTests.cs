using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Seed.Tests;

public class PeopleTests
{
    [Fact]
    public void Enrolment_reads_without_a_finding_and_keeps_the_number_of_employees()
    {
        foreach (var files in new[] { SeededFiles.Acme, SeededFiles.Birch })
        {
            var families = files.Families();
            Assert.All(
                Enumerable.Range(0, files.Request.Months),
                month => Assert.InRange(
                    families.Values.Count(family => IsCovered(family.Subscriber!,
                        files.Request.First.AddMonths(month))),
                    files.Request.Employees * 92 / 100, files.Request.Employees));
        }
    }

    [Fact]
    public void Tiers_say_who_is_covered_beside_the_employee()
    {
        var (first, count) = (SeededFiles.Acme.Request.First, new int[4]);
        foreach (var family in SeededFiles.Acme.Families().Values)
        {
            for (var day = first.AddDays(14); day < first.AddMonths(14); day = day.AddMonths(1))
            {
                foreach (var span in family.People.Select(person => Span(person, day)).OfType<CoverageSpan>())
                {
                    Assert.Equal(TierOf(family, day), span.Tier);
                    count[(int)span.Tier]++;
                }
            }
        }
        Assert.All(count, tier => Assert.True(tier > 100));
    }

    [Fact]
    public void Families_change_people_are_born_join_leave_and_choose_another_plan()
    {
        var families = SeededFiles.Acme.Families().Values;
        Assert.Contains(families,
            family => family.People.Any(person => person.BirthDate > SeededFiles.Acme.Request.First));
        Assert.Contains(families, family => family.People.Any(person =>
            person.Relationship == Relationship.Spouse
            && person.Coverage.All(span => span.Dates.First > SeededFiles.Acme.Request.First)));
        Assert.Contains(families,
            family => family.Subscriber!.Coverage.All(span => span.Dates.Last < DateOnly.MaxValue));
        Assert.Contains(families, family => family.People.Any(person =>
            person.Relationship == Relationship.Child && person.Coverage.All(span => !span.Dates.IsOpen)
            && family.Subscriber!.Coverage.Any(span => span.Dates.IsOpen)));
        Assert.Contains(families, family =>
            family.Subscriber!.Coverage.Select(span => span.Plan).Where(plan => plan.Value != "acme-dental").Distinct()
                .Count() == 2);
    }

    [Fact]
    public void Nobody_is_a_child_past_the_month_of_the_twenty_sixth_birthday()
    {
        var last = SeededFiles.Acme.Request.First.AddMonths(14).AddDays(-1);
        foreach (var child in SeededFiles.Acme.Families().Values.SelectMany(family => family.People)
            .Where(person => person.Relationship == Relationship.Child))
        {
            foreach (var span in child.Coverage)
            {
                var end = span.Dates.IsOpen ? last : span.Dates.Last;
                Assert.True(end < child.BirthDate!.Value.AddYears(26).AddMonths(1));
            }
        }
    }

    [Fact]
    public void Coverage_begins_with_the_plan_year_or_after_it()
    {
        var birch = SeededFiles.Birch.Families().Values.SelectMany(family => family.Subscriber!.Coverage).ToList();
        Assert.All(birch, span => Assert.True(span.Dates.First >= new DateOnly(2025, 7, 1)));
        Assert.Contains(birch, span => span.Dates.First == new DateOnly(2025, 7, 1));
    }

    private static bool IsCovered(Person person, DateOnly day) => Span(person, day) is not null;

    private static CoverageSpan? Span(Person person, DateOnly day) =>
        person.CoverageOn(LineOfCoverage.Medical, day) ?? person.CoverageOn(LineOfCoverage.Dental, day);

    private static CoverageTier TierOf(Family family, DateOnly day)
    {
        var covered = family.People.Where(person => IsCovered(person, day)).ToList();
        var hasSpouse = covered.Exists(person => person.Relationship == Relationship.Spouse);
        var hasChild = covered.Exists(person => person.Relationship == Relationship.Child);
        return hasSpouse
            ? (hasChild ? CoverageTier.Family : CoverageTier.EmployeeAndSpouse)
            : hasChild ? CoverageTier.EmployeeAndChildren : CoverageTier.EmployeeOnly;
    }
}
