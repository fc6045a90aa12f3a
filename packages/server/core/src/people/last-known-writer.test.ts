import { subject } from '@casl/ability';
import { defineServer, MutationInput, payloadOf, type Transaction, type Write, Writes } from '@weixiang/kernel';
import { withClient } from '@weixiang/kernel/testkit';
import { defineFeature } from '@weixiang/shared';
import { Arg, InputType, Mutation, Resolver } from 'type-graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Caller, elsewhere, type Scene, verdict, World } from '../testkit/index.js';
import { Person } from './person.entity.js';

/** What the test's mutation does in its transaction. */
let attempt: (tx: Transaction) => Promise<Record<string, unknown>> = async () => ({});
/** By whom each attempt was begun: their roles and their kind. */
const begun: string[] = [];

@InputType({ description: 'Nothing of its own.' })
class TryInput extends MutationInput {}
const TryPayload = payloadOf('TryPayload', { person: { type: () => Person, description: 'Somebody.' } });

@Resolver()
class Tries {
  @Mutation(() => TryPayload, { description: 'Does what the test says.' })
  tryIt(@Arg('input', () => TryInput, { description: 'Nothing.' }) input: TryInput, @Writes() write: Write) {
    return write('tryIt', input, (tx) => {
      begun.push([...tx.actor.grants.map(({ role }) => role), 'of', tx.actor.kind].join(' '));
      return attempt(tx);
    });
  }
}

const label = { zh: '试', en: 'Tries' };
const tries = defineServer({ declaration: defineFeature({ name: 'tries', label, description: label, permissions: {} }), resolvers: [Tries] });

const makeWish = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id recordedBy { id } availableSteps { name allowed } } refusals { code field } } }';
const answerWish = 'mutation ($input: AnswerWishInput!) { answerWish(input: $input) { wish { state } refusals { code field } } }';
const tryIt = 'mutation ($input: TryInput!) { tryIt(input: $input) { person { id } refusals { code field } } }';
const revoked = 'delete from role_assignment where person_id = $1';
const appointed = 'update role_assignment set role = $2 where person_id = $1';

