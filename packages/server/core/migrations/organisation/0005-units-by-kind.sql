-- A report counts the units of a kind.
create index org_unit_tenant_id_kind_id_index on org_unit (tenant_id, kind_id);
