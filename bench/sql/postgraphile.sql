-- A secretary's rights as a PostGraphile project would say them: policies for its role, settings of the transaction, and
-- computed columns where the role sees another text than the row's. They permit exactly what our abilities permit.
grant usage on schema public to bench_graphile;
grant select on tenant, org_unit, person, partner, project, agreement, activity, demand, wish to bench_graphile;

create policy secretary on wish as restrictive for select to bench_graphile
  using (is_public or (org_path >= (select nullif(current_setting('app.org_path', true), '')) and org_path < (select nullif(current_setting('app.org_path', true), '')) || '/') or wisher_id = (select nullif(current_setting('app.person_id', true), '')::uuid));
create policy secretary on project as restrictive for select to bench_graphile
  using (is_public or (org_path >= (select nullif(current_setting('app.org_path', true), '')) and org_path < (select nullif(current_setting('app.org_path', true), '')) || '/') or lead_id = (select nullif(current_setting('app.person_id', true), '')::uuid));
create policy secretary on activity as restrictive for select to bench_graphile
  using (is_public or (org_path >= (select nullif(current_setting('app.org_path', true), '')) and org_path < (select nullif(current_setting('app.org_path', true), '')) || '/'));
create policy secretary on agreement as restrictive for select to bench_graphile
  using ((org_path >= (select nullif(current_setting('app.org_path', true), '')) and org_path < (select nullif(current_setting('app.org_path', true), '')) || '/'));
create policy secretary on partner as restrictive for select to bench_graphile
  using (state = 'ADMITTED' or (select nullif(current_setting('app.org_path', true), '')) is not null);

create function wish_shown_words(shown wish) returns text language sql stable as
  $$ select case when (shown.org_path >= nullif(current_setting('app.org_path', true), '') and shown.org_path < nullif(current_setting('app.org_path', true), '') || '/') or shown.wisher_id = nullif(current_setting('app.person_id', true), '')::uuid then shown.words else shown.wall_words end $$;
create function org_unit_shown_name(shown org_unit) returns text language sql stable as
  $$ select case when (shown.org_path >= nullif(current_setting('app.org_path', true), '') and shown.org_path < nullif(current_setting('app.org_path', true), '') || '/') then shown.name else shown.public_name end $$;
-- `case` keeps the planner from gathering the whole community by the index on paths to find one person of it.
create policy secretary on person as restrictive for select to bench_graphile
  using (case when id = (select nullif(current_setting('app.person_id', true), '')::uuid) then true else (org_path >= (select nullif(current_setting('app.org_path', true), '')) and org_path < (select nullif(current_setting('app.org_path', true), '')) || '/') end);

grant select, insert, update on counter, event_consumer, notification to bench_graphile;
grant select on role_assignment, fact_state to bench_graphile;
grant insert on wish, search_entry, search_token, event, fact_delta to bench_graphile;
grant select on event to bench_graphile;
grant execute on function make_wish to bench_graphile;
