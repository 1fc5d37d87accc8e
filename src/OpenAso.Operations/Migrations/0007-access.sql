-- Who may sign in, what for, and who looked at what.

create table user_account (
  tenant {text} not null,
  account {text} not null,
  name {text} not null,
  secret {text} not null,
  failures {integer} not null check (failures >= 0),
  failed_at {text} not null,
  primary key (tenant, account)
) {table};

-- Empty employer: every employer of the administrator. Empty family: nobody's own records.
create table user_grant (
  tenant {text} not null,
  employer {text} not null,
  account {text} not null,
  role {text} not null,
  family {text} not null,
  person {integer} not null,
  primary key (tenant, employer, account, role, family, person)
) {table};

-- What was read of people's health, and what was done. Rows are only ever added.
create table access_log (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null check (number > 0),
  moment {text} not null,
  account {text} not null,
  action {text} not null,
  subject {text} not null,
  origin {text} not null,
  primary key (tenant, employer, number)
) {table};
