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

    /// <summary>In order of the employers.</summary>
    /// <param name="account">Who looks.</param>
    public IEnumerable<Link> Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (visitors.Employers(account, Right.SeePayments).Count > 1)
            yield return new Link("/payments", words["frame.all-payments"], 'p');
        foreach (var employer in Employers(account))
        {
            foreach (var (right, path, word, key) in OfEmployer)
            {
                if (account.May(right, employer))
                    yield return new Link($"/employers/{employer}{path}", words[$"frame.{word}", employer], key);
            }
        }
    }

    private IEnumerable<EmployerId> Employers(Account account) => OfEmployer
        .SelectMany(link => visitors.Employers(account, link.Right)).Distinct()
        .OrderBy(employer => employer.Value, StringComparer.Ordinal);
}
