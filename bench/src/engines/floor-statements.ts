/**
 * What a program of that one page would send: one statement that knows who asks, what they may see, and writes the answer's
 * JSON. $1 is the tenant, $2 the hash of the session's token.
 */
const me = `me as materialized (
  select s.person_id, u.org_path as path from session s
    join person p on p.tenant_id = $1 and p.id = s.person_id and not p.is_closed
    join role_assignment a on a.tenant_id = $1 and a.person_id = s.person_id and a.role = 'communitySecretary' and a.since <= current_date and (a.until is null or a.until >= current_date)
    join org_unit u on u.tenant_id = $1 and u.id = a.org_unit_id
  where s.tenant_id = $1 and s.token_hash = $2 and s.expires_at > now())`;
const path = '(select path from me)';
const person = '(select person_id from me)';
const below = (alias: string): string => `(${alias}.org_path >= ${path} and ${alias}.org_path < ${path} || '/')`;
const mayRead = (alias: string, own?: string): string => `(${alias}.is_public or ${below(alias)}${own ? ` or ${alias}.${own} = ${person}` : ''})`;
const words = (alias: string): string => `case when ${below(alias)} or ${alias}.wisher_id = ${person} then ${alias}.words else ${alias}.wall_words end`;
const unitName = `case when ${below('u')} then u.name else u.public_name end`;

const oneWish = `with ${me}
select json_build_object('wish', (select json_build_object('id', w.id, 'number', w.number, 'words', ${words('w')}, 'state', w.state, 'recordedOn', w.recorded_on)
  from wish w where w.tenant_id = $1 and w.id = $3 and ${mayRead('w', 'wisher_id')}))::text as data`;

const wishPage = `with ${me}, page as materialized (
  select * from wish w where w.tenant_id = $1 and ${mayRead('w', 'wisher_id')} and (w.recorded_on, w.id) < ($3::date, $4::uuid) order by w.recorded_on desc, w.id desc limit 21
), shown as materialized (select * from page w order by w.recorded_on desc, w.id desc limit 20)
select json_build_object('wishes', json_build_object('nodes', (select json_agg(json_build_object(
    'id', w.id, 'number', w.number, 'words', ${words('w')}, 'state', w.state, 'recordedOn', w.recorded_on,
    'recordedBy', (select json_build_object('id', p.id, 'name', p.name) from person p where p.tenant_id = $1 and p.id = w.recorded_by_id and (${below('p')} or p.id = ${person})),
    'orgUnit', (select json_build_object('id', u.id, 'code', u.code, 'name', ${unitName}) from org_unit u where u.tenant_id = $1 and u.id = w.org_unit_id),
    'project', (select json_build_object('id', p.id, 'name', p.name, 'state', p.state) from project p where p.tenant_id = $1 and p.id = w.project_id and ${mayRead('p', 'lead_id')})
  ) order by w.recorded_on desc, w.id desc) from shown w),
  'pageInfo', json_build_object('endCursor', (select concat(recorded_on, ' ', id) from shown order by recorded_on, id limit 1), 'hasNextPage', (select count(*) > 20 from page))))::text as data`;

const projectPage = `with ${me}, page as materialized (
  select * from project p where p.tenant_id = $1 and ${mayRead('p', 'lead_id')} and (p.created_at, p.id) < ($3::timestamptz, $4::uuid) order by p.created_at desc, p.id desc limit 21
), shown as materialized (select * from page p order by p.created_at desc, p.id desc limit 20)
select json_build_object('projects', json_build_object('nodes', (select json_agg(json_build_object(
    'id', p.id, 'code', p.code, 'name', p.name, 'state', p.state,
    'orgUnit', (select json_build_object('id', u.id, 'name', ${unitName}) from org_unit u where u.tenant_id = $1 and u.id = p.org_unit_id),
    'partner', (select json_build_object('id', r.id, 'name', r.name, 'state', r.state) from partner r where r.tenant_id = $1 and r.id = p.partner_id and (r.state = 'ADMITTED' or ${path} is not null)),
    'activities', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'date', a.date, 'visits', a.visits)), '[]') from (
      select * from activity a where a.tenant_id = $1 and a.project_id = p.id and ${mayRead('a')} order by a.date desc nulls last, a.id desc limit 5) a)),
    'demands', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'state', d.state,
      'wishes', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', w.id, 'number', w.number, 'words', ${words('w')}, 'state', w.state)), '[]') from (
        select * from wish w where w.tenant_id = $1 and w.demand_id = d.id and ${mayRead('w', 'wisher_id')} order by w.recorded_on desc, w.id desc limit 5) w)))), '[]') from (
      select * from demand d where d.tenant_id = $1 and d.project_id = p.id order by d.number desc limit 5) d))
  ) order by p.created_at desc, p.id desc) from shown p),
  'pageInfo', json_build_object('endCursor', (select concat(created_at, ' ', id) from shown order by created_at, id limit 1), 'hasNextPage', (select count(*) > 20 from page))))::text as data`;

/** For a function that asks the transaction's settings who it works for. */
export const enter = `select set_config('app.person_id', person_id::text, true), set_config('app.org_path', path, true) from bench.reach_of($1, $2)`;

const newWish = `select json_build_object('makeWish', json_build_object('wish', json_build_object('id', w.id, 'number', w.number, 'state', w.state)))::text as data from make_wish($1, $2, $3, $4, $5) w`;

/** Where a page goes on: after the row that a cursor names, or at the very beginning. */
function afterCursor(cursor: unknown): string[] {
  const [, key = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = /^(.+) (\S+)$/.exec(String(cursor ?? '')) ?? [];
  return [key, id];
}

function wishValues(input: unknown): unknown[] {
  const { orgUnit, words: said, channel, wisherName, tokens } = Object(input);
  return [orgUnit, said, channel, wisherName, tokens];
}

/** Statement and further values of each query. */
export const statements: Record<string, { text: string; enters?: boolean; values(variables: Record<string, unknown>): unknown[] }> = {
  Q1: { text: oneWish, values: ({ id }) => [id] },
  Q2: { text: wishPage, values: ({ after }) => afterCursor(after) },
  M1: { text: newWish, enters: true, values: ({ input }) => wishValues(input) },
  Q3: { text: projectPage, values: ({ after }) => afterCursor(after) },
};
