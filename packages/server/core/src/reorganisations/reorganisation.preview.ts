import { arrayText, bindInto, inSubtrees, Refusal, RecordRef, type Transaction } from '@weixiang/kernel';
import { dateIn, isFinalState, unitsOfPath, WISH_STATES } from '@weixiang/shared';
import { wishLife } from '../wishes/wish.workflow.js';
import { ReorganisationKind } from './reorganisation.enums.js';
import { plannedAlready, problemOf, type Draft } from './reorganisation.draft.js';
import { unitTables } from './unit-tables.js';

/** What a reorganisation would change, counted; people and roles as references that the viewer's abilities filter. */
export interface Foreseen {
  problem: Refusal | null;
  units: number;
  people: number;
  records: number;
  openWishes: number;
  wishesAwaitingAnswer: number;
  openProjects: number;
  roles: number;
  endingRoles: RecordRef[];
  gaining: RecordRef[];
  gainingCount: number;
  losing: RecordRef[];
  losingCount: number;
}

const mostNamed = 50;
const openWishStates = Object.keys(WISH_STATES).filter((state) => !isFinalState(wishLife, state));

/** What the draft would change if it were carried out today. Looks, and changes nothing. */
export async function foresee(tx: Transaction, draft: Draft): Promise<Foreseen> {
  const problem = (await problemOf(tx, draft)) ?? (await plannedAlready(tx, draft.unit));
  const paths = await pathsOf(tx, draft);
  const [counted] = await countUnder(tx, paths);
  const ends = draft.kind === ReorganisationKind.MERGE || draft.kind === ReorganisationKind.CLOSE;
  const [before, after] = [above(draft.unit.orgPath), draft.target ? unitsOfPath(draft.target.orgPath) : above(draft.unit.orgPath)];
  const gaining = await rolesAt(tx, after.filter((unit) => !before.includes(unit)));
  const losing = await rolesAt(tx, before.filter((unit) => !after.includes(unit)));
  return {
    problem,
    units: Number(counted?.units ?? 0),
    people: Number(counted?.people ?? 0),
    records: await recordsUnder(tx, paths),
    openWishes: Number(counted?.wishes ?? 0),
    wishesAwaitingAnswer: Number(counted?.awaiting ?? 0),
    openProjects: Number(counted?.projects ?? 0),
    roles: Number(counted?.roles ?? 0),
    endingRoles: ends ? (await rolesAt(tx, [draft.unit.id])).named : [],
    gaining: gaining.named,
    gainingCount: gaining.total,
    losing: losing.named,
    losingCount: losing.total,
  };
}

/** What several drafts of one merger change together. */
export async function foreseeAll(tx: Transaction, drafts: readonly Draft[]): Promise<Foreseen> {
  const all: Foreseen[] = [];
  for (const draft of drafts) all.push(await foresee(tx, draft));
  const sum = (read: (each: Foreseen) => number): number => all.reduce((total, each) => total + read(each), 0);
  const gaining = distinct(all.flatMap((each) => each.gaining));
  const losing = distinct(all.flatMap((each) => each.losing));
  return {
    problem: all.find((each) => each.problem)?.problem ?? null,
    units: sum(({ units }) => units),
    people: sum(({ people }) => people),
    records: sum(({ records }) => records),
    openWishes: sum(({ openWishes }) => openWishes),
    wishesAwaitingAnswer: sum(({ wishesAwaitingAnswer }) => wishesAwaitingAnswer),
    openProjects: sum(({ openProjects }) => openProjects),
    roles: sum(({ roles }) => roles),
    endingRoles: all.flatMap((each) => each.endingRoles),
    gaining,
    gainingCount: Math.max(gaining.length, ...all.map((each) => each.gainingCount)),
    losing,
    losingCount: Math.max(losing.length, ...all.map((each) => each.losingCount)),
  };
}

/** The subtrees that are concerned: of a split, those of the units that go; else the unit's. */
async function pathsOf(tx: Transaction, { unit, plan }: Draft): Promise<string[]> {
  if (!plan) return [unit.orgPath];
  return plan.children.map((id) => `${unit.orgPath}.${id.replaceAll('-', '')}`);
}

async function countUnder(tx: Transaction, paths: readonly string[]): Promise<Record<'units' | 'people' | 'wishes' | 'awaiting' | 'projects' | 'roles', string>[]> {
  const values: unknown[] = [];
  const bind = bindInto(values);
  const count = (table: string, where = ''): string => countOf(tx, { table, paths, bind }) + where;
  const counts = [
    `(${count('org_unit')}) as units`,
    `(${count('person', ' and not record.is_closed')}) as people`,
    `(${count('wish')} and record.state = any(${bind(arrayText(openWishStates))}::text[])) as wishes`,
    `(${count('wish', ` and record.state = 'SUBMITTED' and record.answer_due_at is not null and record.first_answered_at is null`)}) as awaiting`,
    `(${count('project', ` and record.state not in ('CLOSED', 'BRAND', 'TERMINATED')`)}) as projects`,
    `(${count('role_assignment')} and record.since <= ${bind(today(tx))} and (record.until is null or record.until >= ${bind(today(tx))})) as roles`,
  ];
  return tx.em.execute(`select ${counts.join(', ')}`, values);
}

async function recordsUnder(tx: Transaction, paths: readonly string[]): Promise<number> {
  const values: unknown[] = [];
  const counts = unitTables(tx.em).map(({ name }) => `(${countOf(tx, { table: name, paths, bind: bindInto(values) })})`);
  const [row] = await tx.em.execute<{ total: string }[]>(`select ${counts.join(' + ')} as total`, values);
  return Number(row?.total ?? 0);
}

/** SQL that counts the rows of a table in these subtrees; further conditions on `record` may follow. */
function countOf({ tenant }: Transaction, { table, paths, bind }: { table: string; paths: readonly string[]; bind: (value: unknown) => string }): string {
  return `select count(*) from ${table} record where record.tenant_id = ${bind(tenant.id)} and ${inSubtrees('record.org_path', paths, bind)}`;
}

/** Roles held today at these very units, that reach what is below them. */
async function rolesAt(tx: Transaction, units: readonly string[]): Promise<{ named: RecordRef[]; total: number }> {
  if (units.length === 0) return { named: [], total: 0 };
  const rows = await tx.em.execute<{ id: string; total: string }[]>(
    `select id, count(*) over () as total from role_assignment
     where tenant_id = ? and org_unit_id = any(?::uuid[]) and role <> 'resident' and since <= ? and (until is null or until >= ?)
     order by org_path, role, id limit ${mostNamed}`,
    [tx.tenant.id, arrayText(units), today(tx), today(tx)],
  );
  return { named: rows.map(({ id }) => new RecordRef('RoleAssignment', id)), total: Number(rows[0]?.total ?? 0) };
}

function above(path: string): string[] {
  return unitsOfPath(path).slice(0, -1);
}

function distinct(refs: readonly RecordRef[]): RecordRef[] {
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}

function today(tx: Transaction): string {
  return dateIn(tx.now, tx.tenant.timeZone);
}
