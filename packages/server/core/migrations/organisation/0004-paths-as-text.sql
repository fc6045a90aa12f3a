-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index org_unit_org_path;
alter table org_unit alter column org_path type text collate "C";
create index org_unit_tenant_id_org_path_index on org_unit (tenant_id, org_path);
