create table demand (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  number int not null,
  title text not null,
  state text not null,
  workflow_version int not null,
  category_id uuid null,
  project_id uuid null,
  wish_count int not null default 0,
  primary key (tenant_id, id)
);
create index demand_org_path on demand using gist (tenant_id, org_path);
create index demand_tenant_id_project_id_index on demand (tenant_id, project_id);
create index demand_tenant_id_state_id_index on demand (tenant_id, state, id);
alter table demand add constraint demand_tenant_id_number_unique unique (tenant_id, number);
alter table demand add constraint demand_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table demand add constraint demand_tenant_id_category_id_foreign foreign key (tenant_id, category_id) references vocabulary_term (tenant_id, id) on update no action on delete no action;
alter table demand add constraint demand_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table demand enable row level security;
alter table demand force row level security;
create policy tenant on demand using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
