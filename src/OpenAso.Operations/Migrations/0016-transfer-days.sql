-- What was booked after a day is found by the day: a fund is shown as it stood then.
create index transfer_by_day on transfer (tenant, employer, day);
