create table agreement (
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
  partner_id uuid null,
  signed_on date not null,
  content text null,
  frequency text null,
  people text null,
  venue text null,
  standard text null,
  source text not null default 'ENTERED',
  primary key (tenant_id, id)
);
create index agreement_org_path on agreement using gist (tenant_id, org_path);
create index agreement_tenant_id_signed_on_id_index on agreement (tenant_id, signed_on, id);
create index agreement_tenant_id_partner_id_index on agreement (tenant_id, partner_id);
create index agreement_tenant_id_project_id_signed_on_index on agreement (tenant_id, project_id, signed_on);
alter table agreement add constraint agreement_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table agreement add constraint agreement_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table agreement add constraint agreement_tenant_id_partner_id_foreign foreign key (tenant_id, partner_id) references partner (tenant_id, id) on update no action on delete no action;
alter table agreement enable row level security;
alter table agreement force row level security;
create policy tenant on agreement using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
