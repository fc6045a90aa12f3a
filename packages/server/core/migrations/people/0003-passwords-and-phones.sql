-- When a password that somebody else drew runs out; null for one's own.
alter table person add column password_expires_at timestamptz(3) null;
-- Signing in by telephone.
create index person_tenant_id_phone_index on person (tenant_id, phone);
