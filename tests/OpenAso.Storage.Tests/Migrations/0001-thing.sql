create table thing (
    tenant {text} not null,
    id {integer} not null,
    name {text},
    amount {integer} check (amount >= 0),
    seen {date},
    payload {bytes},
    primary key (tenant, id)
) {table};
