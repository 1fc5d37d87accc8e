using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Storing;

/// <summary>Finds families by the identifiers that claims carry.</summary>
internal static class MemberRows
{
    /// <summary>The families of which somebody has an identifier, as <see cref="MemberIndex"/> compares them.</summary>
    public static IReadOnlyCollection<Family> FamiliesOf(DbConnection connection, EmployerScope scope, string memberId)
    {
        var families = connection.Query<string>(
            """
            select family from person where tenant = @tenant and employer = @employer
              and member_key = lower(@memberId)
            union
            select family from family where tenant = @tenant and employer = @employer
              and family_key = lower(@memberId)
            """, scope.Bound(new { memberId })).Select(family => new FamilyId(family)).ToList();
        return families.Count == 0 ? [] : FamilyRows.Read(connection, scope, families).Values;
    }
}
