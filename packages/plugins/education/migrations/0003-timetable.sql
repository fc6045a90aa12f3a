-- Lessons, rooms, the waiting list that moves up, and the wordings of the consent.
create table course_room (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  name text not null,
  seats int null,
  primary key (tenant_id, id)
);
create index course_room_tenant_id_name_id_index on course_room (tenant_id, name, id);
alter table course_room add constraint course_room_tenant_id_org_unit_id_name_unique unique (tenant_id, org_unit_id, name);
create table consent_wording (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  number int not null,
  purpose text not null,
  words text not null,
  published_by_id uuid null,
  primary key (tenant_id, id)
);
alter table consent_wording add constraint consent_wording_tenant_id_number_unique unique (tenant_id, number);
create table lesson (
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
  term_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  teacher_id uuid null,
  room_id uuid null,
  moved_from timestamptz(3) null,
  cancelled_at timestamptz(3) null,
  notice text null,
  is_announced boolean not null,
  primary key (tenant_id, id)
);
create index lesson_org_path on lesson using gist (tenant_id, org_path);
create index lesson_tenant_id_project_id_index on lesson (tenant_id, project_id);
create index lesson_tenant_id_starts_at_id_index on lesson (tenant_id, starts_at, id);
create index lesson_tenant_id_term_id_starts_at_index on lesson (tenant_id, term_id, starts_at);
alter table course_room add constraint course_room_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table consent_wording add constraint consent_wording_tenant_id_published_by_id_foreign foreign key (tenant_id, published_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table lesson add constraint lesson_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table lesson add constraint lesson_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table lesson add constraint lesson_tenant_id_course_id_foreign foreign key (tenant_id, course_id) references course (tenant_id, id) on update no action on delete no action;
alter table lesson add constraint lesson_tenant_id_term_id_foreign foreign key (tenant_id, term_id) references course_term (tenant_id, id) on update no action on delete no action;
alter table lesson add constraint lesson_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table lesson add constraint lesson_tenant_id_room_id_foreign foreign key (tenant_id, room_id) references course_room (tenant_id, id) on update no action on delete no action;
alter table course_room enable row level security;
alter table course_room force row level security;
create policy tenant on course_room using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table consent_wording enable row level security;
alter table consent_wording force row level security;
create policy tenant on consent_wording using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table lesson enable row level security;
alter table lesson force row level security;
create policy tenant on lesson using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table lesson add constraint lesson_room_free exclude using gist (tenant_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null);
alter table lesson add constraint lesson_teacher_free exclude using gist (tenant_id with =, teacher_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null);
alter table course_term add column teacher_id uuid null;
alter table course_term add column accept_within_hours int not null default 24;
alter table course_term add constraint course_term_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table enrolment add column teacher_id uuid null;
alter table enrolment add column offer_until timestamptz(3) null;
create index enrolment_tenant_id_teacher_id_index on enrolment (tenant_id, teacher_id);
alter table enrolment add constraint enrolment_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table guardian_consent add column wording_number int not null default 1;
