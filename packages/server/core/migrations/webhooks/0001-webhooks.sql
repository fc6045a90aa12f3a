create table webhook (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  name text not null,
  url text not null,
  events text[] not null,
  owner_id uuid not null,
  secret text not null,
  is_active boolean not null default true,
  failures int not null default 0,
  stopped_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index webhook_tenant_id_created_at_id_index on webhook (tenant_id, created_at, id);
create index webhook_tenant_id_owner_id_index on webhook (tenant_id, owner_id);
create table webhook_delivery (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  webhook_id uuid not null,
  event_id uuid not null,
  event text not null,
  subject text not null,
  subject_id uuid not null,
  happened_at timestamptz(3) not null,
  state text not null default 'WAITING',
  attempts int not null default 0,
  status int null,
  problem text null,
  tried_at timestamptz(3) null,
  primary key (tenant_id, id)
);
create index webhook_delivery_tenant_id_happened_at_index on webhook_delivery (tenant_id, happened_at);
create index webhook_delivery_tenant_id_webhook_id_happened_at_id_index on webhook_delivery (tenant_id, webhook_id, happened_at, id);
alter table webhook_delivery add constraint webhook_delivery_tenant_id_webhook_id_event_id_unique unique (tenant_id, webhook_id, event_id);
alter table webhook add constraint webhook_tenant_id_owner_id_foreign foreign key (tenant_id, owner_id) references person (tenant_id, id) on update no action on delete no action;
alter table webhook_delivery add constraint webhook_delivery_tenant_id_webhook_id_foreign foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on update no action on delete cascade;
alter table webhook enable row level security;
alter table webhook force row level security;
create policy tenant on webhook using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy tenant on webhook_delivery using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
