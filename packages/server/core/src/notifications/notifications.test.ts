import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besideTransaction, indexOf, type Transaction } from '@weixiang/kernel';
import { LiveServer } from '../changes/fixture/live.fixture.js';
import { Delegation } from '../people/delegation.entity.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { verdict, World, type Caller, type Scene } from '../testkit/index.js';
import { cast, succeed, wishOf } from '../wishes/fixture/wishes.fixture.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

async function set() {
  const [scene, elsewhere] = [await world.scene(), await world.scene()];
  return { scene, elsewhere, ...(await cast(scene, elsewhere)) };
}

const page = `query ($first: Int, $filter: NotificationFilter) { unreadNotifications notifications(first: $first, filter: $filter) { totalCount nodes {
  id kind words { zh en } count page isUnread arrivedAt record { __typename id ... on Wish { words } } } } }`;
const read = 'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { readAt count unread refusals { code field } } }';
const undo = 'mutation ($input: UndoNotificationsReadInput!) { undoNotificationsRead(input: $input) { count unread refusals { code } } }';
const archive = 'mutation ($input: ArchiveNotificationsInput!) { archiveNotifications(input: $input) { count unread refusals { code field } } }';
const choose = 'mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { isWanted refusals { code field } } }';

/** What somebody was told, in short. */
async function told(caller: Caller, filter: Record<string, unknown> = {}) {
  const { notifications, unreadNotifications: unread } = Object(await caller.do(page, { filter }));
  const nodes: { id: string; kind: string; count: number; page: string | null; words: { zh: string }; record: Record<string, unknown> | null; isUnread: boolean }[] = notifications.nodes;
  return { unread: Number(unread), nodes, kinds: nodes.map(({ kind }) => kind) };
}
const consume = ({ tenant }: Scene) => world.server.consume(tenant);

/** Until another transaction waits for what this one holds. */
async function untilSomebodyWaits({ em }: Transaction): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const waiting = await em.execute('select from pg_locks where not granted and pid <> pg_backend_pid() and pg_backend_pid() = any(pg_blocking_pids(pid))');
    if (waiting.length > 0) return;
    await pause(20);
  }
  throw new Error('Nobody waits.');
}

