create table org_unit (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  code text not null,
  name text not null,
  kind_id uuid not null,
  parent_id uuid null,
  org_path ltree not null,
  depth int not null,
  head_name text null,
  phone text null,
  opens_on date null,
  closed_on date null,
  oversees text[] not null,
  primary key (tenant_id, id)
);
create index org_unit_org_path on org_unit using gist (tenant_id, org_path);
create index org_unit_tenant_id_parent_id_code_index on org_unit (tenant_id, parent_id, code);
alter table org_unit add constraint org_unit_tenant_id_code_unique unique (tenant_id, code);
alter table org_unit add constraint org_unit_tenant_id_kind_id_foreign foreign key (tenant_id, kind_id) references vocabulary_term (tenant_id, id) on update no action on delete no action;
alter table org_unit add constraint org_unit_tenant_id_parent_id_foreign foreign key (tenant_id, parent_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table org_unit enable row level security;
alter table org_unit force row level security;
create policy tenant on org_unit using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
