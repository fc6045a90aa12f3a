create table notification_mute (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  person_id uuid not null,
  kind text not null,
  primary key (tenant_id, id)
);
alter table notification_mute add constraint notification_mute_tenant_id_person_id_kind_unique unique (tenant_id, person_id, kind);
create table notification (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  person_id uuid not null,
  kind text not null,
  group_key text not null,
  count int not null default 1,
  subject text not null,
  subject_id uuid not null,
  arrived_at timestamptz(3) not null,
  read_at timestamptz(3) null,
  archived_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index notification_tenant_id_arrived_at_index on notification (tenant_id, arrived_at);
create index notification_tenant_id_person_id_arrived_at_id_index on notification (tenant_id, person_id, arrived_at, id);
alter table notification_mute add constraint notification_mute_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete cascade;
alter table notification add constraint notification_tenant_id_person_id_foreign foreign key (tenant_id, person_id) references person (tenant_id, id) on update no action on delete cascade;
alter table notification_mute enable row level security;
alter table notification_mute force row level security;
create policy tenant on notification_mute using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table notification enable row level security;
alter table notification force row level security;
create policy tenant on notification using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
