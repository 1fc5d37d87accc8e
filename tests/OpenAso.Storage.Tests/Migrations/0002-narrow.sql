create table narrow (id {integer} primary key) {clustered};
insert into narrow (id) values (7);
