create table delegation (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  assignment_id uuid not null,
  lender_id uuid not null,
  person_id uuid not null,
  since date not null,
  until date not null,
  reason text null,
  primary key (tenant_id, id)
);
create index delegation_org_path on delegation using gist (tenant_id, org_path);
create index delegation_tenant_id_org_unit_id_index on delegation (tenant_id, org_unit_id);
create index delegation_tenant_id_lender_id_index on delegation (tenant_id, lender_id);
create index delegation_tenant_id_assignment_id_index on delegation (tenant_id, assignment_id);
create index delegation_tenant_id_person_id_index on delegation (tenant_id, person_id);
alter table delegation add constraint delegation_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table delegation add constraint delegation_tenant_id_assignment_id_foreign foreign key (tenant_id, assignment_id) references role_assignment (tenant_id, id) on update no action on delete no action;
alter table delegation add constraint delegation_tenant_id_lender_id_foreign foreign key (tenant_id, lender_id) references person (tenant_id, id) on update no action on delete no action;
alter table delegation add constraint delegation_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete no action;
alter table delegation enable row level security;
alter table delegation force row level security;
create policy tenant on delegation using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
