create table photo (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  org_unit_id uuid not null,
  org_path ltree not null,
  recorded_path ltree not null,
  uploader_id uuid not null,
  wish_id uuid null,
  activity_id uuid null,
  wisher_id uuid null,
  project_id uuid null,
  project_type text null,
  is_public boolean not null default false,
  position int not null default 0,
  attached_at timestamptz(3) null,
  file_key text not null,
  thumbnail_key text not null,
  width int not null,
  height int not null,
  is_hidden boolean not null default false,
  hidden_reason text null,
  primary key (tenant_id, id)
);
create index photo_org_path on photo using gist (tenant_id, org_path);
create index photo_waiting on photo (tenant_id, created_at) where attached_at is null;
create index photo_tenant_id_thumbnail_key_index on photo (tenant_id, thumbnail_key);
create index photo_tenant_id_file_key_index on photo (tenant_id, file_key);
create index photo_tenant_id_uploader_id_index on photo (tenant_id, uploader_id);
create index photo_tenant_id_project_id_index on photo (tenant_id, project_id);
create index photo_tenant_id_activity_id_position_index on photo (tenant_id, activity_id, position);
create index photo_tenant_id_wish_id_position_index on photo (tenant_id, wish_id, position);
alter table photo add constraint photo_tenant_id_org_unit_id_foreign foreign key (tenant_id, org_unit_id) references org_unit (tenant_id, id) on update no action on delete no action;
alter table photo add constraint photo_tenant_id_uploader_id_foreign foreign key (tenant_id, uploader_id) references person (tenant_id, id) on update no action on delete no action;
alter table photo add constraint photo_tenant_id_wish_id_foreign foreign key (tenant_id, wish_id) references wish (tenant_id, id) on update no action on delete cascade;
alter table photo add constraint photo_tenant_id_activity_id_foreign foreign key (tenant_id, activity_id) references activity (tenant_id, id) on update no action on delete cascade;
alter table photo add constraint photo_tenant_id_wisher_id_foreign foreign key (tenant_id, wisher_id) references person (tenant_id, id) on update no action on delete no action;
alter table photo add constraint photo_tenant_id_project_id_foreign foreign key (tenant_id, project_id) references project (tenant_id, id) on update no action on delete no action;
alter table photo enable row level security;
alter table photo force row level security;
create policy tenant on photo using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
