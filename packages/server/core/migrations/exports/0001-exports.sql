create table ledger_export (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  ledger text not null,
  filter jsonb not null,
  rows int not null default 0,
  finished_at timestamptz(3) null,
  exported_by_id uuid null,
  primary key (tenant_id, id)
);
create index ledger_export_tenant_id_exported_by_id_index on ledger_export (tenant_id, exported_by_id);
create index ledger_export_tenant_id_created_at_id_index on ledger_export (tenant_id, created_at, id);
alter table ledger_export add constraint ledger_export_tenant_id_exported_by_id_foreign foreign key (tenant_id, exported_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table ledger_export enable row level security;
alter table ledger_export force row level security;
create policy tenant on ledger_export using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
