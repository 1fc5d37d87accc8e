using System.Data.Common;
using Dapper;
using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Storing;

/// <summary>Finds families by the identifiers that claims carry.</summary>
internal static class MemberRows
{
    private const string HaveIdentifier =
        """
        select family from person where tenant = @tenant and employer = @employer and member_key = lower(@memberId)
        union
        select family from family where tenant = @tenant and employer = @employer and family_key = lower(@memberId)
        """;

    /// <summary>The families of which somebody has an identifier, as <see cref="MemberIndex"/> compares them, with all
    /// that was decided for them.</summary>
    public static IReadOnlyList<LoadedFamily> FamiliesOf(
        DbConnection connection, EmployerTerms terms, string memberId)
    {
        using var found = connection.QueryMultiple(
            SqlFamilyStore.Statements(rows => rows.AmongThose(connection, HaveIdentifier)),
            terms.Scope.Bound(new { memberId }));
        return SqlFamilyStore.Read(found, null, terms.Basis);
    }
}
