-- A project's demands are read in the order of an index; most demands are in none for a while.
drop index demand_tenant_id_project_id_index;
create index demand_project on demand (tenant_id, project_id, number, id) where project_id is not null;
