-- Social security and Medicare tax on disability benefits, as booked: wages that bear it, what is withheld from the
-- claimant, and the employer's part where the payer owes it.

alter table disability_period add column fica_wages {integer} not null default 0;

alter table disability_period add column social_security {integer} not null default 0;

alter table disability_period add column medicare {integer} not null default 0;

alter table disability_period add column employer_fica {integer} not null default 0;
