using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Storage;

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
    public static IReadOnlyList<LoadedFamily> FamiliesOf(Database database, EmployerTerms terms, string memberId) =>
        database.Ask(
            SqlFamilyStore.Statements(rows => rows.AmongThose(database.Dialect, HaveIdentifier)),
            terms.Scope.Bound(new { memberId }), found => SqlFamilyStore.Read(found, null, terms.Basis));
}
