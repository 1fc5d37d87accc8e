-- Every table begins with the tenant (the administrator's organisation), then the employer. Amounts are whole cents.

create table employer (
  tenant {text} not null,
  employer {text} not null,
  name {text} not null,
  primary key (tenant, employer)
) {table};

-- Documents by which an employer's claims are decided, every version ever used: plans, the agreement, fees, networks.
create table document (
  tenant {text} not null,
  employer {text} not null,
  kind {text} not null check (kind in ('plan', 'agreement', 'fees', 'network')),
  id {text} not null,
  version {integer} not null check (version > 0),
  hash {text} not null,
  file {text} not null,
  content {text} not null,
  primary key (tenant, employer, kind, id, version)
) {table};

create table import (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null check (number > 0),
  digest {text} not null,
  files {text} not null,
  finished {integer} not null check (finished in (0, 1)),
  received {integer} not null,
  primary key (tenant, employer, number)
) {table};

-- What was read, so that reading it again is recognised.
create table interchange (
  tenant {text} not null,
  employer {text} not null,
  sender {text} not null,
  control_number {text} not null,
  hash {text} not null,
  import {integer} not null,
  file {text} not null,
  primary key (tenant, employer, sender, control_number, hash)
) {table};

create table rejection (
  tenant {text} not null,
  employer {text} not null,
  import {integer} not null,
  number {integer} not null,
  id {text} not null,
  place {text} not null,
  patient_control_number {text} not null,
  member_id {text} not null,
  received {date} not null,
  billed {integer} not null,
  findings {text} not null,
  primary key (tenant, employer, import, number)
) {table};

create table family (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  shard {integer} not null check (shard between 0 and 255),
  version {integer} not null,
  last_sequence {integer} not null,
  last_import {integer} not null,
  primary key (tenant, employer, family)
) {table};

create table person (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  number {integer} not null check (number between 1 and 255),
  member_id {text} not null,
  last_name {text} not null,
  first_name {text} not null,
  middle_name {text} not null,
  birth_date {date},
  sex {integer} not null,
  relationship {integer} not null,
  street {text} not null,
  street2 {text} not null,
  city {text} not null,
  state {text} not null,
  postal_code {text} not null,
  primary key (tenant, employer, family, number)
) {table};

create table coverage (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  person {integer} not null,
  line {integer} not null,
  first_day {date} not null,
  last_day {date} not null,
  plan {text} not null,
  tier {integer} not null,
  primary key (tenant, employer, family, person, line, first_day)
) {table};

-- One row for each version of a claim: what people search and sum by, and one payload with its lines and steps.
create table claim (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  sequence {integer} not null,
  claim {text} not null,
  import {integer} not null,
  received {date} not null,
  first_service {date} not null,
  patient_control_number {text} not null,
  form {integer} not null,
  status {integer} not null,
  pend_reasons {integer} not null,
  person {integer} not null,
  plan {text} not null,
  line_of_coverage {integer},
  billed {integer} not null,
  allowed {integer} not null,
  plan_paid {integer} not null,
  member_owes {integer} not null,
  provider_key {text} not null,
  payee_key {text},
  taken_back {integer} not null check (taken_back >= 0),
  taken_back_from {text},
  reverses {text},
  reversed_by {text},
  payload {bytes} not null,
  seal {integer} not null,
  primary key (tenant, employer, family, sequence)
) {table};

create unique index claim_by_id on claim (tenant, employer, claim, family);

create table accumulator (
  tenant {text} not null,
  employer {text} not null,
  family {text} not null,
  person {integer} not null,
  limit_id {text} not null,
  window_first {date} not null,
  part {text} not null,
  amount {integer} not null,
  primary key (tenant, employer, family, person, limit_id, window_first, part)
) {table};

create table transfer (
  tenant {text} not null,
  employer {text} not null,
  key {text} not null,
  source {integer} not null,
  stripe {integer} not null,
  amount {integer} not null check (amount > 0),
  day {date} not null,
  step {integer} not null,
  origin {text},
  primary key (tenant, employer, key)
) {table};

create table account (
  tenant {text} not null,
  employer {text} not null,
  kind {integer} not null,
  source {integer} not null,
  stripe {integer} not null,
  debits_posted {integer} not null check (debits_posted >= 0),
  credits_posted {integer} not null check (credits_posted >= 0),
  debits_pending {integer} not null check (debits_pending >= 0),
  credits_pending {integer} not null check (credits_pending >= 0),
  primary key (tenant, employer, kind, source, stripe)
) {table};

-- What projections of the whole plan read: a position for each shard, never a global sequence.
create table outbox (
  tenant {text} not null,
  employer {text} not null,
  shard {integer} not null,
  position {integer} not null,
  event {integer} not null,
  subject {text} not null,
  primary key (tenant, employer, shard, position)
) {table};

create table shard_fence (
  tenant {text} not null,
  employer {text} not null,
  shard {integer} not null,
  epoch {integer} not null,
  primary key (tenant, employer, shard)
) {table};

create table funding_request (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null,
  day {date} not null,
  due {date} not null,
  amount {integer} not null check (amount >= 0),
  primary key (tenant, employer, number)
) {table};

create table payment_run (
  tenant {text} not null,
  employer {text} not null,
  number {integer} not null,
  day {date} not null,
  hash {text} not null,
  primary key (tenant, employer, number)
) {table};

create table payment (
  tenant {text} not null,
  employer {text} not null,
  payment {text} not null,
  run {integer} not null,
  day {date} not null,
  payee_key {text} not null,
  amount {integer} not null check (amount >= 0),
  primary key (tenant, employer, payment)
) {table};

-- What a payment pays: an obligation is a claim version and its payee. Never two live payments for one.
create table payment_item (
  tenant {text} not null,
  employer {text} not null,
  payment {text} not null,
  family {text} not null,
  claim {text} not null,
  payee_key {text} not null,
  amount {integer} not null,
  live {integer} not null check (live in (0, 1)),
  primary key (tenant, employer, payment, family, claim)
) {table};

create unique index payment_item_live on payment_item (tenant, employer, family, claim, payee_key) where live = 1;

create table fee (
  tenant {text} not null,
  employer {text} not null,
  month {text} not null,
  number {integer} not null,
  for_month {text} not null,
  fee {text} not null,
  tier {integer},
  units {integer} not null,
  rate {integer} not null,
  amount {integer} not null,
  primary key (tenant, employer, month, number)
) {table};

-- Who was counted when a month was billed last: what a later correction is measured from.
create table census (
  tenant {text} not null,
  employer {text} not null,
  month {text} not null,
  line {integer} not null,
  tier {integer} not null,
  employees {integer} not null,
  primary key (tenant, employer, month, line, tier)
) {table};

-- Files that were sent, as they were sent.
create table sent_file (
  tenant {text} not null,
  employer {text} not null,
  name {text} not null,
  kind {text} not null check (kind in ('835', '999', 'funding-request')),
  run {integer} not null,
  content {bytes} not null,
  primary key (tenant, employer, name)
) {table};
