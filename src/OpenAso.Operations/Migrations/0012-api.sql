-- What other programs need: tokens to call with, requests that are answered once, and webhooks.

-- Only the hash of a token is kept. Empty employer: every employer of the administrator. Empty revoked_at: not revoked.
create table api_token (
  tenant {text} not null,
  token {text} not null,
  name {text} not null,
  hash {text} not null,
  role {text} not null,
  employer {text} not null,
  made_by {text} not null,
  made_at {text} not null,
  expires_at {text} not null,
  revoked_at {text} not null,
  primary key (tenant, token)
) {table};

-- A request by its caller, route and key: status 0 while it is worked on, then its answer as it was given.
create table request_key (
  tenant {text} not null,
  caller {text} not null,
  route {text} not null,
  key {text} not null,
  hash {text} not null,
  started_at {text} not null,
  held_until {text} not null,
  status {integer} not null check (status >= 0),
  content_type {text} not null,
  location {text} not null,
  body {bytes} not null,
  primary key (tenant, caller, route, key)
) {table};

create index request_key_by_age on request_key (tenant, started_at);

-- Empty employer: events of every employer. Empty disabled: it is called.
create table webhook (
  tenant {text} not null,
  webhook {text} not null,
  employer {text} not null,
  url {text} not null,
  events {text} not null,
  secrets {text} not null,
  disabled {text} not null,
  made_by {text} not null,
  made_at {text} not null,
  primary key (tenant, webhook)
) {table};

-- What is told to a webhook; the number counts on for each. State 0 waits for its next attempt, 1 was taken, 2 was given
-- up.
create table webhook_delivery (
  tenant {text} not null,
  webhook {text} not null,
  number {integer} not null check (number > 0),
  employer {text} not null,
  message {text} not null,
  event {integer} not null,
  subject {text} not null,
  made_at {text} not null,
  attempts {integer} not null check (attempts >= 0),
  next_at {text} not null,
  state {integer} not null check (state in (0, 1, 2)),
  answer {integer} not null,
  primary key (tenant, webhook, number)
) {table};

create index webhook_delivery_waiting on webhook_delivery (tenant, next_at) where state = 0;

-- Claims in the order in which they came.
create index claim_by_import on claim (tenant, employer, import, claim);

-- Members by the numbers on their cards, however their letters are written.
create index person_by_member on person (tenant, employer, lower(member_id));

create index family_by_member on family (tenant, employer, lower(family));
