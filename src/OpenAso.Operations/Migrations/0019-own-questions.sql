-- Identifiers are looked for as they are compared, without regard to capitals. An index of lower(…) serves nobody where
-- row-level security binds: PostgreSQL uses no function in it that might tell of rows that are not shown.
drop index person_by_member;

drop index family_by_member;

-- What waits, in the order of the list of all claims.
create index claim_waiting_in_order on claim (tenant, employer, import, claim)
  where status = 2 and reversed_by is null;

-- Asked by the condition alone, so that it is never taken for one that finds a key.
drop index request_key_by_age;

create index request_key_by_age on request_key (tenant, started_at) where started_at >= '';

-- Claims are searched by whatever somebody has at hand.
create index person_by_birth on person (tenant, birth_date, employer);

create index claim_by_billed on claim (tenant, billed, employer);

create index claim_by_paid on claim (tenant, plan_paid, employer) where plan_paid > 0;
