create table project (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  code text null,
  name text not null,
  type text not null,
  state text not null default 'DRAFT',
  aspect_id uuid null,
  category_id uuid null,
  mode text null,
  partner_id uuid null,
  lead_id uuid null,
  lead_name text null,
  plan text null,
  starts_on date null,
  ends_on date null,
  recorded_on date null,
  is_public boolean not null default false,
  workflow_name text not null,
  workflow_version int not null,
  ledger_content text null,
  primary key (tenant_id, id)
);
create index project_org_path on project using gist (tenant_id, org_path);
create index project_tenant_id_lead_id_index on project (tenant_id, lead_id);
create index project_tenant_id_partner_id_index on project (tenant_id, partner_id);
create index project_tenant_id_created_at_id_index on project (tenant_id, created_at, id);
alter table project add constraint project_tenant_id_code_unique unique (tenant_id, code);
alter table project add constraint project_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table project add constraint project_tenant_id_aspect_id_foreign foreign key (tenant_id, aspect_id) references vocabulary_term (tenant_id, id) on update no action on delete no action;
alter table project add constraint project_tenant_id_category_id_foreign foreign key (tenant_id, category_id) references vocabulary_term (tenant_id, id) on update no action on delete no action;
alter table project add constraint project_tenant_id_partner_id_foreign foreign key (tenant_id, partner_id) references partner (tenant_id, id) on update no action on delete no action;
alter table project add constraint project_tenant_id_lead_id_foreign foreign key (tenant_id, lead_id) references person (tenant_id, id) on update no action on delete no action;
alter table project enable row level security;
alter table project force row level security;
create policy tenant on project using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
