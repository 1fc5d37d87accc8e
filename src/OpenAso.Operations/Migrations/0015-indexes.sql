-- PostgreSQL knows nothing of a young table, and takes any index that begins with the columns that are asked for, tenant
-- and employer, for one that finds a row: it read every row of the employer for a family's. These serve their questions
-- alone: what they are asked by stands before the employer, or in a condition that only their question has.
drop index if exists claim_by_id;

create unique index claim_by_id on claim (tenant, claim, employer, family);

drop index claim_by_import;

create index claim_by_import on claim (tenant, employer, import, claim) where coalesce(reversed_by, '') <> claim;

drop index person_by_member;

create index person_by_member on person (tenant, lower(member_id), employer);

drop index family_by_member;

create index family_by_member on family (tenant, lower(family), employer);
