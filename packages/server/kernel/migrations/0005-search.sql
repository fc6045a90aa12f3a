-- What records are found by (docs/adr/0019): one row a record with all its tokens, and one row a token, so that a search
-- is an index condition of leakproof operators alone. Both are written with the record, in its transaction. Where another
-- text stands in for one of its own, `wish` is found by what stands in and `wish+` by the record's own.
create table search_entry (
  tenant_id uuid not null,
  record_id uuid not null,
  kind text collate "C" not null, -- what the record's id begins with, or that and a plus sign
  edition int not null, -- how texts were cut; entries of an older edition are made again
  tokens text[] collate "C" not null,
  primary key (tenant_id, record_id, kind)
);

create table search_token (
  tenant_id uuid not null,
  kind text collate "C" not null,
  token text collate "C" not null,
  record_id uuid not null,
  primary key (tenant_id, kind, token, record_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['search_entry', 'search_token'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
  end loop;
end $$;
