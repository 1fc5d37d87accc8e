-- Stop-loss: policies among the documents; bordereaux among what was sent; and where each policy stands, which is built
-- from the outbox by one reader and can be built again.

create table document_with_policies (
  tenant {text} not null,
  employer {text} not null,
  kind {text} not null check (kind in ('plan', 'agreement', 'fees', 'network', 'stop-loss')),
  id {text} not null,
  version {integer} not null check (version > 0),
  hash {text} not null,
  file {text} not null,
  content {text} not null,
  primary key (tenant, employer, kind, id, version)
) {table};

insert into document_with_policies (tenant, employer, kind, id, version, hash, file, content)
select tenant, employer, kind, id, version, hash, file, content from document;

drop table document;

alter table document_with_policies rename to document;

create table sent_file_with_bordereaux (
  tenant {text} not null,
  employer {text} not null,
  name {text} not null,
  kind {text} not null check (kind in ('835', '999', 'funding-request', 'bordereau', 'stop-loss-filing')),
  run {integer} not null,
  content {bytes} not null,
  hash {text} not null default '',
  primary key (tenant, employer, name)
) {table};

insert into sent_file_with_bordereaux (tenant, employer, name, kind, run, content, hash)
select tenant, employer, name, kind, run, content, hash from sent_file;

drop table sent_file;

alter table sent_file_with_bordereaux rename to sent_file;

-- How far each reader of the outbox has come, by shard.
create table outbox_reader (
  tenant {text} not null,
  employer {text} not null,
  reader {text} not null,
  shard {integer} not null,
  position {integer} not null,
  primary key (tenant, employer, reader, shard)
) {table};

create table stop_loss_position (
  tenant {text} not null,
  employer {text} not null,
  policy {text} not null,
  version {text} not null,
  as_of {date} not null,
  specific {integer} not null,
  aggregating_used {integer} not null,
  attachment {integer},
  attachment_projected {integer},
  minimum_attachment {integer},
  eligible {integer},
  reimbursable {integer},
  advanced {integer},
  primary key (tenant, employer, policy)
) {table};

create table stop_loss_claimant (
  tenant {text} not null,
  employer {text} not null,
  policy {text} not null,
  claimant {text} not null,
  paid {integer} not null,
  eligible {integer} not null,
  aggregate_only {integer} not null,
  deductible {integer},
  excess {integer} not null,
  aggregating {integer} not null,
  reimbursable {integer} not null,
  primary key (tenant, employer, policy, claimant)
) {table};

-- Premium as it was billed: a row for each coverage, line and tier of a month, and for what was corrected later.
create table stop_loss_premium (
  tenant {text} not null,
  employer {text} not null,
  policy {text} not null,
  month {text} not null,
  number {integer} not null,
  for_month {text} not null,
  coverage {text} not null check (coverage in ('specific', 'aggregate')),
  line {integer} not null,
  tier {text} not null,
  units {integer} not null,
  rate {integer} not null,
  amount {integer} not null,
  primary key (tenant, employer, policy, month, number)
) {table};
