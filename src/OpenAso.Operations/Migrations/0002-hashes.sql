-- What was kept as it came or went is known by its hash; empty for what was kept before there was one.

alter table sent_file add column hash {text} not null default '';

alter table rejection add column hash {text} not null default '';
