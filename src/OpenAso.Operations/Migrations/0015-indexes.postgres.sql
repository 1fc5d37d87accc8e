-- As the parts of the table were made, its index got this name.
drop index claim_tenant_employer_claim_family_idx;
