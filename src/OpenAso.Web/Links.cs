using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Web;

/// <summary>A page that somebody may open.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Word">What it is called.</param>
/// <param name="Key">Leads there after <c>g</c>.</param>
public readonly record struct Link(string Address, string Word, char Key);

/// <summary>The pages that lead to all others, as far as somebody may open them.</summary>
/// <param name="visitors">Knows in whose books.</param>
/// <param name="words">What they are called.</param>
public sealed class Links(Visitors visitors, Words words)
{
    // By what somebody most likely came for.
    private static readonly (Right Right, string Path, string Word, char Key)[] OfEmployer =
    [
        (Right.SeeOwnRecords, "/own", "own", 'm'),
        (Right.SeePosition, "", "position", 'c'),
        (Right.SeeClaims, "/claims/waiting", "waiting", 'q'),
        (Right.SeePayments, "/payments", "payments", 'p'),
        (Right.WorkStopLoss, "/stop-loss", "stop-loss", 's'),
        (Right.TakeInFiles, "/files", "files", 'i'),
        (Right.SeePlans, "/plans", "plans", 'l'),
        (Right.SeeAccessLog, "/access-log", "access-log", 'a'),
    ];

    // Of the administrator rather than of an employer; the first that is open leads to the others.
    private static readonly (Right Right, string Path, string Word, char Key)[] OfAll =
    [
        (Right.KeepAccounts, "/administration/accounts", "accounts", 'u'),
        (Right.SeeAccessLog, "/administration/access-log", "accounts-log", 'u'),
    ];

    /// <summary>The links of so many employers stand at the head of every page; of more, those of the employer that is
    /// looked at, and the first page lists all.</summary>
    public const int MostEmployers = 3;

    /// <summary>Those at the head of a page, in order of the employers.</summary>
    /// <param name="account">Who looks.</param>
    /// <param name="here">Whose page it is; null for nobody's.</param>
    public IEnumerable<Link> Of(Account account, EmployerId? here)
    {
        ArgumentNullException.ThrowIfNull(account);
        var employers = Employers(account);
        IEnumerable<Link> links = Near(employers, here).SelectMany(employer => Of(account, employer));
        if (visitors.Employers(account, Right.SeePayments).Count > 1)
            links = links.Prepend(new Link("/payments", words["frame.all-payments"], 'p'));
        links = links.Concat(OfAll.Where(link => account.MayEverywhere(link.Right)).Take(1)
            .Select(link => new Link(link.Path, words[$"frame.{link.Word}"], link.Key)));
        return employers.Count > MostEmployers ? links.Prepend(new Link("/", words["frame.employers"], 'e')) : links;
    }

    /// <summary>Those of one employer.</summary>
    /// <param name="account">Who looks.</param>
    /// <param name="employer">Whose books.</param>
    public IEnumerable<Link> Of(Account account, EmployerId employer) => OfEmployer
        .Where(link => account.May(link.Right, employer))
        .Select(link => new Link(
            $"/employers/{employer}{link.Path}", words[$"frame.{link.Word}", employer], link.Key));

    /// <summary>The employers whose links stand at the head of a page.</summary>
    /// <param name="employers">All that somebody may look at.</param>
    /// <param name="here">Whose page it is; null for nobody's.</param>
    public static IReadOnlyList<EmployerId> Near(IReadOnlyList<EmployerId> employers, EmployerId? here)
    {
        ArgumentNullException.ThrowIfNull(employers);
        return employers.Count <= MostEmployers ? employers : [.. employers.Where(employer => employer == here)];
    }

    /// <summary>The employers of whom somebody may look at anything, in order.</summary>
    /// <param name="account">Who looks.</param>
    public IReadOnlyList<EmployerId> Employers(Account account) => [.. OfEmployer
        .SelectMany(link => visitors.Employers(account, link.Right)).Distinct()
        .OrderBy(employer => employer.Value, StringComparer.Ordinal)];
}
