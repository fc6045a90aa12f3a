create table vocabulary_term (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  kind text not null,
  key text not null,
  label jsonb not null,
  position int not null,
  primary key (tenant_id, id)
);
alter table vocabulary_term add constraint vocabulary_term_tenant_id_kind_key_unique unique (tenant_id, kind, key);
alter table vocabulary_term enable row level security;
alter table vocabulary_term force row level security;
create policy tenant on vocabulary_term using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
