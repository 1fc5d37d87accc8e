create table narrow (id {integer} primary key) {clustered};
insert into narrow (id) values (7);
create table child (
    tenant {text} not null,
    parent {integer} references narrow (id) deferrable initially deferred
) {table};
