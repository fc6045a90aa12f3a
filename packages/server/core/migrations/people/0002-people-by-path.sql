-- Who may see people of a subtree, and what follows a unit that moves, is found by the path.
create index person_org_path on person using gist (tenant_id, org_path);
create index role_assignment_org_path on role_assignment using gist (tenant_id, org_path);
