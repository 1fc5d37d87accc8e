-- Whom a prepared payment goes to, as one of its claims says; empty where it is not known.
alter table prepared_payment add column name {text} not null default '';

-- Documents to hand for a claimant's losses under a policy, from one filing to the next. An empty not_because: the document
-- is there; otherwise why the carrier's question does not arise.
create table stop_loss_evidence (
  tenant {text} not null,
  employer {text} not null,
  policy {text} not null,
  claimant {text} not null,
  item {text} not null,
  subject {text} not null,
  reference {text} not null,
  day {date},
  not_because {text} not null,
  primary key (tenant, employer, policy, claimant, item, subject)
) {table};
