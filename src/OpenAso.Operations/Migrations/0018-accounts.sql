-- Who is signed in: the sessions that began within the longest that one lasts. One that was ended stands in ended_session too;
-- one whose account has another stamp has ended by itself. Empty way: not known.
create table open_session (
  tenant {text} not null,
  session {text} not null,
  account {text} not null,
  stamp {integer} not null,
  began_at {text} not null,
  seen_at {text} not null,
  way {text} not null,
  origin {text} not null,
  primary key (tenant, session)
) {table};

-- What somebody did, and what was done on a day: a log that only grows is not read from one end to the other.
create index access_log_by_account on access_log (tenant, account, employer, number);

create index access_log_by_moment on access_log (tenant, moment, employer);
