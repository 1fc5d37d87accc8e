using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Id">The name to sign in with.</param>
/// <param name="Name">How pages call the person.</param>
/// <param name="Grants">What for.</param>
public sealed record Account(string Id, string Name, ValueList<Grant> Grants)
{
    /// <summary>Whether the person may do something in the books of an employer.</summary>
    /// <param name="right">What.</param>
    /// <param name="employer">Whose books.</param>
    public bool May(Right right, EmployerId employer) => Grants.Items.Any(grant =>
        (grant.Employer is null || grant.Employer == employer) && RightsOfRoles.May(grant.Role, right));

    /// <summary>Whether the person may do something anywhere.</summary>
    /// <param name="right">What.</param>
    public bool May(Right right) => Grants.Items.Any(grant => RightsOfRoles.May(grant.Role, right));
}

/// <summary>A role, and where it holds.</summary>
/// <param name="Role">The role.</param>
/// <param name="Employer">In the books of this employer alone; null for every employer of the administrator.</param>
public sealed record Grant(Role Role, EmployerId? Employer = null)
{
    /// <summary>The family whose own records are seen; null for none.</summary>
    public FamilyId? Family { get; init; }

    /// <summary>Who of the family; 0 where there is none.</summary>
    public int Person { get; init; }
}
