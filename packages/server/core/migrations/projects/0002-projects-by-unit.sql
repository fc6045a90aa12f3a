-- A unit's own projects are listed beside it.
create index project_tenant_id_org_unit_id_index on project (tenant_id, org_unit_id);
