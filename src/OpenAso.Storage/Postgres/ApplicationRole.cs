using Npgsql;

namespace OpenAso.Storage;

/// <summary>The role that everyday work is done as.</summary>
internal static class ApplicationRole
{
    /// <summary>Statements that make it where it is missing, and let the current user work as it.</summary>
    public const string Provide = $"""
        do $$
        begin
          if not exists (select from pg_roles where rolname = '{PostgresOptions.ApplicationRole}') then
            create role {PostgresOptions.ApplicationRole} nologin nosuperuser nocreatedb nocreaterole nobypassrls;
          end if;
          if not pg_has_role(current_user, '{PostgresOptions.ApplicationRole}', 'member') then
            execute format('grant {PostgresOptions.ApplicationRole} to %I', current_user);
          end if;
        exception when duplicate_object or unique_violation then null; -- made by another process meanwhile
        end $$;
        """;

    /// <summary>Whether a connection failed since the role is missing, or is not the user's to take.</summary>
    public static bool IsMissing(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.UndefinedObject
            or PostgresErrorCodes.InsufficientPrivilege
        && failure.MessageText.Contains(PostgresOptions.ApplicationRole, StringComparison.Ordinal);
}
