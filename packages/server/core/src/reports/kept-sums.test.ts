import type { Period, Transaction } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Activity } from '../activities/activity.entity.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Project } from '../projects/project.entity.js';
import { ProjectState } from '../projects/project.enums.js';
import { addUp, bothWays, type Scene, World } from '../testkit/index.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { WishChannel, WishState } from '../wishes/wish.enums.js';
import { Wish } from '../wishes/wish.entity.js';
import { addUpWritten } from './sums.crons.js';

/** The same numbers every time, so that a failure comes again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pick = <T>(random: (below: number) => number, among: readonly T[]): T => {
  const one = among[random(among.length)];
  if (one === undefined) throw new Error('There is nothing to pick.');
  return one;
};

/** A day of the first months of a year, the last of a month and none among them. */
const dayOf = (random: (below: number) => number): string => pick(random, ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-28', '2026-03-15', '2026-04-30', '2026-05-19']);

const days = [
  ['2026-01-01', '2026-12-31'],
  ['2025-12-15', '2026-03-31'],
  ['2026-01-15', '2026-01-31'],
  ['2026-01-31', '2026-05-19'],
  ['2026-01-05', '2026-03-25'],
  ['2026-03-10', '2026-03-28'],
  ['2026-03-10', '2026-03-15'],
  ['2026-04-20', '2026-05-19'],
] as const;

/** Four periods of four units, and others the next time. */
function periodsOf({ units }: Scene, turn: number): Period[] {
  const paths = [units.street.path, null, units.community.path, units.grid.path, null];
  return [days[turn % 2], days[2 + (turn % 2)], days[4 + (turn % 2)], days[6 + (turn % 2)]].flatMap((period, at) => (period ? [{ from: period[0], to: period[1], path: paths[(at + turn) % paths.length] ?? null }] : []));
}

/** A project and two kinds of activity, so that there is something to go by. */
async function planted(scene: Scene): Promise<void> {
  await scene.write(async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: scene.units.community.uuid });
    for (const key of ['志愿服务', '义诊']) {
      const known = await tx.em.findOne(VocabularyTerm, { kind: VocabularyKind.ACTIVITY_KIND, key });
      if (!known) tx.create(VocabularyTerm, { kind: VocabularyKind.ACTIVITY_KIND, key, label: { zh: key, en: key }, position: 90 });
    }
    tx.create(Project, { name: '义诊进社区', type: 'general', orgUnit, state: ProjectState.RUNNING, workflowName: 'project.life', workflowVersion: 1, recordedOn: '2026-01-01' });
  });
}

async function addWish(tx: Transaction, scene: Scene, random: (below: number) => number): Promise<void> {
  const unit = pick(random, [scene.units.grid, scene.units.siblingGrid, scene.units.building, scene.units.siblingCommunity]);
  tx.create(Wish, {
    orgUnit: await tx.em.findOneOrFail(OrgUnit, { id: unit.uuid }),
    number: await tx.nextNumber('wish'),
    words: '路灯不亮',
    channel: pick(random, Object.values(WishChannel)),
    category: random(3) === 0 ? null : pick(random, await tx.em.find(VocabularyTerm, { kind: VocabularyKind.WISH_CATEGORY })),
    state: WishState.SUBMITTED,
    workflowVersion: 1,
    recordedOn: dayOf(random),
    isPublic: true,
    answerDueAt: random(2) === 0 ? null : new Date('2026-05-01T00:00:00.000Z'),
  });
}

async function addActivity(tx: Transaction, random: (below: number) => number): Promise<void> {
  const project = await tx.em.findOneOrFail(Project, { name: '义诊进社区' }, { populate: ['orgUnit'] });
  const kind = pick(random, await tx.em.find(VocabularyTerm, { kind: VocabularyKind.ACTIVITY_KIND, key: ['志愿服务', '义诊'] }, { orderBy: { key: 'asc' } }));
  const quantity = random(2) === 0 ? null : random(10) / 10;
  const { orgUnit, type: projectType, isPublic } = project;
  tx.create(Activity, { project, orgUnit, projectType, isPublic, kind, date: random(5) === 0 ? null : dayOf(random), visits: random(50), minors: random(9), quantity, quantityUnit: quantity === null ? null : '棵' });
}

