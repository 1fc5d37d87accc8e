alter table narrow enable row level security;
