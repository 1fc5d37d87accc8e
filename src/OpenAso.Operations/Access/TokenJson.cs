using System.Globalization;
using OpenAso.Documents;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Access;

/// <summary>Writes a token as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/api-token.json</c>.</remarks>
public static class TokenJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="token">The token.</param>
    /// <param name="text">As it is sent, where it was made just now; null otherwise.</param>
    public static string Of(ApiToken token, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return JsonText.Of(writer =>
        {
            writer.WriteString("token"u8, token.Id);
            writer.WriteString("name"u8, token.Name);
            writer.WriteString("role"u8, Words.Of(token.Grant.Role.ToString()));
            if (token.Grant.Employer is { } employer)
                writer.WriteString("employer"u8, employer.Value);
            else
                writer.WriteNull("employer"u8);
            writer.WriteString("madeBy"u8, token.MadeBy);
            writer.WriteString("madeAt"u8, Text(token.MadeAt));
            writer.WriteString("expiresAt"u8, Text(token.ExpiresAt));
            if (token.RevokedAt is { } revoked)
                writer.WriteString("revokedAt"u8, Text(revoked));
            else
                writer.WriteNull("revokedAt"u8);
            if (text is not null)
                writer.WriteString("secret"u8, text);
        });
    }

    internal static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