/** One change of a kind that reports go by, or do not. */
async function change(tx: Transaction, scene: Scene, random: (below: number) => number): Promise<void> {
  const wishes = await tx.em.find(Wish, {}, { orderBy: { number: 'asc' } });
  const activities = await tx.em.find(Activity, {}, { orderBy: { id: 'asc' } });
  const changes: (() => unknown)[] = [
    () => addWish(tx, scene, random),
    () => addActivity(tx, random),
    () => (pick(random, wishes).state = pick(random, Object.values(WishState))),
    () => (pick(random, wishes).recordedOn = dayOf(random)),
    () => Object.assign(pick(random, wishes), { firstAnsweredAt: new Date(`2026-0${4 + random(2)}-02T00:00:00.000Z`), category: null }),
    () => (pick(random, wishes).words = '路灯又亮了'),
    () => Object.assign(pick(random, activities), { visits: random(50), date: random(4) === 0 ? null : dayOf(random) }),
    () => tx.em.remove(pick(random, activities)),
  ];
  await pick(random, changes)();
}

describe('sums of figures', () => {
  let world: World;
  let scene: Scene;
  beforeAll(async () => {
    world = await World.start();
    scene = await world.scene();
    await planted(scene);
    const random = numbers(7);
    await scene.write(async (tx) => {
      for (let at = 0; at < 25; at += 1) {
        await addWish(tx, scene, random);
        await addActivity(tx, random);
      }
    });
  });
  afterAll(() => world.close());

  let turn = 0;
  const compareIn = async (tx: Transaction): Promise<unknown[]> => {
    const { whole, fromSums, counted } = await bothWays(tx, periodsOf(scene, (turn += 1)));
    expect(whole).toBe(world.server.kernel.keptFacts.length);
    expect(fromSums).toEqual(counted);
    return fromSums;
  };
  const compare = (): Promise<unknown[]> => scene.write(compareIn);

  it('say what counting says, from the first time on', async () => {
    await addUp(world, scene);
    expect((await compare()).length).toBeGreaterThan(20);
  });

  it('are what is read: of months that are whole, and of days at their ends', async () => {
    const tampered = async (table: string): Promise<boolean[]> => {
      const add = (records: number) => scene.write((tx) => tx.em.execute(`update ${table} set records = records + ? where tenant_id = ? and metric = 'wishes.collected' and path = ''`, [records, tx.tenant.id]));
      await add(1000);
      const differs: boolean[] = [];
      for (const [from, to] of [['2026-01-01', '2026-12-31'], ['2026-01-20', '2026-05-10'], ['2026-03-10', '2026-03-15']] as const) {
        const { fromSums, counted } = await scene.write((tx) => bothWays(tx, [{ from, to, path: null }]));
        differs.push(JSON.stringify(fromSums) !== JSON.stringify(counted));
      }
      await add(-1000);
      return differs;
    };
    expect(await tampered('fact_sum')).toEqual([true, true, false]);
    expect(await tampered('fact_day')).toEqual([false, true, true]);
  });

  it('follow whatever is written, in the same transaction and after it, added up or not', async () => {
    const random = numbers(20260519);
    for (let round = 0; round < 3; round += 1) {
      await scene.write(async (tx) => {
        for (let at = 0; at < 12; at += 1) {
          await change(tx, scene, random);
          if (at % 3 === 0) await tx.em.flush();
        }
        await compareIn(tx);
      });
      if (round === 1) await addUp(world, scene);
    }
    expect((await compare()).length).toBeGreaterThan(20);
  }, 90_000);

  it('follow records that facts go by: a kind that is called otherwise, a unit that moves', async () => {
    await scene.write(async (tx) => {
      const kind = await tx.em.findOneOrFail(VocabularyTerm, { kind: VocabularyKind.ACTIVITY_KIND, key: '义诊' });
      kind.key = '大义诊';
      const [activity] = await tx.em.find(Activity, { kind }, { limit: 1 });
      if (activity) activity.visits += 7;
    });
    await compare();
    await scene.write(async (tx) => {
      const wish = await tx.em.findOneOrFail(Wish, { number: 1 });
      wish.orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: scene.units.siblingGrid.uuid });
    });
    await compare();
    await addUp(world, scene);
    await compare();
  }, 90_000);

  it('bear two who write at once, on what one of them goes by', async () => {
    const isRead = Promise.withResolvers<void>();
    const first = scene.write(async (tx) => {
      await addActivity(tx, numbers(1));
      const [activity] = await tx.em.find(Activity, { kind: { key: '大义诊' } }, { limit: 1 });
      if (activity) activity.visits += 3;
      await tx.em.flush();
      isRead.resolve();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await isRead.promise;
    const second = scene.write(async (tx) => void ((await tx.em.findOneOrFail(VocabularyTerm, { kind: VocabularyKind.ACTIVITY_KIND, key: '大义诊' })).key = '义诊'));
    await Promise.all([first, second, addUp(world, scene), ...[3, 4, 5].map((seed) => scene.write((tx) => addWish(tx, scene, numbers(seed))))]);
    await compare();
  });

  it('are not trusted once the tenant’s settings change, and are made again', async () => {
    const officer = await scene.as('tenantAdministrator', scene.units.district);
    await scene.write((tx) => tx.em.execute(`update tenant set settings = settings || '{"serviceKinds": "义诊"}', version = version + 1 where id = ?`, [tx.tenant.id]));
    const ask = async () => Object(await officer.do(`{ report(from: "2026-01-01", to: "2026-12-31") { figures(keys: ["services.delivered"]) { value } } }`)).report.figures[0].value;
    const counted = await ask();
    expect(counted).toBeGreaterThan(0);
    await addUp(world, scene);
    await compare();
    expect(await ask()).toBe(counted);
  });

  it('cost a new record one statement, an edit of what no figure goes by none, and an edit two', async () => {
    const statements = async (run: (tx: Transaction) => Promise<unknown>): Promise<number> => {
      await world.server.takeStatements();
      await scene.write(run);
      return (await world.server.takeStatements()).filter((sql) => sql.includes('fact_delta')).length;
    };
    expect(await statements((tx) => addWish(tx, scene, numbers(9)))).toBe(1);
    expect(await statements(async (tx) => void ((await tx.em.findOneOrFail(Wish, { number: 1 })).words = '换个灯泡'))).toBe(0);
    expect(await statements(async (tx) => void ((await tx.em.findOneOrFail(Wish, { number: 1 })).recordedOn = '2026-02-02'))).toBe(2);
  });

  it('cost one look where nothing was written, and no transaction of a figure that nobody wrote to', async () => {
    const statements = async (): Promise<string[]> => {
      await world.server.takeStatements();
      await addUp(world, scene);
      return world.server.takeStatements();
    };
    await addUp(world, scene);
    expect(await statements()).toHaveLength(1);
    await scene.write((tx) => addWish(tx, scene, numbers(10)));
    const folded = (await statements()).flatMap((sql) => /delete from fact_delta where .*metric = '([^']+)'/.exec(sql)?.[1] ?? []);
    expect(folded.length).toBeGreaterThan(0);
    expect(folded.every((metric) => metric.startsWith('wishes.'))).toBe(true);
    expect(await statements()).toHaveLength(1);
  });

  it('are asked for once much was written, or when settings changed, and not for a few rows', async () => {
    const isDue = `select ${String(addUpWritten.when).replaceAll('$1', '?')} as due`;
    const dueAfter = (change: string): Promise<unknown> =>
      scene.write(async (tx) => {
        await tx.em.execute('savepoint before');
        await tx.em.execute(change);
        const [row] = await tx.em.execute<{ due: boolean }[]>(isDue, [tx.tenant.id, tx.tenant.id]);
        await tx.em.execute('rollback to savepoint before');
        return row?.due;
      });
    await addUp(world, scene);
    await scene.write((tx) => addWish(tx, scene, numbers(11)));
    const rows = (count: number) => `insert into fact_delta select tenant_id, metric, edition, uuidv7(), ordinal, day, path, groups, parts, records, amount, whole
      from (select * from fact_delta order by id limit 1) one, generate_series(1, ${count})`;
    expect([await dueAfter(rows(100)), await dueAfter(rows(500)), await dueAfter('update tenant set version = version + 1')]).toEqual([false, true, true]);
  });

  it('are forgotten of figures that this process does not know', async () => {
    await scene.write((tx) => tx.em.execute(`insert into fact_state (tenant_id, metric, edition, built_at) values (?, 'plugin.gone', 'x', now())`, [tx.tenant.id]));
    const known = () => scene.write((tx) => tx.em.execute<{ metric: string }[]>(`select metric from fact_state where tenant_id = ? and metric = 'plugin.gone'`, [tx.tenant.id]));
    expect(await known()).toHaveLength(1);
    await addUp(world, scene);
    expect(await known()).toEqual([]);
    await compare();
  });
});
