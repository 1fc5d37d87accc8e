-- Who is enrolled, and who was counted when a month was billed, is known by its hash: one for a family with its people
-- and coverage, one for all rows of a month. Empty for what was kept before there was one.

alter table family add column hash {text} not null default '';

alter table census add column hash {text} not null default '';
