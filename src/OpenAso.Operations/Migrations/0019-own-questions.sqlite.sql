alter table person add column member_key {text} not null generated always as (lower(member_id)) virtual;

alter table family add column family_key {text} not null generated always as (lower(family)) virtual;

alter table person add column last_key {text} not null generated always as (lower(last_name)) virtual;

alter table claim add column control_key {text} not null
  generated always as (lower(patient_control_number)) virtual;

create index person_by_member on person (tenant, member_key, employer);

create index family_by_member on family (tenant, family_key, employer);

create index person_by_last_name on person (tenant, last_key, employer);

create index claim_by_control on claim (tenant, control_key, employer);
