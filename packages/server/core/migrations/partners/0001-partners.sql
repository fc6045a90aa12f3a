create table partner (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  name text not null,
  credit_code text null,
  kind text null,
  category text null,
  direction text null,
  contact_name text null,
  contact_phone text null,
  state text not null default 'ADMITTED',
  admitted_on date null,
  removed_on date null,
  ledger_content text null,
  primary key (tenant_id, id)
);
create index partner_tenant_id_name_index on partner (tenant_id, name);
alter table partner add constraint partner_tenant_id_credit_code_unique unique (tenant_id, credit_code);
alter table partner enable row level security;
alter table partner force row level security;
create policy tenant on partner using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
