-- Wishes number $from to $to, spread over the five years from 2021 on whatever their number.
insert into wish (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, number, words, wall_words, state, workflow_version, channel, scope, category_id, recorded_on, is_public, answer_due_at, first_answered_at, is_overdue)
select '$tenant', id_of('wish', n, made), made, grids[at], paths[at], paths[at], n, said, said,
  (array['SUBMITTED', 'ACCEPTED', 'ACCEPTED', 'FULFILLED', 'FULFILLED', 'FULFILLED', 'CONFIRMED', 'CONFIRMED', 'DECLINED', 'MERGED'])[1 + r(n, 1, 10)], 1,
  (array['ONLINE_HOME', 'SMILE_WALL', 'WISH_BOX', 'HOUSEHOLD_VISIT'])[1 + r(n, 2, 4)], case when r(n, 3, 2) = 0 then 'COMMON' else 'INDIVIDUAL' end,
  categories[1 + r(n, 8, 8)], made::date, true, made + interval '3 days', case when r(n, 4, 10) < 9 then made + r(n, 5, 80) * interval '1 hour' end, r(n, 4, 10) = 9
from (select array_agg(id order by nth) as grids, array_agg(path order by nth) as paths from grid) grid,
  (select array_agg(id order by nth) as categories from category) category,
  (select array_agg(text order by no) as places from phrase where kind = 'place') place,
  (select array_agg(text order by no) as requests from phrase where kind = 'wish') request,
  generate_series($from::bigint, $to::bigint) n
cross join lateral (select '2021-01-01'::timestamptz + r(n, 6, 1826 * 86400) * interval '1 second' as made, 1 + r(n, 7, 4000) as at) moment
cross join lateral (select places[1 + r(n, 9, 40)] || '，' || requests[1 + r(n, 10, 40)] || '。' as said) words;
