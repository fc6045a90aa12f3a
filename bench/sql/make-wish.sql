-- A wish as a project without our server would make it: one function that writes the rows which our server writes, those
-- included that it writes after its answer (the event's number and hash, the consumers' places, who is told). It is given
-- the tokens by which search will find the wish, which our server has to cut by itself.
create function make_wish(org_unit uuid, words text, channel text, wisher_name text, tokens text[]) returns wish language plpgsql set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  me uuid := nullif(current_setting('app.person_id', true), '')::uuid;
  unit org_unit;
  made wish;
  found_by text[];
  event_id uuid := uuidv7();
  salt bytea := substr(sha256(uuid_send(gen_random_uuid())), 1, 16);
  payload text;
  head record;
  commitment bytea;
  next bigint;
begin
  select * into unit from org_unit u where u.tenant_id = tenant and u.id = make_wish.org_unit;
  if unit.id is null or unit.closed_on is not null or not (unit.org_path >= nullif(current_setting('app.org_path', true), '') and unit.org_path < nullif(current_setting('app.org_path', true), '') || '/') then
    raise 'forbidden';
  end if;
  if length(trim(words)) not between 1 and 1000 then
    raise 'words are wanted, at most 1,000 characters';
  end if;

  insert into counter as c (tenant_id, name, value) values (tenant, 'wish', 1) on conflict (tenant_id, name) do update set value = c.value + 1 returning value into next;
  insert into wish (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, number, words, wall_words, state, workflow_version, channel, recorded_on, wisher_label, wisher_name, recorded_by_id, is_public, answer_due_at, escalates_at)
  values (tenant, uuidv7(), now(), unit.id, unit.org_path, unit.org_path, next, trim(words),
    regexp_replace(trim(words), '([0０][0-9０-９]{2,3}[-－— ]?)?[0-9０-９]{7,8}|[1１][0-9０-９]{2}[-－ ]?[0-9０-９]{4}[-－ ]?[0-9０-９]{4}', '（电话已隐去）', 'g'),
    'SUBMITTED', 2, channel, now()::date, left(wisher_name, 1) || '姓居民', wisher_name, me, true, now() + interval '3 days', now() + interval '3 days')
  returning * into made;

  found_by := tokens || ('#' || made.number);
  insert into search_entry (tenant_id, record_id, kind, edition, tokens) values (tenant, made.id, 'wish', 1, found_by);
  insert into search_token (tenant_id, kind, token, record_id) select tenant, 'wish', token, made.id from unnest(found_by) as token;

  -- What the wish adds to figures that count it, until a job adds it up (docs/adr/0028).
  insert into fact_delta (tenant_id, metric, edition, id, ordinal, day, path, groups, parts, records, amount, whole)
  select tenant, state.metric, state.edition, event_id, row_number() over (order by state.metric), made.recorded_on, made.recorded_path, '{}',
    jsonb_build_object('channel', made.channel, 'category', made.category_id, 'state', made.state), 1, 0, case state.metric when 'wishes.fulfilled' then 1 else 0 end
  from fact_state state where state.tenant_id = tenant and state.metric in ('wishes.collected', 'wishes.fulfilled');

  payload := json_build_object('channel', made.channel, 'changes', (select json_object_agg(key, json_build_array(null, value)) from json_each(to_json(made))))::text;
  commitment := sha256(salt || convert_to(payload, 'UTF8'));
  perform pg_advisory_xact_lock(hashtextextended('sequencer ' || tenant, 0));
  select e.sequence, e.hash into head from event e where e.tenant_id = tenant and e.sequence is not null order by e.sequence desc limit 1;
  next := coalesce(head.sequence, 0) + 1;
  insert into event (tenant_id, id, created_at, sequence, name, subject, subject_id, actor_id, request_id, payload, salt, commitment, hash)
  values (tenant, event_id, now(), next, 'wish.submitted', 'Wish', made.id, me, event_id::text, payload::json, salt, commitment,
    sha256(coalesce(head.hash, decode(repeat('00', 32), 'hex')) || convert_to(next || E'\nwish.submitted\n' || made.id || E'\n', 'UTF8') || commitment));
  update event_consumer c set sequence = next where c.tenant_id = tenant and c.sequence < next;

  with told as (
    select distinct held.person_id from role_assignment held
    where held.tenant_id = tenant and held.org_path = unit.org_path and held.since <= now()::date and (held.until is null or held.until >= now()::date)
      and held.role in ('tenantAdministrator', 'organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker') and held.person_id <> me
  ), joined as (
    update notification n set count = n.count + 1, subject_id = made.id, arrived_at = now(), version = n.version + 1
    from told where n.tenant_id = tenant and n.person_id = told.person_id and n.group_key = 'wish.waiting ' || now()::date and n.read_at is null and n.archived_at is null
    returning n.person_id
  )
  insert into notification (tenant_id, id, created_at, person_id, kind, group_key, subject, subject_id, arrived_at)
  select tenant, uuidv7(), now(), person_id, 'wish.waiting', 'wish.waiting ' || now()::date, 'Wish', made.id, now() from told where person_id not in (select person_id from joined);
  return made;
end $$;
grant execute on function make_wish to weixiang_app;
