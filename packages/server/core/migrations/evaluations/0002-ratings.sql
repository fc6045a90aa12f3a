-- A round with ratings opens, closes and becomes final; tallies from ledgers are final from the start.
alter table evaluation_round
  add column state text not null default 'FINAL',
  add column opened_at timestamptz(3) null,
  add column closes_at timestamptz(3) null,
  add column objections_until date null,
  add column own_policy jsonb null,
  add column tallies jsonb null,
  alter column score drop not null,
  alter column grade drop not null,
  alter column satisfaction drop not null,
  alter column excellent set default 0,
  alter column good set default 0,
  alter column pass set default 0,
  alter column fail set default 0,
  alter column votes set default 0;
create index evaluation_round_tenant_id_state_closes_at_index on evaluation_round (tenant_id, state, closes_at);
create table rating (
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
  round_id uuid not null,
  person_id uuid not null,
  party text not null,
  grade text not null,
  words text null,
  is_counted boolean not null default false,
  is_excluded boolean not null default false,
  primary key (tenant_id, id)
);
create index rating_tenant_id_person_id_index on rating (tenant_id, person_id);
alter table rating add constraint rating_tenant_id_round_id_person_id_unique unique (tenant_id, round_id, person_id);
create table objection (
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
  round_id uuid not null,
  person_id uuid not null,
  words text not null,
  state text not null default 'OPEN',
  answer text null,
  answered_by_id uuid null,
  answered_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index objection_tenant_id_person_id_index on objection (tenant_id, person_id);
create index objection_tenant_id_state_created_at_id_index on objection (tenant_id, state, created_at, id);
create index objection_tenant_id_round_id_state_index on objection (tenant_id, round_id, state);
create table evaluation_proposal (
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
  round_id uuid not null,
  partner_id uuid null,
  kind text not null,
  state text not null default 'PROPOSED',
  due_on date null,
  words text null,
  decided_by_id uuid null,
  decided_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index evaluation_proposal_tenant_id_state_created_at_id_index on evaluation_proposal (tenant_id, state, created_at, id);
create index evaluation_proposal_tenant_id_project_id_kind_index on evaluation_proposal (tenant_id, project_id, kind);
alter table evaluation_proposal add constraint evaluation_proposal_tenant_id_round_id_kind_unique unique (tenant_id, round_id, kind);
alter table rating add constraint rating_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table rating add constraint rating_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table rating add constraint rating_tenant_id_round_id_foreign foreign key (tenant_id, round_id) references evaluation_round (tenant_id, id) on update no action on delete no action;
alter table rating add constraint rating_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete no action;
alter table objection add constraint objection_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table objection add constraint objection_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table objection add constraint objection_tenant_id_round_id_foreign foreign key (tenant_id, round_id) references evaluation_round (tenant_id, id) on update no action on delete no action;
alter table objection add constraint objection_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete no action;
alter table objection add constraint objection_tenant_id_answered_by_id_foreign foreign key (tenant_id, answered_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table evaluation_proposal add constraint evaluation_proposal_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table evaluation_proposal add constraint evaluation_proposal_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table evaluation_proposal add constraint evaluation_proposal_tenant_id_round_id_foreign foreign key (tenant_id, round_id) references evaluation_round (tenant_id, id) on update no action on delete no action;
alter table evaluation_proposal add constraint evaluation_proposal_tenant_id_partner_id_foreign foreign key (tenant_id, partner_id) references partner (tenant_id, id) on update no action on delete no action;
alter table evaluation_proposal add constraint evaluation_proposal_tenant_id_decided_by_id_foreign foreign key (tenant_id, decided_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table rating enable row level security;
alter table rating force row level security;
create policy tenant on rating using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table objection enable row level security;
alter table objection force row level security;
create policy tenant on objection using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table evaluation_proposal enable row level security;
alter table evaluation_proposal force row level security;
create policy tenant on evaluation_proposal using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
