-- An authenticator that somebody sets up: its secret, sealed, opens nothing before a code of it was typed. It holds for the account
-- as it stood then (stamp), and for some minutes.
create table user_new_authenticator (
  tenant {text} not null,
  account {text} not null,
  secret {text} not null,
  stamp {integer} not null,
  begun_at {text} not null,
  primary key (tenant, account)
) {table};
