-- A person sees where they are signed in, and ends a session by its id: the token's hash stays here.
alter table session add column id uuid not null default gen_random_uuid();
alter table session alter column id drop default;
alter table session add column device text null;
alter table session add constraint session_tenant_id_id_unique unique (tenant_id, id);

-- Codes sent to a telephone: the last one of each number, hashed, and how many there were today.
create table one_time_code (
  tenant_id uuid not null,
  key text not null,
  code_hash text null,
  tries int not null,
  sent_at timestamptz(3) not null,
  sent int not null,
  sent_since timestamptz(3) not null,
  primary key (tenant_id, key)
);
alter table one_time_code enable row level security;
alter table one_time_code force row level security;
create policy tenant on one_time_code using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
