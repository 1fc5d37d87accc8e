using System.Collections.Frozen;

namespace OpenAso.Operations.Access;

/// <summary>Which role may do what: the whole of it, in one table.</summary>
public static class RightsOfRoles
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, Right[]>
    {
        [Role.Examiner] = [Right.SeeClaims, Right.WorkClaims, Right.SeeEnrollment, Right.SeePlans],
        [Role.Supervisor] =
            [Right.SeePosition, Right.SeeClaims, Right.WorkClaims, Right.SeeEnrollment, Right.SeePlans,
                Right.SeePayments, Right.ReleasePayments],
        [Role.Finance] =
            [Right.SeePosition, Right.SeePayments, Right.PreparePayments, Right.ReleasePayments, Right.SeePlans],
        [Role.Eligibility] = [Right.SeeEnrollment, Right.TakeInFiles, Right.SeePlans],
        [Role.StopLossDesk] = [Right.SeePosition, Right.SeeClaims, Right.WorkStopLoss, Right.SeePlans],
        [Role.EmployerFinance] = [Right.SeePosition, Right.Decide, Right.SeePlans],
        [Role.EmployerHumanResources] = [Right.SeeEnrollment, Right.SeePlans],
        [Role.Broker] = [Right.SeePosition, Right.Decide, Right.SeePlans],
        [Role.Auditor] =
            [Right.SeePosition, Right.SeeClaims, Right.SeeEnrollment, Right.SeePayments, Right.SeePlans,
                Right.SeeAccessLog],
        [Role.Member] = [Right.SeeOwnRecords, Right.SeePlans],
        [Role.Provider] = [],
        [Role.Administrator] = [Right.KeepAccounts, Right.TakeInFiles, Right.SeePlans, Right.SeeAccessLog],
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());

    /// <summary>Whether a role may do something.</summary>
    /// <param name="role">Any; one that is not in the table may do nothing.</param>
    /// <param name="right">What.</param>
    public static bool May(Role role, Right right) =>
        Table.TryGetValue(role, out var rights) && rights.Contains(right);

    /// <summary>The roles that may do something.</summary>
    /// <param name="right">What.</param>
    public static IEnumerable<Role> With(Right right) => Table.Where(pair => pair.Value.Contains(right))
        .Select(pair => pair.Key);

    /// <summary>Whether a role is given by its name alone; members and providers see records of their own, which a name
    /// does not tell.</summary>
    /// <param name="role">Any.</param>
    public static bool IsGivenByName(Role role) => role is not (Role.Member or Role.Provider);

    /// <summary>Whether a role is worked at the administrator, rather than held by an employer, an adviser, a member
    /// or a
    /// provider.</summary>
    /// <param name="role">Any.</param>
    public static bool IsStaff(Role role) => role is not (Role.EmployerFinance or Role.EmployerHumanResources
        or Role.Broker or Role.Member or Role.Provider);
}
