using System.Data.Common;

namespace OpenAso.Storage;

/// <summary>The second lock between tenants: the database itself shows and takes no row of another one.</summary>
/// <remarks>Every table with a column <c>tenant</c> is bound, the owner's own access too. A migration runs with the
/// lock open, since it moves rows of all tenants, and it is closed again in the same transaction.</remarks>
internal static class RowSecurity
{
    /// <summary>The setting of a connection that says whose rows it may see.</summary>
    public const string Setting = "openaso.tenant";

    private const string OpenAll = """
        set local role none;
        do $$
        declare bound record;
        begin
          for bound in select c.oid::regclass as name from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relforcerowsecurity
          loop
            execute format('alter table %s no force row level security', bound.name);
          end loop;
        end $$;
        """;

    private const string CloseAll = $"""
        do $$
        declare found record;
        begin
          for found in select c.oid::regclass as name, c.oid from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
          loop
            if exists (select from pg_attribute where attrelid = found.oid and attname = 'tenant'
                       and not attisdropped) then
              execute format('alter table %s enable row level security', found.name);
              execute format('alter table %s force row level security', found.name);
              if not exists (select from pg_policy where polrelid = found.oid and polname = 'tenant') then
                execute format('create policy tenant on %s using (tenant = current_setting(%L)) '
                  'with check (tenant = current_setting(%L))', found.name, '{Setting}', '{Setting}');
              end if;
              execute format('grant select, insert, update, delete on %s to {PostgresOptions.ApplicationRole}',
                found.name);
            else
              execute format('grant select on %s to {PostgresOptions.ApplicationRole}', found.name);
            end if;
          end loop;
          execute format('grant usage on schema %I to {PostgresOptions.ApplicationRole}', current_schema());
        end $$;
        """;

    /// <summary>Works as the user of the address until the transaction ends, and lets it see the rows of all tenants.
    /// </summary>
    public static void Open(DbConnection connection) => Script.Run(connection, OpenAll);

    /// <summary>Binds every table, those that are new among them, and gives the application role what it needs.
    /// </summary>
    public static void Close(DbConnection connection) => Script.Run(connection, CloseAll);
}
