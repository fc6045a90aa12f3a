import { newId } from '@weixiang/shared';
import { getHeapSpaceStatistics } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { ReadPool } from '../read/pool.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { bound, boundValues } from './bound.js';
import { Database } from './database.js';
import { withNext } from './gathered.js';
import { kernelMigrations } from './migrations.js';

const times = 1_000;
const length = 20_000;
/** All that went through the connection, in bytes: letters of one byte. */
const all = times * length;

describe('what went through a connection', () => {
  let urls: TestDatabase;
  let database: Database;
  let pool: ReadPool;
  const tenantId = newId();
  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant], poolSize: 1 });
    pool = new ReadPool({ connectionString: urls.databaseUrl, size: 1, statementTimeoutMs: 5_000 });
  });
  afterAll(async () => {
    await pool.close();
    await database.close();
    await urls.drop();
  });

  const answer = `select repeat('x', ${length})`;
  it.each([
    ['an answer of the read path', () => pool.run(tenantId, [{ text: answer, values: [] }])],
    ['an answer in a transaction', () => database.inTenant(tenantId, (em) => em.execute(answer))],
    ['values beside a statement', () => database.inTenant(tenantId, (em) => em.execute(withNext(bound('select $1::text', boundValues([`${newId()}${'x'.repeat(length)}`])))))],
  ])('is gone with the next collection of the young heap: %s', async (_what, ask: () => Promise<unknown>) => {
    await ask();
    const before = oldHeap();
    for (let time = 0; time < times; time += 1) await ask();
    expect(oldHeap() - before).toBeLessThan(all / 4);
  });
});

function oldHeap(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? NaN;
}
