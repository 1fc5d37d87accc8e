using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Api.Problems;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;

namespace OpenAso.Api.Requests;

/// <summary>A call: who asks, about whom, and what it is answered from.</summary>
/// <param name="accessor">The request.</param>
/// <param name="books">The books.</param>
/// <param name="settings">Whose server this is.</param>
/// <param name="visitors">Who is signed in.</param>
/// <param name="reads">Enters looks at people's health.</param>
/// <param name="time">Tells when.</param>
internal sealed class ApiCall(
    IHttpContextAccessor accessor, SeenBooks books, WebSettings settings, Visitors visitors, HealthReads reads,
    TimeProvider time)
{
    private EmployerTerms? _terms;
    private DateTimeOffset? _begun;

    /// <summary>As it came.</summary>
    public HttpContext Request => accessor.HttpContext!;

    /// <summary>The books, to read from.</summary>
    public Books Reading => books.Reading;

    /// <summary>The books.</summary>
    public SeenBooks Books => books;

    /// <summary>Whose server this is.</summary>
    public TenantId Tenant => settings.Tenant;

    /// <summary>Today.</summary>
    public DateOnly Today => reads.Today;

    /// <summary>When the call was made; of one that is sent again, when it was first.</summary>
    public DateTimeOffset Moment => _begun ?? time.GetUtcNow();

    /// <summary>Whether the same call was begun before, and nobody knows how far it came.</summary>
    public bool IsRetaken { get; private set; }

    /// <summary>The call with its key; null for one that needs none.</summary>
    public KeyedRequest? Key { get; private set; }

    /// <summary>Who asks; never null where a right was asked for.</summary>
    public Account Caller => visitors.Of(Request.User)!;

    /// <summary>The terms of the employer that the address names.</summary>
    /// <exception cref="RefusedException">There is no such employer.</exception>
    public EmployerTerms Terms => _terms ??= Request.GetRouteValue("employer") is string employer
        && books.Terms(new EmployerId(employer)) is { } terms
            ? terms
            : throw RefusedException.NotFound("employer");

    /// <summary>The employer that the address names.</summary>
    /// <exception cref="RefusedException">There is no such employer.</exception>
    public EmployerScope Scope => Terms.Scope;

    /// <summary>The employers in whose books the caller may do something.</summary>
    public IReadOnlyList<EmployerId> Employers(Right right) => visitors.Employers(Caller, right);

    /// <summary>Whether the caller may do something in the books of the employer that the address names.</summary>
    public bool May(Right right) => Caller.May(right, Scope.Employer);

    /// <summary>Who works, when and from where.</summary>
    public Examiner By => reads.By(Request) with { Moment = Moment };

    /// <summary>Does something that writes.</summary>
    public Task<T> WriteAsync<T>(Func<Books, Task<T>> work) => books.WriteAsync(work);

    /// <summary>As above, without an answer.</summary>
    public Task WriteAsync(Func<Books, Task> work) => books.WriteAsync(work);

    /// <summary>Decides a claim that was sent by itself, when it is its turn.</summary>
    public Task<T> DecideAsync<T>(Func<Books, Task<T>> work) => books.DecideAsync(work, Request.RequestAborted);

    /// <summary>The caller changes the own sign-in, as it stands now.</summary>
    public Task<OwnSignInAnswer> ChangeOwnAsync(
        KeptAccount account, Func<OwnSignInUseCase, OwnSignIn, Task<OwnSignInAnswer>> change) =>
        visitors.ChangeOwnAsync(Request, account.Stamp, change);

    /// <summary>Enters a look at people's health; finished before anything of it is given.</summary>
    public Task SeesAsync(AccessAction action, string subject) => SeesAsync(Scope.Employer, action, subject);

    /// <summary>As above, in the books of another employer than the address names.</summary>
    public Task SeesAsync(EmployerId employer, AccessAction action, string subject) =>
        reads.EnterAsync(Request, employer, action, subject);

    /// <summary>The call is one that comes to something once.</summary>
    internal void Begin(KeyedRequest key) => Key = key;

    /// <summary>It is this call's to work on.</summary>
    internal void Begin(KeyState.Begun begun) => (_begun, IsRetaken) = (begun.Moment, begun.IsRetaken);
}
