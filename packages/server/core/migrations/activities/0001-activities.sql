create table activity (
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
  kind_id uuid not null,
  name text null,
  date date null,
  place text null,
  visits int not null,
  minors int not null,
  quantity double precision null,
  quantity_unit text null,
  source text not null default 'ENTERED',
  ledger_key text null,
  primary key (tenant_id, id)
);
create index activity_org_path on activity using gist (tenant_id, org_path);
create index activity_tenant_id_kind_id_date_index on activity (tenant_id, kind_id, date);
create index activity_tenant_id_date_id_index on activity (tenant_id, date, id);
create index activity_tenant_id_project_id_date_index on activity (tenant_id, project_id, date);
alter table activity add constraint activity_tenant_id_ledger_key_unique unique (tenant_id, ledger_key);
alter table activity add constraint activity_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table activity add constraint activity_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table activity add constraint activity_tenant_id_kind_id_foreign foreign key (tenant_id, kind_id) references vocabulary_term (tenant_id, id) on update no action on delete no action;
alter table activity enable row level security;
alter table activity force row level security;
create policy tenant on activity using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
