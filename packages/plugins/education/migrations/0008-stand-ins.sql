-- Who holds a lesson in the place of who teaches the term sees the children of that lesson, while it lasts.
alter table enrolment add column stand_in_id uuid null;
alter table enrolment add constraint enrolment_tenant_id_stand_in_id_foreign foreign key (tenant_id, stand_in_id) references person (tenant_id, id) on update no action on delete no action;
create index enrolment_tenant_id_stand_in_id_index on enrolment (tenant_id, stand_in_id);
alter table attendance add column stand_in_id uuid null;
alter table attendance add constraint attendance_tenant_id_stand_in_id_foreign foreign key (tenant_id, stand_in_id) references person (tenant_id, id) on update no action on delete no action;
alter table pick_up_person add column stand_in_id uuid null;
alter table pick_up_person add constraint pick_up_person_tenant_id_stand_in_id_foreign foreign key (tenant_id, stand_in_id) references person (tenant_id, id) on update no action on delete no action;
