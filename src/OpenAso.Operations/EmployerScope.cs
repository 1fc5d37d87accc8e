using OpenAso.Kernel;

namespace OpenAso.Operations;

/// <summary>Whose books: everything stored belongs to one employer of one tenant.</summary>
/// <param name="Tenant">The administrator's organisation.</param>
/// <param name="Employer">The plan sponsor.</param>
public sealed record EmployerScope(TenantId Tenant, EmployerId Employer);