describe('people are told', () => {
  it('that a wish waits, whoever answers nearest to it; and that theirs was answered, whoever made it', async () => {
    const { scene, resident, neighbour, worker, secretary, sibling, auditor, stranger } = await set();
    const wish = await wishOf(resident, scene);
    await consume(scene);
    expect((await told(worker)).nodes).toMatchObject([{ kind: 'wish.waiting', count: 1, page: '/wishes', isUnread: true, words: { zh: '有一条心愿等您答复' }, record: { __typename: 'Wish', id: wish.id, words: wish.words } }]);
    for (const caller of [resident, neighbour, secretary, sibling, auditor, stranger]) expect(await told(caller)).toEqual({ unread: 0, nodes: [], kinds: [] });
    expect((await scene.anonymous.ask(page)).data).toEqual({ unreadNotifications: 0, notifications: { totalCount: 0, nodes: [] } });

    await succeed(worker, 'answerWish', { id: wish.id, words: '课堂下周开始。' });
    await consume(scene);
    expect(await told(resident)).toMatchObject({ unread: 1, nodes: [{ kind: 'wish.answered', record: { id: wish.id } }] });
    expect((await told(worker)).kinds).toEqual(['wish.waiting']);
  });

  it('by the unit above where nobody answers at the wish’s own; and by the unit that it goes up to', async () => {
    const { scene, resident, secretary, worker } = await set();
    await scene.write(async (tx) => void (await tx.em.nativeDelete(RoleAssignment, { person: { id: worker.personUuid ?? '' } })));
    const street = await scene.as('subDistrictOfficer', scene.units.street);
    const wish = await wishOf(resident, scene);
    await consume(scene);
    expect([(await told(secretary)).kinds, (await told(street)).kinds]).toEqual([['wish.waiting'], []]);
    const { crons } = indexOf(world.server.kernel.featuresOf(scene.tenant));
    for (let round = 0; round < 2; round += 1) {
      world.server.clock.advance(5 * 86_400_000);
      await scene.write((tx) => crons.get('wish.escalate')?.run(tx) ?? Promise.resolve());
    }
    await consume(scene);
    expect((await told(street)).nodes).toMatchObject([{ kind: 'wish.escalated', record: { id: wish.id } }]);
  });

  it('of many of one kind in one line, and of one record once, until they read it', async () => {
    const { scene, resident, worker } = await set();
    for (let at = 0; at < 3; at += 1) await wishOf(resident, scene);
    await consume(scene);
    await wishOf(resident, scene);
    await consume(scene);
    expect(await told(worker)).toMatchObject({ unread: 1, nodes: [{ count: 4, page: '/wishes', words: { zh: '有 4 条心愿等您答复', en: '4 wishes wait for your answer' } }] });
    await worker.do(read, { input: {} });
    const { id } = await wishOf(resident, scene);
    await consume(scene);
    expect(await told(worker)).toMatchObject({ unread: 1, nodes: [{ count: 1 }, { count: 4 }] });

    await succeed(worker, 'answerWish', { id, words: '一' });
    await succeed(worker, 'answerWish', { id, words: '二' });
    await consume(scene);
    expect((await told(resident)).nodes).toMatchObject([{ kind: 'wish.answered', count: 1 }]);
  });

  it('anew where they read what was unread at that very moment, and of one more where they did not', async () => {
    const { scene, resident, worker } = await set();
    await wishOf(resident, scene);
    await consume(scene);
    const meanwhile = async (change: string) => {
      await wishOf(resident, scene);
      let consumed: Promise<void> = Promise.resolve();
      await scene.write(async (tx) => {
        await tx.em.execute(`update notification set ${change} where tenant_id = ? and person_id = ?`, [scene.tenant.id, worker.personUuid ?? '']);
        consumed = besideTransaction(() => consume(scene));
        await untilSomebodyWaits(tx);
      });
      await consumed;
    };
    await meanwhile('count = count + 10');
    expect(await told(worker)).toMatchObject({ unread: 1, nodes: [{ count: 12 }] });
    await meanwhile('read_at = now()');
    expect(await told(worker)).toMatchObject({ unread: 1, nodes: [{ count: 1 }, { count: 12 }] });
  });

  it('in the last of two lines, where one that was put away was taken out again', async () => {
    const { scene, resident, worker } = await set();
    await wishOf(resident, scene);
    await consume(scene);
    const ids = (await told(worker)).nodes.map(({ id }) => id);
    await worker.do(archive, { input: { ids } });
    for (let more = 0; more < 2; more += 1) {
      world.server.clock.advance(1_000);
      await wishOf(resident, scene);
      await consume(scene);
      await worker.do(archive, { input: { ids, isArchived: false } });
    }
    expect(await told(worker)).toMatchObject({ unread: 2, nodes: [{ count: 2 }, { count: 1 }] });
  });

  it('in seven statements a turn, however many wishes there are', async () => {
    const { scene, resident } = await set();
    const turn = async (wishes: number) => {
      for (let at = 0; at < wishes; at += 1) await wishOf(resident, scene);
      await world.server.takeStatements();
      await consume(scene);
      return (await world.server.takeStatements()).filter((sql) => !sql.includes('pg_notify')).map((sql) => /(?:from|update|into) (event_consumer|wish|unnest|notification|webhook)\b/.exec(sql)?.[1] ?? sql);
    };
    await consume(scene); // the places begin
    expect(await turn(1)).toEqual(['event_consumer', 'wish', 'unnest', 'unnest', 'notification', 'webhook', 'event_consumer']);
    expect(await turn(5)).toEqual(['event_consumer', 'wish', 'unnest', 'unnest', 'webhook', 'event_consumer']);
  });

  it('who was lent the role as well as its holder', async () => {
    const { scene, resident, neighbour, worker } = await set();
    const today = world.server.clock.now().toISOString().slice(0, 10);
    await scene.write(async (tx) => {
      const assignment = await tx.em.findOneOrFail(RoleAssignment, { person: { id: worker.personUuid ?? '' } }, { populate: ['orgUnit', 'person'] });
      const person = await tx.em.findOneOrFail(Person, { id: neighbour.personUuid ?? '' });
      person.hasBorrowed = true;
      tx.create(Delegation, { assignment, lender: assignment.person, person, orgUnit: assignment.orgUnit, orgPath: assignment.orgPath, since: today, until: '2099-01-01' });
    });
    await wishOf(resident, scene);
    await consume(scene);
    for (const caller of [worker, neighbour]) expect((await told(caller)).nodes).toMatchObject([{ kind: 'wish.waiting', record: { __typename: 'Wish' } }]);
  });

  it('about their own wish when another one that it was merged into is answered', async () => {
    const { scene, resident, neighbour, secretary } = await set();
    const { id } = await wishOf(resident, scene);
    const { id: into } = await wishOf(neighbour, scene);
    await succeed(secretary, 'mergeWish', { id, into });
    await succeed(secretary, 'answerWish', { id: into, words: '场地找到了。' });
    await consume(scene);
    expect((await told(resident)).nodes).toMatchObject([{ kind: 'wish.answered', record: { id } }]);
    expect((await told(neighbour)).nodes).toMatchObject([{ kind: 'wish.answered', record: { id: into } }]);
  });

  it('of roles given to them, but not of what they did themselves', async () => {
    const { scene, secretary, neighbour } = await set();
    const grant = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { assignment { id } refusals { code } } }';
    await secretary.do(grant, { input: { person: neighbour.personId, orgUnit: scene.units.grid.id, role: 'gridWorker', until: '2099-01-01' } });
    await consume(scene);
    expect((await told(neighbour)).nodes).toMatchObject([{ kind: 'role.granted', record: { __typename: 'RoleAssignment' } }]);
    expect((await told(secretary)).kinds).toEqual([]);
  });

  it('of a role lent to them, and of its being called back', async () => {
    const { scene, secretary, neighbour } = await set();
    const [{ id }] = Object(await secretary.do('{ viewer { roles { id } } }')).viewer.roles;
    const until = new Date(world.server.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    const lent = await secretary.do('mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { delegation { id } } }', { input: { assignment: id, person: neighbour.personId, until } });
    await consume(scene);
    expect((await told(neighbour)).nodes).toMatchObject([{ kind: 'delegation.begun', record: { __typename: 'Delegation' } }]);
    await secretary.do('mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { delegation { id } } }', { input: { id: Object(lent).delegateRole.delegation.id } });
    await consume(scene);
    expect((await told(neighbour)).kinds).toContain('delegation.ended');
  });

  it('a week before a role of theirs ends, once', async () => {
    const { scene, neighbour } = await set();
    const day = new Date(world.server.clock.now().getTime() + 7 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    await scene.write(async (tx) => {
      const [assignment] = await tx.em.find(RoleAssignment, { person: { id: neighbour.personUuid ?? '' } });
      if (assignment) assignment.until = day;
    });
    const { crons } = indexOf(world.server.kernel.featuresOf(scene.tenant));
    for (let run = 0; run < 2; run += 1) await scene.write((tx) => crons.get('role.ending')?.run(tx) ?? Promise.resolve());
    expect(await told(neighbour)).toMatchObject({ unread: 1, nodes: [{ kind: 'role.ending', count: 1 }] });
  });

  it('nothing of what they may not see: the record is not there when their right is gone', async () => {
    const { scene, resident, worker } = await set();
    await wishOf(resident, scene, { isPublic: false });
    await consume(scene);
    await scene.write(async (tx) => void (await tx.em.nativeDelete(RoleAssignment, { person: { id: worker.personUuid ?? '' } })));
    expect((await told(worker)).nodes).toMatchObject([{ kind: 'wish.waiting', words: { zh: '有一条心愿等您答复' }, record: null }]);
  });
});

describe('what one was told', () => {
  it('is marked as read, one by one or all, and a reading is taken back', async () => {
    const { scene, resident, worker, secretary, stranger, anonymous } = await set();
    const wishes = [await wishOf(resident, scene), await wishOf(resident, scene)];
    for (const { id } of wishes) await succeed(worker, 'answerWish', { id, words: '收到了。' });
    await consume(scene);
    const { nodes } = await told(resident);
    const ids = nodes.map(({ id }) => id);
    expect(verdict(await anonymous.ask(read, { input: { ids } }))).toBe('FORBIDDEN');
    for (const caller of [secretary, stranger]) expect((await caller.ask(read, { input: { ids } })).data).toMatchObject({ markNotificationsRead: { count: 0, refusals: [] } });
    expect(await told(resident)).toMatchObject({ unread: 2 });
    expect(verdict(await resident.ask(read, { input: { ids: Array(101).fill(ids[0]) } }))).toBe('TOO_MANY ids');
    expect((await resident.ask(read, { input: { ids: [ids[0], 'wish_x'] } })).data).toMatchObject({ markNotificationsRead: { count: 1, unread: 1 } });
    world.server.clock.advance(1_000);
    await world.server.takeStatements();
    const { markNotificationsRead: all } = Object(await resident.do(read, { input: { kinds: ['wish.answered'] } }));
    expect((await world.server.takeStatements()).filter((sql) => /(from|update) notification/.test(sql))).toHaveLength(2);
    expect(all).toMatchObject({ count: 1, unread: 0 });
    expect((await told(resident, { isUnread: true })).nodes).toEqual([]);
    expect(verdict(await anonymous.ask(undo, { input: { readAt: all.readAt } }))).toBe('FORBIDDEN');
    expect((await secretary.ask(undo, { input: { readAt: all.readAt } })).data).toMatchObject({ undoNotificationsRead: { count: 0 } });
    expect((await resident.ask(undo, { input: { readAt: all.readAt } })).data).toMatchObject({ undoNotificationsRead: { count: 1, unread: 1 } });
  });

  it('is put away and taken out again, by nobody else', async () => {
    const { scene, resident, worker, secretary, anonymous } = await set();
    const { id } = await wishOf(resident, scene);
    await succeed(worker, 'answerWish', { id, words: '收到了。' });
    await consume(scene);
    const ids = (await told(resident)).nodes.map((node) => node.id);
    expect(verdict(await anonymous.ask(archive, { input: { ids } }))).toBe('FORBIDDEN');
    expect((await secretary.ask(archive, { input: { ids } })).data).toMatchObject({ archiveNotifications: { count: 0 } });
    expect((await resident.ask(archive, { input: { ids } })).data).toMatchObject({ archiveNotifications: { count: 1, unread: 0 } });
    expect([(await told(resident, { isArchived: false })).kinds, (await told(resident, { isArchived: true })).kinds]).toEqual([[], ['wish.answered']]);
    expect((await resident.ask(archive, { input: { ids, isArchived: false } })).data).toMatchObject({ archiveNotifications: { count: 1, unread: 1 } });
  });

  it('leaves out the kinds that one does not want', async () => {
    const { scene, resident, worker, anonymous } = await set();
    const input = { kind: 'wish.waiting', isWanted: false };
    expect(verdict(await anonymous.ask(choose, { input }))).toBe('FORBIDDEN');
    expect(verdict(await worker.ask(choose, { input: { ...input, kind: 'nothing' } }))).toBe('NOT_FOUND kind');
    for (let twice = 0; twice < 2; twice += 1) expect(verdict(await worker.ask(choose, { input }))).toBe('done');
    expect(Object(await worker.do('{ notificationChoices { kind isWanted label { zh } } }')).notificationChoices).toContainEqual({ kind: 'wish.waiting', isWanted: false, label: { zh: '心愿等我答复' } });
    await wishOf(resident, scene);
    await consume(scene);
    expect((await told(worker)).nodes).toEqual([]);
    await worker.do(choose, { input: { ...input, isWanted: true } });
    await wishOf(resident, scene);
    await consume(scene);
    expect((await told(worker)).nodes).toHaveLength(1);
  });

  it('is forgotten after half a year', async () => {
    const { scene, resident, worker } = await set();
    await wishOf(resident, scene);
    await consume(scene);
    const forget = indexOf(world.server.kernel.featuresOf(scene.tenant)).crons.get('notifications.forget');
    const inDays = (days: number) => world.server.kernel.writer.run({ ...contextOf(scene), now: new Date(world.server.clock.now().getTime() + days * 86_400_000) }, (tx) => forget?.run(tx) ?? Promise.resolve());
    await inDays(179);
    expect((await told(worker)).nodes).toHaveLength(1);
    await inDays(181);
    expect((await told(worker)).nodes).toEqual([]);
  });

  it('shows its count in every window at once, to its owner alone', async () => {
    const { scene, resident, worker, secretary } = await set();
    const other = await LiveServer.start(world);
    const mine = await other.follow(scene, worker, 'subscription { notificationArrived { unread } }');
    const theirs = await other.follow(scene, secretary, 'subscription { notificationArrived { unread } }');
    const nobody = await other.follow(scene, scene.anonymous, 'subscription { notificationArrived { unread } }');
    expect(await nobody.count(1)).toMatchObject([{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
    await wishOf(resident, scene);
    await consume(scene);
    expect(await mine.count(1)).toEqual([{ data: { notificationArrived: { unread: 1 } } }]);
    await worker.do(read, { input: {} });
    expect((await mine.count(2))[1]).toEqual({ data: { notificationArrived: { unread: 0 } } });
    expect(theirs.told).toEqual([]);
    mine.stop();
    theirs.stop();
    await other.close();
  });
});

/** The product itself, as a cron runs. */
function contextOf({ tenant }: Scene) {
  const { kernel } = world.server;
  const context = kernel.contextAs(tenant, { kind: 'system', tenantId: tenant.id, personId: null, name: null, language: 'zh', grants: [] }, { language: 'zh', session: { token: null, set: () => undefined, clear: () => undefined } });
  const { features, actor, ability, language, requestId } = context;
  return { tenant, features, actor, ability, language, requestId };
}
