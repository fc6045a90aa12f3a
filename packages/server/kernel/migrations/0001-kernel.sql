-- Reference table: every process knows every tenant. Only its own tenant may change a row.
create table tenant (
  id uuid not null primary key,
  slug text not null,
  name jsonb not null,
  brand jsonb not null,
  time_zone text not null default 'Asia/Shanghai',
  plugins text[] not null,
  settings jsonb not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint tenant_slug_unique unique (slug)
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_read on tenant for select using (true);
create policy tenant_own on tenant for update using (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy tenant_new on tenant for insert with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- Numbers that people see, gapless per tenant.
create table counter (
  tenant_id uuid not null,
  name text not null,
  value bigint not null,
  primary key (tenant_id, name)
);

-- Answers kept for replay.
create table idempotency_key (
  tenant_id uuid not null,
  key text not null,
  content_hash text not null,
  answer jsonb null,
  created_at timestamptz(3) not null,
  primary key (tenant_id, key)
);

-- Signed-in browsers and programs; tokens are kept as SHA-256 only.
create table session (
  tenant_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (tenant_id, token_hash)
);
create index session_person on session (tenant_id, person_id);

-- Failed attempts only; a success deletes them.
create table failed_attempt (
  tenant_id uuid not null,
  key text not null,
  failures int not null,
  since timestamptz(3) not null,
  primary key (tenant_id, key)
);

-- Who read which sensitive values of whom, when and what for.
create table read_record (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz(3) not null,
  person_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  fields text[] not null,
  purpose text not null,
  request_id text not null,
  primary key (tenant_id, id)
);
create index read_record_subject on read_record (tenant_id, subject_id, id);

-- The outbox and the audit chain (src/events).
create table event (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  sequence bigint null,
  name text not null,
  subject text not null,
  subject_id uuid not null,
  actor_id uuid null,
  request_id text not null,
  payload json null, -- as it was written, letter by letter: its commitment is recomputed from it
  salt bytea null,
  commitment bytea not null,
  hash bytea null,
  primary key (tenant_id, id),
  constraint event_tenant_id_sequence_unique unique (tenant_id, sequence)
);
create index event_tenant_id_subject_id_id_index on event (tenant_id, subject_id, id);
create index event_unnumbered on event (tenant_id, id) where sequence is null;

do $$
declare
  name text;
begin
  foreach name in array array['counter', 'idempotency_key', 'session', 'failed_attempt', 'read_record', 'event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
  end loop;
end $$;
