create table course (
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
  name text not null,
  audience text not null,
  fee double precision null,
  place text null,
  teacher_name text null,
  primary key (tenant_id, id)
);
create index course_org_path on course using gist (tenant_id, org_path);
create index course_tenant_id_created_at_id_index on course (tenant_id, created_at, id);
create index course_tenant_id_project_id_index on course (tenant_id, project_id);
create table course_term (
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
  course_id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  weekdays int[] not null,
  starts_at text null,
  ends_at text null,
  capacity int not null,
  state text not null,
  workflow_version int not null,
  primary key (tenant_id, id)
);
create index course_term_org_path on course_term using gist (tenant_id, org_path);
create index course_term_tenant_id_starts_on_id_index on course_term (tenant_id, starts_on, id);
create index course_term_tenant_id_state_starts_on_index on course_term (tenant_id, state, starts_on);
create index course_term_tenant_id_project_id_index on course_term (tenant_id, project_id);
create index course_term_tenant_id_course_id_starts_on_index on course_term (tenant_id, course_id, starts_on);
create table enrolment (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  project_id uuid not null,
  term_id uuid not null,
  guardian_id uuid not null,
  learner_name text not null,
  learner_birth_year int not null,
  is_minor boolean not null,
  guardian_name text null,
  guardian_phone text null,
  state text not null,
  workflow_version int not null,
  reason text null,
  consent_id uuid null,
  is_locked boolean not null,
  primary key (tenant_id, id)
);
create index enrolment_org_path on enrolment using gist (tenant_id, org_path);
create index enrolment_tenant_id_created_at_id_index on enrolment (tenant_id, created_at, id);
create index enrolment_tenant_id_guardian_id_index on enrolment (tenant_id, guardian_id);
create index enrolment_tenant_id_project_id_index on enrolment (tenant_id, project_id);
create index enrolment_tenant_id_term_id_state_index on enrolment (tenant_id, term_id, state);
create table guardian_consent (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  enrolment_id uuid not null,
  guardian_id uuid not null,
  purpose text not null,
  words text not null,
  given_at timestamptz(3) not null,
  withdrawn_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index guardian_consent_tenant_id_guardian_id_index on guardian_consent (tenant_id, guardian_id);
create index guardian_consent_tenant_id_enrolment_id_index on guardian_consent (tenant_id, enrolment_id);
alter table course add constraint course_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table course add constraint course_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table course_term add constraint course_term_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table course_term add constraint course_term_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table course_term add constraint course_term_tenant_id_course_id_foreign foreign key (tenant_id, course_id) references course (tenant_id, id) on update no action on delete no action;
alter table enrolment add constraint enrolment_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table enrolment add constraint enrolment_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table enrolment add constraint enrolment_tenant_id_term_id_foreign foreign key (tenant_id, term_id) references course_term (tenant_id, id) on update no action on delete no action;
alter table enrolment add constraint enrolment_tenant_id_guardian_id_foreign foreign key (tenant_id, guardian_id) references person (tenant_id, id) on update no action on delete no action;
alter table enrolment add constraint enrolment_tenant_id_consent_id_foreign foreign key (tenant_id, consent_id) references guardian_consent (tenant_id, id) on update no action on delete no action;
alter table guardian_consent add constraint guardian_consent_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table guardian_consent add constraint guardian_consent_tenant_id_enrolment_id_foreign foreign key (tenant_id, enrolment_id) references enrolment (tenant_id, id) on update no action on delete no action;
alter table guardian_consent add constraint guardian_consent_tenant_id_guardian_id_foreign foreign key (tenant_id, guardian_id) references person (tenant_id, id) on update no action on delete no action;
alter table course enable row level security;
alter table course force row level security;
create policy tenant on course using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table course_term enable row level security;
alter table course_term force row level security;
create policy tenant on course_term using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table enrolment enable row level security;
alter table enrolment force row level security;
create policy tenant on enrolment using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table guardian_consent enable row level security;
alter table guardian_consent force row level security;
create policy tenant on guardian_consent using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
