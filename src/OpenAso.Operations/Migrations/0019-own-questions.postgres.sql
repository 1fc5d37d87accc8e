alter table person add column member_key {text} not null generated always as (lower(member_id)) stored;

alter table family add column family_key {text} not null generated always as (lower(family)) stored;

create index person_by_member on person (tenant, member_key, employer);

create index family_by_member on family (tenant, family_key, employer);
