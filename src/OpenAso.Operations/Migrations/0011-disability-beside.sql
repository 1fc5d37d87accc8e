-- Disability: what others than claimants owe and pay back; what the employer's own payroll is advised to pay.

-- A row of what was agreed, received or given up of the plan's claim against others; a later row changes it.
create table disability_recovery (
  tenant {text} not null,
  employer {text} not null,
  claim {text} not null,
  number {integer} not null check (number > 0),
  step {text} not null check (step in ('agreed', 'received', 'forgiven')),
  step_day {date} not null,
  version {integer} not null,
  plan_hash {text} not null,
  law_hash {text} not null,
  line {integer} not null,
  day {date} not null,
  amount {integer} not null check (amount <> 0),
  hash {text} not null,
  primary key (tenant, employer, claim, number)
) {table};

-- 1 for what payroll is advised to pay: it obliges the plan to nothing. The day of the row is the payroll's.
alter table disability_period add column advised {integer} not null default 0;

-- The payrolls of which the employer has told that they paid as advised.
create table disability_advice_paid (
  tenant {text} not null,
  employer {text} not null,
  payroll {date} not null,
  paid {date} not null,
  primary key (tenant, employer, payroll)
) {table};
