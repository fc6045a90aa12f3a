create table emergency_access (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path text collate "C" not null,
  recorded_path text collate "C" not null,
  assignment_id uuid not null,
  holder_id uuid not null,
  person_id uuid not null,
  reason text not null,
  until timestamptz(3) not null,
  state text not null default 'OPEN',
  ended_at timestamptz(3) null,
  ended_by_id uuid null,
  reviewed_by_id uuid null,
  reviewed_at timestamptz(3) null,
  remark text null,
  primary key (tenant_id, id)
);
create index emergency_access_tenant_id_org_path_index on emergency_access (tenant_id, org_path);
create index emergency_access_tenant_id_state_created_at_id_index on emergency_access (tenant_id, state, created_at, id);
create index emergency_access_tenant_id_org_unit_id_index on emergency_access (tenant_id, org_unit_id);
create index emergency_access_tenant_id_holder_id_index on emergency_access (tenant_id, holder_id);
create index emergency_access_tenant_id_assignment_id_index on emergency_access (tenant_id, assignment_id);
create index emergency_access_tenant_id_person_id_index on emergency_access (tenant_id, person_id);
alter table emergency_access add constraint emergency_access_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table emergency_access add constraint emergency_access_tenant_id_assignment_id_foreign foreign key (tenant_id, assignment_id) references role_assignment (tenant_id, id) on update no action on delete no action;
alter table emergency_access add constraint emergency_access_tenant_id_holder_id_foreign foreign key (tenant_id, holder_id) references person (tenant_id, id) on update no action on delete no action;
alter table emergency_access add constraint emergency_access_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete no action;
alter table emergency_access add constraint emergency_access_tenant_id_ended_by_id_foreign foreign key (tenant_id, ended_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table emergency_access add constraint emergency_access_tenant_id_reviewed_by_id_foreign foreign key (tenant_id, reviewed_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table emergency_access enable row level security;
alter table emergency_access force row level security;
create policy tenant on emergency_access using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
