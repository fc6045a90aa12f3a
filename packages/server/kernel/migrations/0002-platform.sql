-- A host of its own at which a tenant is served, for example xiangmu.qiaocheng.gov.cn.
alter table tenant add column domain text null;
alter table tenant add constraint tenant_domain_unique unique (domain);
create policy tenant_platform on tenant for update using (current_setting('app.platform', true) = 'on');

-- Reference tables of the platform's operators: no tenant's data in them, and nobody sees a row but code that went
-- through Database.onPlatform. Distributed, they are local to the coordinator; nothing refers to them.
create table platform_operator (
  id uuid not null primary key,
  login text not null,
  password_hash text not null,
  name text not null,
  is_closed boolean not null default false,
  created_at timestamptz(3) not null,
  constraint platform_operator_login_unique unique (login)
);

-- Tokens are kept as SHA-256 only.
create table platform_session (
  token_hash bytea not null primary key,
  operator_id uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index platform_session_operator on platform_session (operator_id);

-- What operators did, and who failed to sign in as one.
create table platform_event (
  id uuid not null primary key,
  at timestamptz(3) not null,
  operator_id uuid null, -- null: a command on the server's machine, or nobody who is known
  action text not null,
  subject text not null, -- slug or login
  detail jsonb not null,
  request_id text not null
);
comment on table platform_event is 'append-only';

do $$
declare
  name text;
begin
  foreach name in array array['platform_operator', 'platform_session', 'platform_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy platform on %I using (current_setting(''app.platform'', true) = ''on'') '
      'with check (current_setting(''app.platform'', true) = ''on'')', name);
  end loop;
end $$;
