create table evaluation_round (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  project_type text not null,
  is_public boolean not null,
  project_id uuid not null,
  month text not null,
  excellent int not null,
  good int not null,
  pass int not null,
  fail int not null,
  votes int not null,
  score double precision not null,
  grade text not null,
  satisfaction double precision not null,
  source text not null default 'ENTERED',
  ledger_keys text[] not null,
  primary key (tenant_id, id)
);
create index evaluation_round_org_path on evaluation_round using gist (tenant_id, org_path);
create index evaluation_round_tenant_id_month_id_index on evaluation_round (tenant_id, month, id);
alter table evaluation_round add constraint evaluation_round_tenant_id_project_id_month_unique unique (tenant_id, project_id, month);
alter table evaluation_round add constraint evaluation_round_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table evaluation_round add constraint evaluation_round_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table evaluation_round enable row level security;
alter table evaluation_round force row level security;
create policy tenant on evaluation_round using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- A project shows its latest round without looking for it.
alter table project add column latest_round_id uuid null;
alter table project add constraint project_tenant_id_latest_round_id_foreign foreign key (tenant_id, latest_round_id) references evaluation_round (tenant_id, id) on update no action on delete no action;
