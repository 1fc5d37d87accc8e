using Npgsql;

namespace OpenAso.Storage;

/// <summary>Reads where a PostgreSQL database is.</summary>
internal static class PostgresAddress
{
    private const int UsualPort = 5432;

    /// <summary>What the library connects by.</summary>
    /// <exception cref="StorageException">The address cannot be read.</exception>
    public static NpgsqlConnectionStringBuilder Read(string address)
    {
        try
        {
            return IsUri(address) ? OfUri(new Uri(address)) : new NpgsqlConnectionStringBuilder(address);
        }
        catch (Exception failure) when (failure is UriFormatException or ArgumentException or FormatException)
        {
            throw Unreadable(failure);
        }
    }

    /// <summary>Host and database, never the password.</summary>
    public static string Name(string address)
    {
        var read = Read(address);
        return $"{read.Database ?? read.Username} on {read.Host}";
    }

    private static bool IsUri(string address) =>
        address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.IsDefaultPort || uri.Port < 0 ? UsualPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, ..] parts)
        {
            builder.Username = Uri.UnescapeDataString(user);
            if (parts.Length > 1)
                builder.Password = Uri.UnescapeDataString(parts[1]);
        }
        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts2 = setting.Split('=', 2);
            builder[Keyword(Uri.UnescapeDataString(parts2[0]))] =
                parts2.Length > 1 ? Uri.UnescapeDataString(parts2[1]) : "";
        }
        return builder.Database.Length > 0 ? builder : throw new FormatException("no database is named");
    }

    // As PostgreSQL's own programs spell it, and as the library does.
    private static string Keyword(string name) => name switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        _ => name,
    };

    // The address may hold a password: it is not repeated.
    private static StorageException Unreadable(Exception failure) => new(StorageProblem.CannotOpen,
        "The address of the database cannot be read. Write it as postgres://user:password@host:5432/database; "
        + "characters of a password that mean something in an address are written as %40 and so on.", failure);
}
