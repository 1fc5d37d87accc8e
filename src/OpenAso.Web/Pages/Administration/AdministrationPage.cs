using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Pages.Administration;

/// <summary>A page by which accounts are kept.</summary>
public abstract class AdministrationPage : ComponentBase
{
    internal const string Accounts = "/administration/accounts";

    [CascadingParameter]
    internal HttpContext? Request { get; set; }

    [Inject]
    internal SeenBooks Books { get; set; } = null!;

    [Inject]
    internal WebSettings Settings { get; set; } = null!;

    [Inject]
    internal HealthReads Reads { get; set; } = null!;

    [Inject]
    internal Words W { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    internal IFormCollection Form => Request!.Request.Form;

    /// <summary>Who works, when and from where.</summary>
    internal ChangedBy By => ChangedBy.Of(Reads.By(Request!));

    internal Task<(AccountOutcome Outcome, KeptAccount? Account)> ChangeAsync(AccountChange change) =>
        Books.WriteAsync(writing => new AccountUseCase(writing).ChangeAsync(Settings.Tenant, change, By));

    /// <summary>Why a change was not made; null where it was.</summary>
    internal string? ProblemOf(AccountOutcome outcome) =>
        outcome == AccountOutcome.Done ? null : W[$"accounts.refused.{outcome}"];

    internal static string AddressOf(string account) => $"{Accounts}/{Uri.EscapeDataString(account)}";

    /// <summary>A role and where it holds.</summary>
    internal string Role(Grant grant) => grant.Employer is { } employer
        ? $"{W[$"role.{grant.Role}"]}, {employer}"
        : W[$"role.{grant.Role}"];

    /// <summary>The employers that a role may be given for.</summary>
    internal IEnumerable<EmployerId> Employers => Books.Scopes().Select(scope => scope.Employer)
        .OrderBy(employer => employer.Value, StringComparer.Ordinal);

    /// <summary>The role that a form names, in the books of the employer that it names; null where it names
    /// none.</summary>
    internal Grant? Granted() => GrantOf(Form["role"], Form["employer"]);

    /// <summary>A role by its name; null where there is none, or no such employer.</summary>
    internal Grant? GrantOf(string? role, string? employer) =>
        Enum.TryParse<Role>(role, out var known) && Enum.IsDefined(known) && RightsOfRoles.IsGivenByName(known)
            && (string.IsNullOrEmpty(employer) || Books.Scope(new EmployerId(employer)) is not null)
                ? new Grant(known, string.IsNullOrEmpty(employer) ? null : new EmployerId(employer))
                : null;

    /// <summary>A moment, by the world's clock.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(
        "yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
