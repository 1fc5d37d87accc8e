using System.Globalization;
using System.Text;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Access;

/// <summary>Which accounts are listed.</summary>
public enum AccountState
{
    /// <summary>Those that open something.</summary>
    InUse = 1,

    /// <summary>Those that were ended.</summary>
    Ended,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>An account of a list.</summary>
/// <param name="Account">The account.</param>
/// <param name="LastSignIn">When somebody last signed in with it; null for never.</param>
public sealed record ListedAccount(KeptAccount Account, DateTimeOffset? LastSignIn);

/// <summary>Lists and finds accounts by whatever is at hand.</summary>
/// <param name="books">To read from.</param>
public sealed class AccountListUseCase(Books books)
{
    /// <summary>A part of the accounts, by name.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="words">Each of which begins a part of a name, a role, an employer or who it is at an identity
    /// provider; capitals and accents do not matter; empty for every account.</param>
    /// <param name="state">Which.</param>
    /// <param name="cursor">Which part; keys are the names to sign in with.</param>
    public ListPart<ListedAccount> Show(
        TenantId tenant, string words, AccountState state, PageCursor<string> cursor)
    {
        ArgumentNullException.ThrowIfNull(words);
        var wanted = Parts(Folded(words)).ToList();
        return books.Database.Read(connection =>
        {
            var part = ListPart.Of(
                StoredAccounts.All(connection, tenant).Where(account => IsMeant(account, state, wanted)),
                account => account.Account.Id, cursor);
            var ids = part.Rows.Select(account => account.Account.Id).ToArray();
            var signIns = connection.Query<(string Account, string Moment)>(
                "select account, max(moment) from access_log where tenant = @tenant and employer = '' "
                + $"and account {connection.Among("ids")} and action = @action group by account",
                new { tenant = tenant.Value, ids, action = nameof(AccessAction.SignIn) })
                .ToDictionary(
                    row => row.Account,
                    row => Moments.Parse(row.Moment));
            return new ListPart<ListedAccount>(
                [.. part.Rows.Select(account => new ListedAccount(
                    account, signIns.TryGetValue(account.Account.Id, out var moment) ? moment : null))],
                part.HasMore);
        });
    }

    private static bool IsMeant(KeptAccount account, AccountState state, List<string> wanted)
    {
        if (state != AccountState.All && account.EndedAt is null != (state == AccountState.InUse))
            return false;
        if (wanted.Count == 0)
            return true;
        var parts = Said(account).SelectMany(text => Parts(Folded(text)).Append(Folded(text))).ToList();
        return wanted.All(word => parts.Exists(part => part.StartsWith(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Said(KeptAccount account) =>
    [
        account.Account.Id, account.Account.Name,
        .. account.Account.Grants.Items.SelectMany(grant => new[]
        {
            Documents.Words.Of(grant.Role.ToString()), grant.Employer?.Value ?? "",
        }),
        .. account.Identities.Items.SelectMany(identity => new[] { identity.Subject, identity.Issuer }),
    ];

    private static string[] Parts(string text) => text.Split(
        [' ', '\t', ',', ';', '-', '_', '.', '@', '/', ':'],
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString();
    }
}
