create table reorganisation (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  kind text not null,
  state text not null default 'PLANNED',
  effective_on date not null,
  target_id uuid null,
  formerly_below_id uuid null,
  basis text null,
  planned_by_id uuid null,
  plan json null,
  former_path ltree null,
  carried_out_at timestamptz(3) null,
  finished_at timestamptz(3) null,
  units_moved int not null default 0,
  records_moved int not null default 0,
  failure_text json null,
  primary key (tenant_id, id)
);
create index reorganisation_org_path on reorganisation using gist (tenant_id, org_path);
create index reorganisation_tenant_id_state_effective_on_index on reorganisation (tenant_id, state, effective_on);
create index reorganisation_tenant_id_target_id_id_index on reorganisation (tenant_id, target_id, id);
create index reorganisation_tenant_id_org_unit_id_id_index on reorganisation (tenant_id, org_unit_id, id);
alter table reorganisation add constraint reorganisation_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table reorganisation add constraint reorganisation_tenant_id_target_id_foreign foreign key (tenant_id, target_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table reorganisation add constraint reorganisation_tenant_id_formerly_below_id_foreign foreign key (tenant_id, formerly_below_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table reorganisation add constraint reorganisation_tenant_id_planned_by_id_foreign foreign key (tenant_id, planned_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table reorganisation enable row level security;
alter table reorganisation force row level security;
create policy tenant on reorganisation using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
