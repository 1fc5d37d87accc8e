namespace OpenAso.Storage;

/// <summary>Which PostgreSQL database is opened, for whom, and how.</summary>
/// <param name="Address">As <c>postgres://user:password@host:port/database</c>, or a connection text of keywords and
/// values (<c>Host=…;Database=…</c>). The user either owns the database, or is a member of the role
/// <see cref="ApplicationRole"/>.</param>
/// <param name="Tenant">Whose rows are seen and written: the administrator's organisation. The database itself refuses
/// every row of another.</param>
public sealed record PostgresOptions(string Address, string Tenant)
{
    /// <summary>The role that everyday work is done as: it owns nothing, and row-level security binds it.</summary>
    public const string ApplicationRole = "openaso_application";

    /// <summary>What it is opened for. Default: reading and writing; a database without tables gets them.</summary>
    public DatabaseAccess Access { get; init; } = DatabaseAccess.Create;

    /// <summary>Whether a statement is planned once and its plan is used whatever is asked with it: right for a server,
    /// which asks the same thousands of times, and wrong for a command that fills empty tables. Default: no.</summary>
    public bool KeepsPlans { get; init; }

    /// <summary>How long a transaction waits for that of another process. Default: 30 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How much one transaction may hold.</summary>
    public GroupLimit Group { get; init; } = GroupLimit.Default;

    /// <summary>Measures the waits, and dates the migrations.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The address without a password: for messages.</summary>
    public override string ToString() => PostgresAddress.Name(Address);
}
