create table person (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  name text not null,
  phone text null,
  login text null,
  password_hash text null,
  is_closed boolean not null default false,
  primary key (tenant_id, id)
);
create index person_tenant_id_name_index on person (tenant_id, name);
alter table person add constraint person_tenant_id_login_unique unique (tenant_id, login);
create table role_assignment (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  person_id uuid not null,
  role text not null,
  since date not null,
  until date null,
  primary key (tenant_id, id)
);
create index role_assignment_tenant_id_org_unit_id_index on role_assignment (tenant_id, org_unit_id);
create index role_assignment_tenant_id_person_id_index on role_assignment (tenant_id, person_id);
alter table person add constraint person_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table role_assignment add constraint role_assignment_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table role_assignment add constraint role_assignment_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete no action;
alter table person enable row level security;
alter table person force row level security;
create policy tenant on person using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table role_assignment enable row level security;
alter table role_assignment force row level security;
create policy tenant on role_assignment using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
