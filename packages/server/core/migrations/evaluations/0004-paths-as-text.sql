-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index evaluation_round_org_path;
alter table evaluation_round alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table rating alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table objection alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table evaluation_proposal alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index evaluation_round_tenant_id_org_path_index on evaluation_round (tenant_id, org_path);
