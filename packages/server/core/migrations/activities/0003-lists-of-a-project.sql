-- A project's activities are read in the order of an index.
drop index activity_tenant_id_project_id_date_index;
create index activity_project on activity (tenant_id, project_id, date desc nulls last, id desc);
