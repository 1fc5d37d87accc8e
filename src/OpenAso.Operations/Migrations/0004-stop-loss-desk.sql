-- The stop-loss desk: what was filed with a carrier and what became of it, what was paid back to it, and the notices that
-- it was sent. The contents of a filing's pack are among the files that were sent.

create table stop_loss_filing (
  tenant {text} not null,
  employer {text} not null,
  policy {text} not null,
  number {integer} not null check (number > 0),
  filing {text} not null,
  coverage {text} not null check (coverage in ('specific', 'aggregate')),
  kind {text} not null check (kind in ('initial', 'addition', 'final', 'accommodation', 'year-end')),
  claimant {text} not null,
  version {text} not null,
  position_of {date} not null,
  run {integer} not null,
  due_on {date} not null,
  excess {integer} not null,
  requested {integer} not null check (requested >= 0),
  sha256 {text} not null,
  hash {text} not null,
  primary key (tenant, employer, policy, number)
) {table};

create unique index stop_loss_filing_name on stop_loss_filing (tenant, employer, filing);

-- The first step of a filing is that it was filed.
create table stop_loss_filing_step (
  tenant {text} not null,
  employer {text} not null,
  filing {text} not null,
  number {integer} not null check (number > 0),
  state {text} not null check (state in ('filed', 'pended', 'approved', 'received', 'denied', 'appealed', 'closed')),
  day {date} not null,
  amount {integer} not null check (amount >= 0),
  reason {text} not null,
  reference {text} not null,
  primary key (tenant, employer, filing, number)
) {table};

-- A payment of the carrier is booked once.
create unique index stop_loss_filing_receipt on stop_loss_filing_step (tenant, employer, reference) where reference <> '';

create table stop_loss_repayment (
  tenant {text} not null,
  employer {text} not null,
  reference {text} not null,
  policy {text} not null,
  coverage {text} not null check (coverage in ('specific', 'aggregate')),
  claimant {text} not null,
  day {date} not null,
  amount {integer} not null check (amount > 0),
  primary key (tenant, employer, reference)
) {table};

create table stop_loss_notice (
  tenant {text} not null,
  employer {text} not null,
  policy {text} not null,
  claimant {text} not null,
  kind {text} not null check (kind in ('share', 'diagnosis', 'confinement')),
  subject {text} not null,
  because {text} not null,
  arisen {date} not null,
  due {date} not null,
  sent {date} not null,
  reference {text} not null,
  hash {text} not null,
  primary key (tenant, employer, policy, claimant, kind, subject)
) {table};
