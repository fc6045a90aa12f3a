create table wish (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  number int not null,
  ledger_number int null,
  ledger_key text null,
  words text not null,
  state text not null,
  workflow_version int not null,
  channel text not null,
  scope text null,
  category_id uuid null,
  priority text null,
  recorded_on date not null,
  wisher_label text null,
  wisher_name text null,
  wisher_phone text null,
  wisher_id uuid null,
  recorded_by_id uuid null,
  is_public boolean not null,
  supporter_count int not null default 0,
  answer_due_at timestamptz(3) null,
  first_answered_at timestamptz(3) null,
  is_overdue boolean not null default false,
  escalates_at timestamptz(3) null,
  escalated_at timestamptz(3) null,
  escalated_to_id uuid null,
  demand_id uuid null,
  project_id uuid null,
  unlisted_reason text null,
  merged_into_id uuid null,
  last_answer_id uuid null,
  primary key (tenant_id, id)
);
create index wish_recorded_path on wish using gist (tenant_id, recorded_path);
create index wish_org_path on wish using gist (tenant_id, org_path);
create index wish_tenant_id_wisher_id_index on wish (tenant_id, wisher_id);
create index wish_tenant_id_project_id_index on wish (tenant_id, project_id);
create index wish_tenant_id_merged_into_id_index on wish (tenant_id, merged_into_id);
create index wish_tenant_id_demand_id_index on wish (tenant_id, demand_id);
create index wish_tenant_id_org_unit_id_index on wish (tenant_id, org_unit_id);
create index wish_tenant_id_escalates_at_index on wish (tenant_id, escalates_at);
create index wish_tenant_id_state_answer_due_at_index on wish (tenant_id, state, answer_due_at);
create index wish_tenant_id_recorded_on_id_index on wish (tenant_id, recorded_on, id);
alter table wish add constraint wish_tenant_id_ledger_key_unique unique (tenant_id, ledger_key);
alter table wish add constraint wish_tenant_id_number_unique unique (tenant_id, number);
create table wish_answer (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  wish_id uuid not null,
  state text not null,
  words text not null,
  answered_by_label text null,
  answered_by_id uuid null,
  at timestamptz(3) not null,
  is_from_ledger boolean not null default false,
  is_public boolean not null,
  wisher_id uuid null,
  primary key (tenant_id, id)
);
create index wish_answer_tenant_id_wish_id_at_id_index on wish_answer (tenant_id, wish_id, at, id);
create table wish_support (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  wish_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, id)
);
create index wish_support_tenant_id_person_id_index on wish_support (tenant_id, person_id);
alter table wish_support add constraint wish_support_tenant_id_wish_id_person_id_unique unique (tenant_id, wish_id, person_id);
alter table wish add constraint wish_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_category_id_foreign foreign key (tenant_id, category_id) references vocabulary_term (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_wisher_id_foreign foreign key (tenant_id, wisher_id) references person (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_recorded_by_id_foreign foreign key (tenant_id, recorded_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_escalated_to_id_foreign foreign key (tenant_id, escalated_to_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_demand_id_foreign foreign key (tenant_id, demand_id) references demand (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_merged_into_id_foreign foreign key (tenant_id, merged_into_id) references wish (tenant_id, id) on update no action on delete no action;
alter table wish add constraint wish_tenant_id_last_answer_id_foreign foreign key (tenant_id, last_answer_id) references wish_answer (tenant_id, id) on update no action on delete no action;
alter table wish_answer add constraint wish_answer_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table wish_answer add constraint wish_answer_tenant_id_wish_id_foreign foreign key (tenant_id, wish_id) references wish (tenant_id, id) on update no action on delete cascade;
alter table wish_answer add constraint wish_answer_tenant_id_answered_by_id_foreign foreign key (tenant_id, answered_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table wish_answer add constraint wish_answer_tenant_id_wisher_id_foreign foreign key (tenant_id, wisher_id) references person (tenant_id, id) on update no action on delete no action;
alter table wish_support add constraint wish_support_tenant_id_wish_id_foreign foreign key (tenant_id, wish_id) references wish (tenant_id, id) on update no action on delete cascade;
alter table wish_support add constraint wish_support_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete no action;
alter table wish enable row level security;
alter table wish force row level security;
create policy tenant on wish using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table wish_answer enable row level security;
alter table wish_answer force row level security;
create policy tenant on wish_answer using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table wish_support enable row level security;
alter table wish_support force row level security;
create policy tenant on wish_support using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
