-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index demand_org_path;
alter table demand alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index demand_tenant_id_org_path_index on demand (tenant_id, org_path);
