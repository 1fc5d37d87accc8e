using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Web.Pages.Employer;

namespace OpenAso.Web.Pages.StopLoss;

/// <summary>A page of the stop-loss desk: a policy on a day, with claimants by name, which is entered in the access log
/// first.</summary>
public abstract class DeskPage : ComponentBase
{
    /// <summary>Whose.</summary>
    [Parameter]
    public string Employer { get; set; } = "";

    /// <summary>The day; today where the address names none.</summary>
    [SupplyParameterFromQuery]
    public string? Date { get; set; }

    /// <summary>The policy's number; the one of the day where the address names none.</summary>
    [SupplyParameterFromQuery]
    public string? Policy { get; set; }

    [CascadingParameter]
    internal HttpContext? Request { get; set; }

    [Inject]
    internal SeenBooks Books { get; set; } = null!;

    [Inject]
    internal HealthReads Reads { get; set; } = null!;

    internal EmployerTerms? Terms { get; private set; }

    internal StopLossDesk? Desk { get; private set; }

    internal DateOnly Day => Reports.DayOf(Date) ?? Reads.Today;

    internal string Home => $"/employers/{Employer}/stop-loss";

    /// <summary>The part of the address that keeps day and policy.</summary>
    internal string Kept => string.Create(CultureInfo.InvariantCulture, $"?date={Day:yyyy-MM-dd}")
        + (Policy is { Length: > 0 } number ? $"&policy={Uri.EscapeDataString(number)}" : "");

    /// <summary>What the access log says was looked at.</summary>
    protected abstract string Subject { get; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Terms = Books.Terms(new EmployerId(Employer));
        if (Terms is not { } terms)
        {
            Request!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await Reads.EnterAsync(Request!, terms.Scope.Employer, AccessAction.SeeClaimants, Subject);
        Desk = new StopLossDeskUseCase(Books.Reading).Show(Terms, Policy is { Length: > 0 } ? Policy : null, Day);
    }

    /// <summary>Enters who records something, then does it.</summary>
    protected async Task RecordAsync(string subject, Func<Books, Task> act)
    {
        await Reads.EnterAsync(Request!, Terms!.Scope.Employer, AccessAction.WorkStopLoss, subject);
        await Books.WriteAsync(act);
    }
}
