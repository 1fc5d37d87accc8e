-- Disability: plans, figures of law and termination tables among the documents; claims by version; benefits as booked.

create table document_with_disability (
  tenant {text} not null,
  employer {text} not null,
  kind {text} not null check (kind in ('plan', 'agreement', 'fees', 'network', 'stop-loss', 'disability-plan',
    'disability-law', 'terminations')),
  id {text} not null,
  version {integer} not null check (version > 0),
  hash {text} not null,
  file {text} not null,
  content {text} not null,
  primary key (tenant, employer, kind, id, version)
) {table};

insert into document_with_disability (tenant, employer, kind, id, version, hash, file, content)
select tenant, employer, kind, id, version, hash, file, content from document;

drop table document;

alter table document_with_disability rename to document;

-- A claim as it was told, every version of it.
create table disability_claim (
  tenant {text} not null,
  employer {text} not null,
  claim {text} not null,
  version {integer} not null check (version > 0),
  received {date} not null,
  plan {text} not null,
  hash {text} not null,
  file {text} not null,
  content {text} not null,
  primary key (tenant, employer, claim, version)
) {table};

-- What was booked of a certified period: the first row its benefit, each later one what a newer version of the claim
-- changes. The rows of a period add up to what its claim comes to.
create table disability_period (
  tenant {text} not null,
  employer {text} not null,
  claim {text} not null,
  number {integer} not null check (number > 0),
  kind {text} not null check (kind in ('benefit', 'overpayment', 'repayment', 'survivor')),
  disability {integer} not null,
  first_day {date} not null,
  through_day {date} not null,
  version {integer} not null,
  plan {text} not null,
  plan_hash {text} not null,
  law_hash {text} not null,
  family {text} not null,
  line {integer} not null,
  day {date} not null,
  gross {integer} not null,
  offsets {integer} not null,
  owed {integer} not null,
  recovery {integer} not null,
  found {integer} not null,
  taxable {integer} not null,
  withheld {integer} not null,
  payable {integer} not null,
  obligation {text} not null,
  hash {text} not null,
  primary key (tenant, employer, claim, number)
) {table};

create unique index disability_period_obligation on disability_period (tenant, employer, obligation);
