-- The place of a record as text under “C”: comparisons of text are leakproof, so that an index on it is used under row level
-- security, which no operator of ltree is (docs/adr/0024). Each table is written anew once.
drop index person_org_path;
drop index role_assignment_org_path;
drop index delegation_org_path;
alter table person alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table role_assignment alter column org_path type text collate "C", alter column recorded_path type text collate "C";
alter table delegation alter column org_path type text collate "C", alter column recorded_path type text collate "C";
create index person_tenant_id_org_path_index on person (tenant_id, org_path);
create index role_assignment_tenant_id_org_path_index on role_assignment (tenant_id, org_path);
create index delegation_tenant_id_org_path_index on delegation (tenant_id, org_path);
