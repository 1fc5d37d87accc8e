using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>Writes families with their people and coverage, and reads them back.</summary>
internal static class FamilyRows
{
    private static readonly BulkStatement<(EmployerScope Scope, Family Family, long Import)> Upsert = new(
        """
        insert into family (tenant, employer, family, shard, version, last_sequence, last_import, hash)
        values (@tenant, @employer, @family, @shard, 1, 0, 0, @hash)
        on conflict (tenant, employer, family) do update set version = family.version + 1, hash = excluded.hash
        """,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Family.Id.Value);
            binder.Bind(4, (long)ShardNumber.Of(row.Scope, row.Family.Id).Value);
            binder.Bind(5, FamilyHash.Of(row.Family));
        });

    private static readonly BulkInsert<(EmployerScope Scope, FamilyId Family, Person Person)> InsertPerson = new(
        "person",
        [
            "tenant", "employer", "family", "number", "member_id", "last_name", "first_name", "middle_name",
            "birth_date", "sex",
            "relationship", "street", "street2", "city", "state", "postal_code",
        ],
        OnConflict.Update("tenant", "employer", "family", "number"),
        BindPerson);

    private static readonly BulkStatement<(EmployerScope Scope, FamilyId Family)> ClearCoverage = new(
        "delete from coverage where tenant = @tenant and employer = @employer and family = @family",
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Family.Value);
        });

    private static readonly
        BulkInsert<(EmployerScope Scope, FamilyId Family, Person Person, CoverageSpan Span)> InsertCoverage = new(
        "coverage",
        ["tenant", "employer", "family", "person", "line", "first_day", "last_day", "plan", "tier"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Family.Value);
            binder.Bind(4, (long)row.Person.Number.Value);
            binder.Bind(5, (long)row.Span.Line);
            binder.Bind(6, row.Span.Dates.First);
            binder.Bind(7, row.Span.Dates.Last);
            binder.Bind(8, row.Span.Plan.Value);
            binder.Bind(9, (long)row.Span.Tier);
        });

    private static readonly RowsOfEach CoverageOf = Of(
        "coverage", "family, person, line, first_day FirstDay, last_day LastDay, plan, tier", "person");

    private static readonly RowsOfEach PeopleOf = Of(
        "person",
        """
        family, number, member_id MemberId, last_name Last, first_name First, middle_name Middle, birth_date Birth,
          sex, relationship, street, street2, city, state, postal_code PostalCode
        """,
        "number");

    /// <summary>The rows that a table keeps of families.</summary>
    /// <param name="table">Has the family behind tenant and employer in its primary key.</param>
    /// <param name="columns">As in a select.</param>
    /// <param name="next">The column behind the family in the primary key.</param>
    public static RowsOfEach Of(string table, string columns, string next) =>
        new(table, columns, "tenant = @tenant and employer = @employer", "family", next);

    /// <summary>Writes families as they now are.</summary>
    public static void Write(WriteSession session, EmployerScope scope, IReadOnlyCollection<Family> families)
    {
        session.Execute(Upsert, families.Select(family => (scope, family, 0L)));
        session.Insert(InsertPerson,
            families.SelectMany(family => family.People.Items.Select(person => (scope, family.Id, person))));
        session.Execute(ClearCoverage, families.Select(family => (scope, family.Id)));
        session.Insert(InsertCoverage, families.SelectMany(family => family.People.Items.SelectMany(person =>
            person.Coverage.Items.Select(span => (scope, family.Id, person, span)))));
    }

    /// <summary>Families by id; without ids, all of the employer's.</summary>
    public static Dictionary<FamilyId, Family> Read(
        DbConnection connection, EmployerScope scope, IReadOnlyCollection<FamilyId>? ids)
    {
        using var found = connection.QueryMultiple(
            Statements(rows => ids is null ? rows.All : rows.Among(connection, "families")),
            Parameters(scope, ids ?? []));
        return Read(found);
    }

    /// <summary>The statements that <see cref="Read(SqlMapper.GridReader)"/> reads the answers of, to be asked at
    /// once.</summary>
    /// <param name="wanted">The statement for the rows of the families that are wanted.</param>
    public static string Statements(Func<RowsOfEach, string> wanted) => $"{wanted(CoverageOf)};\n{wanted(PeopleOf)}";

    /// <summary>What the statements about families are asked with.</summary>
    public static object Parameters(EmployerScope scope, IReadOnlyCollection<FamilyId> ids) => new
    {
        tenant = scope.Tenant.Value,
        employer = scope.Employer.Value,
        families = ids.Select(id => id.Value).ToArray(),
    };

    /// <summary>Families, from the next answers.</summary>
    public static Dictionary<FamilyId, Family> Read(SqlMapper.GridReader found)
    {
        var coverage = Sorted(found.Read<CoverageRecord>())
            .ToLookup(row => (row.Family, row.Person), row => row.ToSpan());
        return Sorted(found.Read<PersonRecord>())
            .GroupBy(row => row.Family)
            .ToDictionary(
                group => new FamilyId(group.Key),
                group => new Family(
                    new FamilyId(group.Key),
                    group.Select(row => row.ToPerson(coverage[(row.Family, row.Number)])).ToValueList()));
    }

    /// <summary>The families whose people and coverage have a hash: what it was when they were kept, and what it is
    /// now.</summary>
    public static IEnumerable<(string Family, string Kept, string Now)> Hashes(
        DbConnection connection, EmployerScope scope)
    {
        var parameters = scope.Bound();
        var coverage = Sorted(connection.Query<CoverageRecord>(CoverageOf.All, parameters))
            .ToLookup(row => row.Family);
        var people = Sorted(connection.Query<PersonRecord>(PeopleOf.All, parameters)).ToLookup(row => row.Family);
        return connection.Query<(string Family, string Kept)>(
                "select family, hash from family where tenant = @tenant and employer = @employer and hash <> ''",
                parameters)
            .Select(row => (row.Family, row.Kept, FamilyHash.Of(people[row.Family], coverage[row.Family])));
    }

    // Sorted here, as the rows of many families come in no order.
    private static IEnumerable<CoverageRecord> Sorted(IEnumerable<CoverageRecord> rows) =>
        rows.OrderBy(row => row.Family, StringComparer.Ordinal).ThenBy(row => row.Person).ThenBy(row => row.Line)
            .ThenBy(row => row.FirstDay, StringComparer.Ordinal);

    private static IEnumerable<PersonRecord> Sorted(IEnumerable<PersonRecord> rows) =>
        rows.OrderBy(row => row.Family, StringComparer.Ordinal).ThenBy(row => row.Number);

    private static void BindPerson((EmployerScope Scope, FamilyId Family, Person Person) row, RowBinder binder)
    {
        var person = row.Person;
        binder.Bind(1, row.Scope.Tenant.Value);
        binder.Bind(2, row.Scope.Employer.Value);
        binder.Bind(3, row.Family.Value);
        binder.Bind(4, (long)person.Number.Value);
        binder.Bind(5, person.MemberId);
        binder.Bind(6, person.Name.Last);
        binder.Bind(7, person.Name.First);
        binder.Bind(8, person.Name.Middle);
        binder.Bind(9, person.BirthDate);
        binder.Bind(10, (long)person.Sex);
        binder.Bind(11, (long)person.Relationship);
        binder.Bind(12, person.Address.Street);
        binder.Bind(13, person.Address.Street2);
        binder.Bind(14, person.Address.City);
        binder.Bind(15, person.Address.State);
        binder.Bind(16, person.Address.PostalCode);
    }
}
