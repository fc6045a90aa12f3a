create table saved_filter (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  page text not null,
  name text not null,
  query text not null,
  is_shared boolean not null default false,
  owner_id uuid not null,
  primary key (tenant_id, id)
);
create index saved_filter_tenant_id_org_unit_id_page_index on saved_filter (tenant_id, org_unit_id, page);
alter table saved_filter add constraint saved_filter_tenant_id_owner_id_page_name_unique unique (tenant_id, owner_id, page, name);
alter table saved_filter add constraint saved_filter_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table saved_filter add constraint saved_filter_tenant_id_owner_id_foreign foreign key (tenant_id, owner_id) references person (tenant_id, id) on update no action on delete no action;
alter table saved_filter enable row level security;
alter table saved_filter force row level security;
create policy tenant on saved_filter using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
