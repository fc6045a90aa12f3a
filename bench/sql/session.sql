-- What the engines beside ours know of who asks: the person of a session, and the community whose secretary they are. As
-- with ours it is read on every request, so that a revoked right is gone on the next one.
create schema bench;

create function bench.reach_of(tenant uuid, token bytea, out person_id uuid, out path text) language plpgsql security definer set search_path = public as $$
begin
  perform set_config('app.tenant_id', tenant::text, true);
  select s.person_id, u.org_path into person_id, path
  from public.session s
    join public.person p on p.tenant_id = s.tenant_id and p.id = s.person_id and not p.is_closed
    join public.role_assignment a on a.tenant_id = s.tenant_id and a.person_id = s.person_id and a.role = 'communitySecretary'
      and a.since <= current_date and (a.until is null or a.until >= current_date)
    join public.org_unit u on u.tenant_id = a.tenant_id and u.id = a.org_unit_id
  where s.tenant_id = tenant and s.token_hash = token and s.expires_at > now();
end $$;
grant usage on schema bench to weixiang_app, bench_graphile;
