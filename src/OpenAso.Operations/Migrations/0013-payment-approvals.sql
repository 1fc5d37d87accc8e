-- Payment runs that one person prepared, and what became of them. At most one of an employer waits.

create table prepared_run (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null check (number > 0),
  day {date} not null,
  plan {text} not null,
  available {integer} not null,
  beyond_funds {integer} not null check (beyond_funds in (0, 1)),
  point_out {integer} not null check (point_out >= 0),
  prepared_by {text} not null,
  prepared_at {text} not null,
  prepared_from {text} not null,
  state {text} not null check (state in ('Waiting', 'Executed', 'Withdrawn', 'Replaced')),
  ended_by {text} not null,
  ended_at {text} not null,
  ended_from {text} not null,
  reason {text} not null,
  run {integer} not null,
  primary key (tenant, employer, number)
) {table};

create unique index prepared_run_waiting on prepared_run (tenant, employer) where state = 'Waiting';

-- Whom it would pay, as it was prepared.
create table prepared_payment (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null,
  payee_key {text} not null,
  claims {integer} not null check (claims > 0),
  amount {integer} not null check (amount >= 0),
  is_first {integer} not null check (is_first in (0, 1)),
  primary key (tenant, employer, number, payee_key)
) {table};

-- What it would hold back, as it was prepared.
create table prepared_hold (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null,
  reason {text} not null,
  claims {integer} not null check (claims > 0),
  amount {integer} not null,
  primary key (tenant, employer, number, reason)
) {table};

-- Whom a person lets see the own records. Rows are only ever added, and ended. Empty ended: it holds.
create table record_grant (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  person {integer} not null,
  viewer {integer} not null,
  number {integer} not null check (number > 0),
  since {text} not null,
  ended {text} not null,
  primary key (tenant, employer, family, person, viewer, number)
) {table};

-- Who asked that nobody else is told, and where letters go instead. Rows are only ever added, and ended.
create table confidential_request (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  person {integer} not null,
  number {integer} not null check (number > 0),
  since {text} not null,
  ended {text} not null,
  street {text} not null,
  street2 {text} not null,
  city {text} not null,
  state {text} not null,
  postal_code {text} not null,
  primary key (tenant, employer, family, person, number)
) {table};
