create table ledger_import (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  ledger text not null,
  state text not null default 'queued',
  file_name text null,
  file_key text not null,
  file_hash text not null,
  is_dry_run boolean not null default false,
  total int null,
  accepted int not null default 0,
  unchanged int not null default 0,
  rejected_count int not null default 0,
  warning_count int not null default 0,
  rows_done int not null default 0,
  headers text[] not null,
  started_by_id uuid null,
  finished_at timestamptz(3) null,
  failure_text jsonb null,
  primary key (tenant_id, id)
);
create index ledger_import_tenant_id_started_by_id_index on ledger_import (tenant_id, started_by_id);
create index ledger_import_tenant_id_state_id_index on ledger_import (tenant_id, state, id);
create index ledger_import_tenant_id_created_at_id_index on ledger_import (tenant_id, created_at, id);
create table import_problem (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  import_id uuid not null,
  line int not null,
  header text null,
  code text not null,
  message jsonb not null,
  is_warning boolean not null,
  cells jsonb null,
  primary key (tenant_id, id)
);
create index import_problem_tenant_id_import_id_is_warning_line_id_index on import_problem (tenant_id, import_id, is_warning, line, id);
alter table ledger_import add constraint ledger_import_tenant_id_started_by_id_foreign foreign key (tenant_id, started_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table import_problem add constraint import_problem_tenant_id_import_id_foreign foreign key (tenant_id, import_id) references ledger_import (tenant_id, id) on update no action on delete cascade;
alter table ledger_import enable row level security;
alter table ledger_import force row level security;
create policy tenant on ledger_import using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table import_problem enable row level security;
alter table import_problem force row level security;
create policy tenant on import_problem using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
