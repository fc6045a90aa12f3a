-- Sums of figures by day, for the tenant and the units of its two upper levels (docs/adr/0028): what a period has of months that are
-- not whole is added or taken away by them, where counting would read every record of these days. Made and kept with `fact_sum`, but
-- without the parts, which are read of one figure at a time.
create table fact_day (
  tenant_id uuid not null,
  metric text collate "C" not null,
  place uuid not null, -- a digest of the path
  day date not null,
  groups text[] not null,
  depth smallint not null,
  path text collate "C" not null,
  records bigint not null,
  amount numeric not null,
  whole numeric not null,
  primary key (tenant_id, metric, place, day, groups)
);
create index fact_day_units on fact_day (tenant_id, metric, depth, path, day);

alter table fact_day enable row level security;
alter table fact_day force row level security;
create policy tenant on fact_day using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
