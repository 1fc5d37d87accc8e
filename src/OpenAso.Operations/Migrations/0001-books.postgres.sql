-- The largest tables are kept in sixteen parts, so that each is cleaned and backed up by itself. Tenant and employer are
-- first in every unique key, so that a part holds all that a statement of one employer looks at.

alter table claim rename to claim_whole;

create table claim (like claim_whole including all) partition by hash (tenant, employer);

drop table claim_whole;

alter table transfer rename to transfer_whole;

create table transfer (like transfer_whole including all) partition by hash (tenant, employer);

drop table transfer_whole;

do $$
begin
  for part in 0..15 loop
    execute format('create table claim_%s partition of claim for values with (modulus 16, remainder %s)', part, part);
    execute format('create table transfer_%s partition of transfer for values with (modulus 16, remainder %s)',
      part, part);
  end loop;
end $$;
