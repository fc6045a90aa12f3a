alter table org_unit add column merged_into_id uuid null;
alter table org_unit add constraint org_unit_tenant_id_merged_into_id_foreign foreign key (tenant_id, merged_into_id) references org_unit (tenant_id, id) on update no action on delete no action;
