import { newId } from '@weixiang/shared';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { kernelMigrations } from '../database/migrations.js';
import { createLogger } from '../log.js';
import { ReadPool } from '../read/pool.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { batchSize, chainHash, eventChannel } from './chain.js';
import { Sequencer } from './sequencer.js';

describe('events of several tenants at once', () => {
  let urls: TestDatabase;
  let database: Database;
  let pool: ReadPool;
  let sent: string[];

  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    sent = [];
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant] });
    pool = new ReadPool({ connectionString: urls.databaseUrl, size: 2, statementTimeoutMs: 5_000, onStatement: ({ name = '' }) => sent.push(name) });
  });
  afterAll(async () => {
    await pool.close();
    await database.close();
    await urls.drop();
  });

  const happen = (tenantId: string, events: number) =>
    database.inTenant(tenantId, async (em) => {
      for (let at = 0; at < events; at += 1) {
        await em.execute(
          `insert into event (tenant_id, id, created_at, name, subject, subject_id, request_id, payload, salt, commitment) values (?, ?, now(), 'a.b', 'A', ?, 'r', '{}', '\\x00', '\\x00')`,
          [tenantId, newId(), newId()],
        );
      }
    });
  const numbers = async (tenantId: string) =>
    (await database.inTenant(tenantId, (em) => em.execute<{ sequence: string | null }[]>('select sequence from event order by sequence'))).map(({ sequence }) => (sequence === null ? null : Number(sequence)));

  it('are numbered in one transaction, each tenant’s from one on, without a gap', async () => {
    const tenants = [newId(), newId(), newId()];
    for (const [at, tenantId] of tenants.entries()) await happen(tenantId, at + 1);
    sent.length = 0;
    const sequencer = new Sequencer(pool, createLogger('silent'));
    await sequencer.number([...tenants].sort());
    expect(await Promise.all(tenants.map(numbers))).toEqual([[1], [1, 2], [1, 2, 3]]);
    expect(sent).toEqual([...tenants.flatMap(() => ['sequencer turn', 'sequencer numbers']), 'sequencer tells']);
  });

  it('are told of once they are numbered, and a tenant that has none is not', async () => {
    const [one, none, other] = [newId(), newId(), newId()].sort();
    if (!one || !none || !other) throw new Error('There are three tenants.');
    await happen(one, 2);
    await happen(other, 1);
    const listener = new pg.Client({ connectionString: urls.databaseDirectUrl });
    await listener.connect();
    const told: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => told.push(payload));
    await listener.query(`listen ${eventChannel}`);
    const sequencer = new Sequencer(pool, createLogger('silent'));
    await sequencer.number([one, none, other]);
    await sequencer.number([one, none, other]);
    await listener.query('select');
    expect(told).toEqual([`${one} 2`, `${other} 1`]);
    await listener.end();
  });

  it('are numbered once by two processes that begin with different tenants', async () => {
    const tenants = [newId(), newId(), newId(), newId()];
    for (const tenantId of tenants) await happen(tenantId, 20);
    const [one, other] = [new Sequencer(pool, createLogger('silent')), new Sequencer(pool, createLogger('silent'))];
    for (const tenantId of tenants) one.poke(tenantId);
    for (const tenantId of tenants.toReversed()) other.poke(tenantId);
    await Promise.all([one.settled(), other.settled()]);
    const all = Array.from({ length: 20 }, (_, at) => at + 1);
    expect(await Promise.all(tenants.map(numbers))).toEqual(tenants.map(() => all));
  });

  it('are numbered although those of one tenant cannot be', async () => {
    const sound = newId();
    await happen(sound, 2);
    const sequencer = new Sequencer(pool, createLogger('silent'));
    sequencer.poke('no tenant');
    sequencer.poke(sound);
    await sequencer.settled();
    expect(await numbers(sound)).toEqual([1, 2]);
  });

  it('of more than a batch are numbered batch by batch', async () => {
    const tenantId = newId();
    await database.inTenant(tenantId, (em) =>
      em.execute(
        `insert into event (tenant_id, id, created_at, name, subject, subject_id, request_id, commitment)
         select ?, gen_random_uuid(), now(), 'a.b', 'A', gen_random_uuid(), 'r', '\\x00' from generate_series(1, ?)`,
        [tenantId, batchSize + 1],
      ),
    );
    const sequencer = new Sequencer(pool, createLogger('silent'));
    expect([await sequencer.number([tenantId]), await sequencer.number([tenantId]), (await numbers(tenantId)).at(-1)]).toEqual([[tenantId], [], batchSize + 1]);
  });

  it('have the hashes that node makes, whatever they are called', async () => {
    const tenantId = newId();
    const names = ['wish.submitted', '心愿.已受理', '', ' ', `o'brien\\n\\`, 'a\nb\r\n\tc', '👨‍👩‍👧 é e\u0301', 'x'.repeat(10_000), '%s $1 ? {}'];
    const commitments = [Buffer.alloc(32, 7), Buffer.alloc(0), Buffer.from([0, 255, 10, 0, 92]), Buffer.alloc(5_000, 'ab')];
    const events = names.flatMap((name, at) => commitments.map((commitment) => ({ id: newId(), name, subject_id: at % 2 === 0 ? newId() : newId().toUpperCase(), commitment })));
    const half = events.length / 2;
    const sequencer = new Sequencer(pool, createLogger('silent'));
    for (const some of [events.slice(0, half), events.slice(half)]) {
      await database.inTenant(tenantId, async (em) => {
        for (const { id, name, subject_id: subjectId, commitment } of some) {
          await em.execute(`insert into event (tenant_id, id, created_at, name, subject, subject_id, request_id, commitment) values (?, ?, now(), ?, 'A', ?, 'r', ?)`, [tenantId, id, name, subjectId, commitment]);
        }
      });
      await sequencer.number([tenantId]);
    }
    const chained = await database.inTenant(tenantId, (em) => em.execute<{ id: string; hash: Buffer }[]>('select id, hash from event order by sequence'));
    let hash: Buffer = Buffer.alloc(32);
    const expected = events.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((event, at) => ({ id: event.id, hash: (hash = chainHash(hash, at + 1, { ...event, subject_id: event.subject_id.toLowerCase() })).toString('hex') }));
    expect(chained.map(({ id, hash: made }) => ({ id, hash: made.toString('hex') }))).toEqual(expected);
  });

  it('that come soon after others are numbered together, at once for whoever waits for them', async () => {
    const began: string[][] = [];
    const sequencer = new Sequencer({ writeEach: async (tenantIds) => (began.push([...tenantIds]), tenantIds.map(() => ['null', '1'])) }, createLogger('silent'));
    for (const tenantId of ['b', 'd', 'c', 'a', 'c']) {
      sequencer.poke(tenantId);
      await new Promise(setImmediate); // the first is being numbered by now
    }
    expect(began).toEqual([['b']]);
    await sequencer.settled();
    expect(began).toEqual([['b'], ['a', 'c', 'd']]);
  });
});
