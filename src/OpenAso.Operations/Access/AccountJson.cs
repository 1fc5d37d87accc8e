using OpenAso.Documents;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Access;

/// <summary>What is told once with an account, or of how it was changed.</summary>
/// <param name="Password">The new password; null where none was made.</param>
/// <param name="Authenticator">The address that sets its authenticator up; null where none was made.</param>
/// <param name="IsTrial">Whether nothing was kept; null where nothing was to be changed.</param>
public sealed record AccountNews(string? Password = null, string? Authenticator = null, bool? IsTrial = null);

/// <summary>Writes an account as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/account.json</c>.</remarks>
public static class AccountJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="account">The account.</param>
    /// <param name="news">What is told beside it.</param>
    public static string Of(KeptAccount account, AccountNews news)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(news);
        return JsonText.Of(writer =>
        {
            writer.WriteString("account"u8, account.Account.Id);
            writer.WriteString("name"u8, account.Account.Name);
            writer.WriteStartArray("roles"u8);
            foreach (var grant in account.Account.Grants)
            {
                writer.WriteStartObject();
                writer.WriteString("role"u8, Words.Of(grant.Role.ToString()));
                writer.WriteString("employer"u8, grant.Employer?.Value);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("identities"u8);
            foreach (var identity in account.Identities)
            {
                writer.WriteStartObject();
                writer.WriteString("issuer"u8, identity.Issuer);
                writer.WriteString("subject"u8, identity.Subject);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteBoolean("hasPassword"u8, account.HasPassword);
            writer.WriteBoolean("hasAuthenticator"u8, account.HasAuthenticator);
            writer.WriteString("endedAt"u8, account.EndedAt is { } ended ? TokenJson.Text(ended) : null);
            if (news.Password is not null)
                writer.WriteString("password"u8, news.Password);
            if (news.Authenticator is not null)
                writer.WriteString("authenticator"u8, news.Authenticator);
            if (news.IsTrial is { } isTrial)
                writer.WriteBoolean("dryRun"u8, isTrial);
        });
    }
}
