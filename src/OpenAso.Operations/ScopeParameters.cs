using Dapper;

namespace OpenAso.Operations;

/// <summary>Binds statements to the books that they are for.</summary>
internal static class ScopeParameters
{
    /// <summary>The parameters <c>@tenant</c> and <c>@employer</c>, and those that a statement has beside
    /// them.</summary>
    public static DynamicParameters Bound(this EmployerScope scope, object? others = null)
    {
        var parameters = new DynamicParameters(others);
        parameters.Add("tenant", scope.Tenant.Value);
        parameters.Add("employer", scope.Employer.Value);
        return parameters;
    }
}