describe('who was known a moment ago and writes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ plugins: [tries] });
  });
  afterAll(() => world.close());
  beforeEach(() => {
    attempt = async () => ({});
    begun.length = 0;
  });

  const behind = (scene: Scene, sql: string, values: unknown[]) => elsewhere(world, scene, sql, values);
  const wishIn = ({ units }: Scene) => ({ input: { orgUnit: units.grid.id, words: '楼道的灯坏了', wisherName: '韩玉兰', channel: 'HOUSEHOLD_VISIT' } });
  const trying = (caller: Caller) => caller.ask(tryIt, { input: {} });

  /** A grid worker who has written already, and a wish of theirs. */
  async function known() {
    const scene = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid);
    const wish: string = Object(await worker.do(makeWish, wishIn(scene))).makeWish.wish.id;
    const answer = () => worker.ask(answerWish, { input: { id: wish, words: '本周修好' } });
    return { scene, worker, wish, answer };
  }

  it('is confirmed by the first statement of the write, in its own transaction', async () => {
    const { scene, worker } = await known();
    const reading = vi.spyOn(world.server.kernel.readPool, 'run');
    const writing = vi.spyOn(world.server.kernel.database, 'inTenant');
    await world.server.takeStatements();
    await worker.do(makeWish, wishIn(scene));
    const statements = await world.server.takeStatements();
    expect(statements[0]).toContain('select confirm_authority((select');
    expect(statements[1]).toContain('"org_unit"');
    expect(statements.filter((sql) => sql.includes('from session'))).toHaveLength(1);
    // What was made is read back, and nothing else.
    expect([writing.mock.calls.length, reading.mock.calls.length]).toEqual([1, 1]);
    vi.restoreAllMocks();
  });

  it('is confirmed whatever stands in the name', async () => {
    const scene = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid, `O'Neil ? $1 \\ "韩" {}`);
    await worker.do(tryIt, { input: {} });
    await worker.do(tryIt, { input: {} });
    expect(begun).toEqual(['gridWorker of person', 'gridWorker of person']);
  });

  it('does no more than now allowed, by the very next mutation, whoever took the right away', async () => {
    const { scene, worker, answer } = await known();
    expect(verdict(await answer())).toBe('done');
    await behind(scene, 'update role_assignment set org_unit_id = $2, org_path = $3 where person_id = $1', [worker.personUuid, scene.units.siblingCommunity.uuid, scene.units.siblingCommunity.path]);
    expect(verdict(await answer())).toBe('FORBIDDEN');
    await behind(scene, 'update role_assignment set org_unit_id = $2, org_path = $3 where person_id = $1', [worker.personUuid, scene.units.grid.uuid, scene.units.grid.path]);
    expect(verdict(await answer())).toBe('done');
    await behind(scene, revoked, [worker.personUuid]);
    expect(verdict(await answer())).toBe('FORBIDDEN');
  });

  it('may do what a lent role allows for as long as it is lent', async () => {
    const { scene, worker } = await known();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const [{ id }] = Object(await secretary.do('{ viewer { roles { id } } }')).viewer.roles;
    await secretary.do('mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { refusals { code } } }', { input: { assignment: id, person: worker.personId, until: '2026-06-01' } });
    await trying(worker);
    await trying(worker);
    await behind(scene, 'update delegation set until = $2 where person_id = $1', [worker.personUuid, '2026-05-18']);
    await trying(worker);
    const both = 'gridWorker communitySecretary of person';
    expect(begun).toEqual(['gridWorker of person', both, both, both, 'gridWorker of person']);
  });

  it('may at once what is allowed since, interpreted and compiled', async () => {
    const scene = await world.scene();
    const somebody = await scene.as('resident', scene.units.grid);
    const neighbour = await scene.as('resident', scene.units.grid);
    attempt = async (tx) => {
      tx.require('grant', subject('OrgUnit', { orgPath: scene.units.grid.path }));
      return { person: await tx.em.findOneOrFail(Person, { id: neighbour.personUuid ?? '' }) };
    };
    for (let use = 1; use <= 3; use += 1) {
      expect(verdict(await trying(somebody))).toBe('FORBIDDEN');
      await behind(scene, appointed, [somebody.personUuid, 'tenantAdministrator']);
      begun.length = 0;
      // A resident would not see the neighbour: what was made is read back as who they are now.
      expect((await trying(somebody)).data).toEqual({ tryIt: { person: { id: neighbour.personId }, refusals: [] } });
      expect(begun).toEqual(['resident of person', 'tenantAdministrator of person']);
      await behind(scene, appointed, [somebody.personUuid, 'resident']);
    }
  });

  it('is nobody once the account is closed or the session has ended', async () => {
    const { scene, worker, wish, answer } = await known();
    const other = await scene.as('gridWorker', scene.units.grid);
    await other.do(tryIt, { input: {} });
    await behind(scene, 'update person set is_closed = true where id = $1', [worker.personUuid]);
    expect(verdict(await answer())).toBe('FORBIDDEN');
    expect(verdict(await scene.anonymous.ask(answerWish, { input: { id: wish, words: '本周修好' } }))).toBe('FORBIDDEN');
    await behind(scene, 'delete from session where person_id = $1', [other.personUuid]);
    begun.length = 0;
    expect(verdict(await trying(other))).toBe('done');
    expect(begun).toEqual(['gridWorker of person', 'of anonymous']);
    await trying(other); // by now that is known
    expect(begun).toEqual(['gridWorker of person', 'of anonymous', 'of anonymous']);
  });

  it('is refused by what holds now, also where the refusal asks nothing of the database', async () => {
    const { scene, worker } = await known();
    attempt = async (tx) => tx.require('grant', subject('OrgUnit', { orgPath: scene.units.grid.path })) ?? {};
    expect(verdict(await trying(worker))).toBe('FORBIDDEN');
    await behind(scene, appointed, [worker.personUuid, 'tenantAdministrator']);
    begun.length = 0;
    expect(verdict(await trying(worker))).toBe('done');
    expect(begun).toEqual(['gridWorker of person', 'tenantAdministrator of person']);
  });

  it('is confirmed by the commit of a write that asks nothing', async () => {
    const { scene, worker } = await known();
    await behind(scene, appointed, [worker.personUuid, 'buildingLeader']);
    expect(verdict(await trying(worker))).toBe('done');
    expect(begun).toEqual(['gridWorker of person', 'buildingLeader of person']);
  });

  it('leaves nothing of an attempt that was not confirmed', async () => {
    const { scene, worker } = await known();
    const after: string[] = [];
    const heard: string[] = [];
    const follower = world.server.kernel.signals.follow(scene.tenant.id, 'tries', 'all', () => heard.push('signal'));
    attempt = async (tx) => {
      const [{ role = 'nobody' } = {}] = tx.actor.grants;
      tx.afterCommit.push(() => void after.push(role));
      tx.signal('tries', [role, 'all']);
      tx.enqueue({ name: 'tries.none', payload: { tenantId: tx.tenant.id, role }, at: new Date('2099-01-01') });
      const person = await tx.em.findOneOrFail(Person, { id: worker.personUuid ?? '' });
      tx.announce(`tries.${role}`, person);
      await tx.nextNumber(`tries ${role}`);
      return { person };
    };
    await behind(scene, appointed, [worker.personUuid, 'buildingLeader']);
    expect(verdict(await trying(worker))).toBe('done');
    expect(begun).toEqual(['gridWorker of person', 'buildingLeader of person']);
    expect(after).toEqual(['buildingLeader']);
    expect((await follower.next()).value).toBe(1);
    await follower.return();
    const left = await scene.write((tx) =>
      tx.em.execute(
        `select name from event where name like 'tries.%' union all select name from counter where name like 'tries %'
         union all select payload -> 'payload' ->> 'role' from graphile_worker._private_jobs where payload ->> 'name' = 'tries.none' order by 1`,
      ),
    );
    expect(left).toEqual([{ name: 'buildingLeader' }, { name: 'tries buildingLeader' }, { name: 'tries.buildingLeader' }]);
  });

  it('is confirmed by each mutation of a document', async () => {
    const { scene, worker } = await known();
    const administrator = await scene.as('tenantAdministrator', scene.units.district);
    attempt = async (tx) => {
      if (tx.actor.grants.length > 0) await tx.em.execute('delete from role_assignment where tenant_id = ? and person_id = ?', [tx.tenant.id, tx.actor.personId]);
      else tx.require('grant', subject('OrgUnit', { orgPath: scene.units.grid.path }));
      return { person: await tx.em.findOneOrFail(Person, { id: worker.personUuid ?? '' }) };
    };
    const { errors } = await administrator.ask('mutation ($input: TryInput!) { first: tryIt(input: $input) { person { id } } second: tryIt(input: $input) { person { id } } }', { input: {} });
    expect(errors).toMatchObject([{ path: ['second'], extensions: { code: 'FORBIDDEN' } }]);
    expect(begun).toEqual(['tenantAdministrator of person', 'tenantAdministrator of person', 'of person']);
  });

  it('keeps the key of an attempt as the person whom the write confirmed', async () => {
    const { scene, worker } = await known();
    const other = await scene.as('gridWorker', scene.units.grid);
    const input = { ...wishIn(scene).input, idempotencyKey: 'once' };
    const made = async (): Promise<unknown> => Object(await worker.do(makeWish, { input })).makeWish.wish;
    const first = await made();
    expect(first).toMatchObject({ recordedBy: { id: worker.personId } });
    expect(await made()).toEqual(first);
    await behind(scene, 'update session set person_id = $2 where person_id = $1', [worker.personUuid, other.personUuid]);
    expect(await made()).toMatchObject({ recordedBy: { id: other.personId } });
    const keys = await scene.write((tx) => tx.em.execute<{ key: string }[]>('select key from idempotency_key where tenant_id = ? order by created_at, key', [tx.tenant.id]));
    expect(keys.map(({ key }) => key).toSorted()).toEqual([`${worker.personUuid} once`, `${other.personUuid} once`].toSorted());
  });

  it('writes by a right that is taken away while the write is under way, and not by one that was before it began', async () => {
    const { scene, worker, wish, answer } = await known();
    await withClient(world.server.database.databaseUrl, async (client) => {
      await client.query(`set app.tenant_id = '${scene.tenant.id}'`);
      await client.query('begin');
      await client.query('select from wish where words = $1 for update', ['楼道的灯坏了']);
      const answered = answer();
      await vi.waitFor(async () => expect((await client.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).rowCount).toBe(1));
      await behind(scene, revoked, [worker.personUuid]); // the write looked already
      await client.query('commit');
      expect(verdict(await answered)).toBe('done');
    });
    expect(verdict(await answer())).toBe('FORBIDDEN');
    expect(wish).toMatch(/^wish_/);
  });

  it('waits for nobody who is about to take a right away', async () => {
    const { scene, worker, answer } = await known();
    await withClient(world.server.database.databaseUrl, async (client) => {
      await client.query(`set app.tenant_id = '${scene.tenant.id}'`);
      await client.query('begin');
      await client.query(revoked, [worker.personUuid]);
      expect(verdict(await answer())).toBe('done');
      await client.query('commit');
    });
    expect(verdict(await answer())).toBe('FORBIDDEN');
  });

  it('is one answer for all who write at the moment of the change', async () => {
    const { scene, worker, answer } = await known();
    const asked = Array.from({ length: 12 }, answer);
    await behind(scene, revoked, [worker.personUuid]);
    for (const answered of await Promise.all(asked)) expect(['done', 'FORBIDDEN']).toContain(verdict(answered));
    expect(verdict(await answer())).toBe('FORBIDDEN');
  });
});
