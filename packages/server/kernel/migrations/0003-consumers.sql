-- How far each consumer of a tenant's events has come (src/events/consumer.ts). The row moves in the transaction that
-- writes what the consumer makes of the events, and its lock lets one process at a time work for a consumer.
create table event_consumer (
  tenant_id uuid not null,
  name text not null,
  sequence bigint not null, -- the last event that is done
  failures int not null default 0, -- how often the next event has failed
  alone_until bigint not null default 0, -- up to here events are tried one by one, since one among them failed
  retry_at timestamptz(3) null,
  primary key (tenant_id, name)
);

-- Events that a consumer gave up after several tries; operators see them and may have them tried again.
create table parked_event (
  tenant_id uuid not null,
  consumer text not null,
  sequence bigint not null,
  name text not null,
  problem text not null, -- kind of failure; nothing of the rows it failed on
  parked_at timestamptz(3) not null,
  primary key (tenant_id, consumer, sequence)
);

do $$
declare
  name text;
begin
  foreach name in array array['event_consumer', 'parked_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
  end loop;
end $$;
