-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index course_org_path;
drop index course_term_org_path;
drop index enrolment_org_path;
drop index lesson_org_path;
drop index pick_up_alert_org_path;
drop index attendance_org_path;
drop index course_certificate_org_path;
alter table course alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table course_term alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table enrolment alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table guardian_consent alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table course_room alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table lesson alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table pick_up_person alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table pick_up_alert alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table attendance alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table course_certificate alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index course_tenant_id_org_path_index on course (tenant_id, org_path);
create index course_term_tenant_id_org_path_index on course_term (tenant_id, org_path);
create index enrolment_tenant_id_org_path_index on enrolment (tenant_id, org_path);
create index lesson_tenant_id_org_path_index on lesson (tenant_id, org_path);
create index pick_up_alert_tenant_id_org_path_index on pick_up_alert (tenant_id, org_path);
create index attendance_tenant_id_org_path_index on attendance (tenant_id, org_path);
create index course_certificate_tenant_id_org_path_index on course_certificate (tenant_id, org_path);
