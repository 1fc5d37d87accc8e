-- What examiners did with claims that waited. Rows are only ever added. Empty decided: the claim still waits.

create table pend_work (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null check (number > 0),
  family {text} not null,
  claim {text} not null,
  action {text} not null check (action in ('Release', 'Deny', 'Note')),
  reason {text} not null,
  answers {text} not null,
  account {text} not null,
  moment {text} not null,
  decided_family {text} not null,
  decided {text} not null,
  primary key (tenant, employer, number)
) {table};

create index pend_work_by_claim on pend_work (tenant, employer, family, claim);

-- The queue, without a look at what was decided.
create index claim_waiting on claim (tenant, employer, received) where status = 2 and reversed_by is null;
