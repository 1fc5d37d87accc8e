using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Serving;
using OpenAso.Plans.Legal;

namespace OpenAso.Web.Pages.Members;

/// <summary>A page of a member's own records; every look is entered in the access log first.</summary>
public abstract class MemberPage : ComponentBase
{
    /// <summary>Whose plan.</summary>
    [Parameter]
    public string Employer { get; set; } = "";

    [CascadingParameter]
    internal HttpContext? Request { get; set; }

    [Inject]
    internal SeenBooks Books { get; set; } = null!;

    [Inject]
    internal HealthReads Reads { get; set; } = null!;

    [Inject]
    internal Visitors Visitors { get; set; } = null!;

    [Inject]
    internal ClaimsProcedure Procedure { get; set; } = null!;

    internal EmployerTerms? Terms { get; private set; }

    internal RecordViewer? Viewer { get; private set; }

    internal string Home => $"/employers/{Employer}/own";

    internal OwnRecordsUseCase Use => new(Books.Reading, Procedure);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var employer = new EmployerId(Employer);
        Terms = Books.Terms(employer);
        Viewer = Visitors.Of(Request?.User) is { } account ? RecordViewer.Of(account, employer) : null;
        if (Terms is null || Viewer is not { } viewer)
        {
            Request!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await Reads.EnterAsync(Request!, employer, AccessAction.SeePerson, $"{viewer.Family}-{viewer.Person}");
        Load(Terms, viewer);
    }

    /// <summary>Reads what the page shows.</summary>
    internal abstract void Load(EmployerTerms terms, RecordViewer viewer);

    internal static string NameOf(Person person) => $"{person.Name.First} {person.Name.Last}".Trim();
}
