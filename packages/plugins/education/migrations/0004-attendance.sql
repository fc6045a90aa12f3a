-- Who came to lessons, with whom children left, and who was not fetched.
create table pick_up_person (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  enrolment_id uuid not null,
  guardian_id uuid not null,
  teacher_id uuid null,
  is_locked boolean not null default false,
  name text not null,
  phone text null,
  relation text null,
  removed_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index pick_up_person_tenant_id_created_at_id_index on pick_up_person (tenant_id, created_at, id);
create index pick_up_person_tenant_id_enrolment_id_index on pick_up_person (tenant_id, enrolment_id);
create table pick_up_alert (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  lesson_id uuid not null,
  enrolment_id uuid not null,
  guardian_id uuid not null,
  teacher_id uuid null,
  escalated_at timestamptz(3) null,
  is_escalated boolean not null default false,
  resolved_at timestamptz(3) null,
  resolved_by_id uuid null,
  resolution text null,
  primary key (tenant_id, id)
);
create index pick_up_alert_org_path on pick_up_alert using gist (tenant_id, org_path);
create index pick_up_alert_tenant_id_created_at_id_index on pick_up_alert (tenant_id, created_at, id);
alter table pick_up_alert add constraint pick_up_alert_tenant_id_lesson_id_enrolment_id_unique unique (tenant_id, lesson_id, enrolment_id);
create table attendance (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  lesson_id uuid not null,
  enrolment_id uuid not null,
  guardian_id uuid not null,
  teacher_id uuid null,
  mark text null,
  marked_at timestamptz(3) not null,
  way text not null,
  code_issued_at timestamptz(3) null,
  handed_over_at timestamptz(3) null,
  handed_over_by_id uuid null,
  handed_over_to text null,
  handed_over_way text null,
  is_locked boolean not null default false,
  primary key (tenant_id, id)
);
create index attendance_org_path on attendance using gist (tenant_id, org_path);
create index attendance_tenant_id_created_at_id_index on attendance (tenant_id, created_at, id);
create index attendance_tenant_id_guardian_id_index on attendance (tenant_id, guardian_id);
create index attendance_tenant_id_enrolment_id_index on attendance (tenant_id, enrolment_id);
alter table attendance add constraint attendance_tenant_id_lesson_id_enrolment_id_unique unique (tenant_id, lesson_id, enrolment_id);
alter table pick_up_person add constraint pick_up_person_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table pick_up_person add constraint pick_up_person_tenant_id_enrolment_id_foreign foreign key (tenant_id, enrolment_id) references enrolment (tenant_id, id) on update no action on delete no action;
alter table pick_up_person add constraint pick_up_person_tenant_id_guardian_id_foreign foreign key (tenant_id, guardian_id) references person (tenant_id, id) on update no action on delete no action;
alter table pick_up_person add constraint pick_up_person_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table pick_up_alert add constraint pick_up_alert_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table pick_up_alert add constraint pick_up_alert_tenant_id_lesson_id_foreign foreign key (tenant_id, lesson_id) references lesson (tenant_id, id) on update no action on delete no action;
alter table pick_up_alert add constraint pick_up_alert_tenant_id_enrolment_id_foreign foreign key (tenant_id, enrolment_id) references enrolment (tenant_id, id) on update no action on delete no action;
alter table pick_up_alert add constraint pick_up_alert_tenant_id_guardian_id_foreign foreign key (tenant_id, guardian_id) references person (tenant_id, id) on update no action on delete no action;
alter table pick_up_alert add constraint pick_up_alert_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table pick_up_alert add constraint pick_up_alert_tenant_id_resolved_by_id_foreign foreign key (tenant_id, resolved_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table attendance add constraint attendance_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table attendance add constraint attendance_tenant_id_lesson_id_foreign foreign key (tenant_id, lesson_id) references lesson (tenant_id, id) on update no action on delete no action;
alter table attendance add constraint attendance_tenant_id_enrolment_id_foreign foreign key (tenant_id, enrolment_id) references enrolment (tenant_id, id) on update no action on delete no action;
alter table attendance add constraint attendance_tenant_id_guardian_id_foreign foreign key (tenant_id, guardian_id) references person (tenant_id, id) on update no action on delete no action;
alter table attendance add constraint attendance_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table attendance add constraint attendance_tenant_id_handed_over_by_id_foreign foreign key (tenant_id, handed_over_by_id) references person (tenant_id, id) on update no action on delete no action;
alter table pick_up_person enable row level security;
alter table pick_up_person force row level security;
create policy tenant on pick_up_person using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table pick_up_alert enable row level security;
alter table pick_up_alert force row level security;
create policy tenant on pick_up_alert using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table attendance enable row level security;
alter table attendance force row level security;
create policy tenant on attendance using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table course_term add column pick_up_minutes int not null default 15;
