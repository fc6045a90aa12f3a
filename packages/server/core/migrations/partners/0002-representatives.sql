alter table role_assignment add column partner_id uuid null;
alter table role_assignment add constraint role_assignment_tenant_id_partner_id_foreign foreign key (tenant_id, partner_id) references partner (tenant_id, id) on update no action on delete no action;
create index role_assignment_tenant_id_partner_id_index on role_assignment (tenant_id, partner_id);
