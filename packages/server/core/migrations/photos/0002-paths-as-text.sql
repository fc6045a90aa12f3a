-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index photo_org_path;
alter table photo alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index photo_tenant_id_org_path_index on photo (tenant_id, org_path);
