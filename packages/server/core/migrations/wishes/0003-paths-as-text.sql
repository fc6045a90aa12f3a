-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index wish_recorded_path;
drop index wish_org_path;
alter table wish alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table wish_answer alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index wish_tenant_id_recorded_path_index on wish (tenant_id, recorded_path);
create index wish_tenant_id_org_path_index on wish (tenant_id, org_path);
