create index narrow_downward on narrow (id desc);
