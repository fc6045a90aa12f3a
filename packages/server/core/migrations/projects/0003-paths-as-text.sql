-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index project_org_path;
alter table project alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index project_tenant_id_org_path_index on project (tenant_id, org_path);
