create index thing_by_name on thing (tenant, name);
