import { newId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { kernelMigrations } from '../database/migrations.js';
import { createLogger } from '../log.js';
import { ReadPool } from '../read/pool.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
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
    expect(sent).toEqual([...tenants.flatMap(() => ['sequencer turn', 'sequencer events']), ...tenants.map(() => 'sequencer numbers')]);
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
});
