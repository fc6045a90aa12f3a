create table notice (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  number int not null,
  title text not null,
  body text not null,
  kind text not null,
  published_at timestamptz(3) not null,
  org_unit_id uuid null,
  project_id uuid null,
  corrects_id uuid null,
  previous_hash text not null,
  hash text not null,
  primary key (tenant_id, id)
);
comment on table notice is 'append-only';
create index notice_tenant_id_project_id_number_index on notice (tenant_id, project_id, number);
alter table notice add constraint notice_tenant_id_number_unique unique (tenant_id, number);
alter table notice add constraint notice_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table notice add constraint notice_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table notice add constraint notice_tenant_id_corrects_id_foreign foreign key (tenant_id, corrects_id) references notice (tenant_id, id) on update no action on delete no action;
alter table notice enable row level security;
alter table notice force row level security;
create policy tenant on notice using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
