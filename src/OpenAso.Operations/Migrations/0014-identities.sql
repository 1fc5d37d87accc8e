-- How people prove who they are: by another system, by a password, and with it by an authenticator.

-- Who somebody of an identity provider is here. What they may do never comes from there.
create table user_identity (
  tenant {text} not null,
  issuer {text} not null,
  subject {text} not null,
  account {text} not null,
  primary key (tenant, issuer, subject)
) {table};

create index user_identity_by_account on user_identity (tenant, account);

-- The secret of an account's authenticator, and the last step of time whose code was used: none is taken twice.
create table user_authenticator (
  tenant {text} not null,
  account {text} not null,
  secret {text} not null,
  last_step {integer} not null,
  primary key (tenant, account)
) {table};

-- Failed sign-ins of a window of time, by account ('account') and by address ('address'); of either only the hash.
create table sign_in_failure (
  tenant {text} not null,
  kind {text} not null,
  subject {text} not null,
  began_at {text} not null,
  failures {integer} not null check (failures > 0),
  primary key (tenant, kind, subject)
) {table};

-- Sessions that somebody signed out of, until they would have ended by themselves: a copy of the cookie opens nothing.
create table ended_session (
  tenant {text} not null,
  session {text} not null,
  until {text} not null,
  primary key (tenant, session)
) {table};

-- Empty ended_at: the account is in use. The stamp counts on with each change of what it may do or proves itself by: what
-- was signed in before is signed in no more.
alter table user_account add column ended_at {text} not null default '';

alter table user_account add column stamp {integer} not null default 1;

alter table user_account drop column failures;

alter table user_account drop column failed_at;
