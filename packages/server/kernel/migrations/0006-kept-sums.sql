-- Figures as sums (docs/adr/0028). A write adds to `fact_delta` what it changes of the facts behind a figure, with the sign of
-- what went and what came; a job adds these up into `fact_sum`: one row a month, place (a unit’s recorded path, and each path
-- above it) and group, with all its parts. What is summed and what is not yet are read in one statement. `fact_state` says of which figures, by which definition, the sums are whole.
create table fact_delta (
  tenant_id uuid not null,
  metric text collate "C" not null,
  edition text collate "C" not null, -- the definition by which it was counted, and the tenant’s version
  id uuid not null, -- the statement
  ordinal int not null,
  day date not null,
  path text collate "C" not null, -- empty for what belongs to no unit
  groups text[] not null,
  parts jsonb not null, -- way to part → value
  records bigint not null,
  amount numeric not null,
  whole numeric not null,
  primary key (tenant_id, metric, edition, id, ordinal)
);

create table fact_sum (
  tenant_id uuid not null,
  metric text collate "C" not null,
  place uuid not null, -- a digest of the path: it is found by equality, and paths are long
  month date not null,
  groups text[] not null,
  depth smallint not null,
  path text collate "C" not null,
  records bigint not null,
  amount numeric not null,
  whole numeric not null,
  parts jsonb not null, -- way to part → [value, records, amount, whole] of each
  primary key (tenant_id, metric, place, month, groups)
);
create index fact_sum_units on fact_sum (tenant_id, metric, depth, path, month);

create table fact_state (
  tenant_id uuid not null,
  metric text collate "C" not null,
  edition text collate "C" not null,
  built_at timestamptz(3) not null,
  primary key (tenant_id, metric)
);

do $$
declare
  name text;
begin
  foreach name in array array['fact_delta', 'fact_sum', 'fact_state'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
  end loop;
end $$;
