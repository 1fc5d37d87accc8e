using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.OwnRecords;

/// <summary>Keeps what people have said about who may see their records.</summary>
internal static class WishRows
{
    /// <summary>What holds now, of some families.</summary>
    public static IReadOnlyDictionary<FamilyId, FamilyWishes> Read(
        DbConnection connection, EmployerScope scope, IReadOnlyCollection<FamilyId> families)
    {
        var parameters = scope.Bound(new { families = families.Select(family => family.Value).ToArray() });
        var among = $"where tenant = @tenant and employer = @employer and family {connection.Among("families")} "
            + "and ended = ''";
        var grants = connection.Query<(string Family, long Person, long Viewer)>(
            $"select family, person, viewer from record_grant {among} order by person, viewer", parameters)
            .ToLookup(row => row.Family);
        var confidential = connection.Query<
            (string Family, long Person, string Street, string Street2, string City, string State, string PostalCode)>(
            "select family, person, street, street2, city, state, postal_code from confidential_request "
            + $"{among} order by person", parameters).ToLookup(row => row.Family);
        return families.Distinct().ToDictionary(family => family, family => new FamilyWishes(
            [.. grants[family.Value].Select(row => (Number(row.Person), Number(row.Viewer)))],
            [.. confidential[family.Value].Select(row => (Number(row.Person),
                new Address(row.Street, row.Street2, row.City, row.State, row.PostalCode)))]));
    }

    /// <summary>Grants somebody a look at a person's records; nothing changes where it was granted before.</summary>
    public static void Grant(WriteSession session, EmployerScope scope, RecordWish wish, PersonNumber viewer)
    {
        if (Read(session.Connection, scope, [wish.Family])[wish.Family].Grants.Items.Contains((wish.Person, viewer)))
            return;
        session.Connection.Execute(
            """
            insert into record_grant (tenant, employer, family, person, viewer, number, since, ended)
            select @tenant, @employer, @family, @person, @viewer, 1 + coalesce(max(number), 0), @moment, ''
            from record_grant where tenant = @tenant and employer = @employer and family = @family
              and person = @person and viewer = @viewer
            """, Bound(scope, wish, new { viewer = (long)viewer.Value }));
    }

    /// <summary>Takes back what was granted.</summary>
    public static void Revoke(WriteSession session, EmployerScope scope, RecordWish wish, PersonNumber viewer) =>
        session.Connection.Execute(
            """
            update record_grant set ended = @moment where tenant = @tenant and employer = @employer
              and family = @family and person = @person and viewer = @viewer and ended = ''
            """, Bound(scope, wish, new { viewer = (long)viewer.Value }));

    /// <summary>Nobody else is to be told; letters go to the address, and another one no more.</summary>
    public static void KeepConfidential(WriteSession session, EmployerScope scope, RecordWish wish, Address address)
    {
        EndConfidential(session, scope, wish);
        session.Connection.Execute(
            """
            insert into confidential_request (tenant, employer, family, person, number, since, ended,
              street, street2, city, state, postal_code)
            select @tenant, @employer, @family, @person, 1 + coalesce(max(number), 0), @moment, '',
              @street, @street2, @city, @state, @postalCode
            from confidential_request where tenant = @tenant and employer = @employer and family = @family
              and person = @person
            """,
            Bound(scope, wish, new
            {
                street = address.Street,
                street2 = address.Street2,
                city = address.City,
                state = address.State,
                postalCode = address.PostalCode,
            }));
    }

    /// <summary>Others of the family may be told again, as the rules say.</summary>
    public static void EndConfidential(WriteSession session, EmployerScope scope, RecordWish wish) =>
        session.Connection.Execute(
            """
            update confidential_request set ended = @moment where tenant = @tenant and employer = @employer
              and family = @family and person = @person and ended = ''
            """, Bound(scope, wish, null));

    private static DynamicParameters Bound(EmployerScope scope, RecordWish wish, object? others)
    {
        var parameters = scope.Bound(others);
        parameters.Add("family", wish.Family.Value);
        parameters.Add("person", (long)wish.Person.Value);
        parameters.Add("moment", Moments.Text(wish.By.Moment));
        return parameters;
    }

    private static PersonNumber Number(long number) => new(checked((byte)number));
}
