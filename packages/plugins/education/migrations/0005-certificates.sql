-- Certificates of terms.
create table course_certificate (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  enrolment_id uuid not null,
  term_id uuid not null,
  guardian_id uuid not null,
  teacher_id uuid null,
  is_locked boolean not null default false,
  number text not null,
  code text not null,
  learner_name text not null,
  course_name text not null,
  term_name text not null,
  lessons int not null,
  hours double precision not null,
  issuer text not null,
  issued_on date not null,
  revoked_at timestamptz(3) null,
  reason text null,
  primary key (tenant_id, id)
);
create index course_certificate_org_path on course_certificate using gist (tenant_id, org_path);
create index course_certificate_tenant_id_created_at_id_index on course_certificate (tenant_id, created_at, id);
create index course_certificate_tenant_id_guardian_id_index on course_certificate (tenant_id, guardian_id);
alter table course_certificate add constraint course_certificate_tenant_id_code_unique unique (tenant_id, code);
alter table course_certificate add constraint course_certificate_tenant_id_number_unique unique (tenant_id, number);
alter table course_certificate add constraint course_certificate_tenant_id_enrolment_id_unique unique (tenant_id, enrolment_id);
alter table course_certificate add constraint course_certificate_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table course_certificate add constraint course_certificate_tenant_id_enrolment_id_foreign foreign key (tenant_id, enrolment_id) references enrolment (tenant_id, id) on update no action on delete no action;
alter table course_certificate add constraint course_certificate_tenant_id_term_id_foreign foreign key (tenant_id, term_id) references course_term (tenant_id, id) on update no action on delete no action;
alter table course_certificate add constraint course_certificate_tenant_id_guardian_id_foreign foreign key (tenant_id, guardian_id) references person (tenant_id, id) on update no action on delete no action;
alter table course_certificate add constraint course_certificate_tenant_id_teacher_id_foreign foreign key (tenant_id, teacher_id) references person (tenant_id, id) on update no action on delete no action;
alter table course_certificate enable row level security;
alter table course_certificate force row level security;
create policy tenant on course_certificate using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
