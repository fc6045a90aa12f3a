-- The wishes of a demand, of a project and of a wisher are read in the order of an index. What a wish has not got takes no place in one.
drop index wish_tenant_id_demand_id_index;
create index wish_demand on wish (tenant_id, demand_id, recorded_on, id) where demand_id is not null;
drop index wish_tenant_id_project_id_index;
create index wish_project on wish (tenant_id, project_id, recorded_on, id) where project_id is not null;
drop index wish_tenant_id_wisher_id_index;
create index wish_wisher on wish (tenant_id, wisher_id, recorded_on, id) where wisher_id is not null;
drop index wish_tenant_id_merged_into_id_index;
create index wish_merged_into on wish (tenant_id, merged_into_id) where merged_into_id is not null;
drop index wish_tenant_id_escalates_at_index;
create index wish_escalates_at on wish (tenant_id, escalates_at) where escalates_at is not null;
