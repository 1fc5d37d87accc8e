-- The day on which the claims of an import arrived, as it was said when the import began: 'own' for each file's own date,
-- empty where it was not kept yet. Whoever completes the import must say the same.

alter table import add column received_day {text} not null default '';
