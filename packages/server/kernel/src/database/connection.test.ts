import { newId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { Database } from './database.js';
import { kernelMigrations } from './migrations.js';

describe('a connection that dies in the middle of a transaction', () => {
  let urls: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant], poolSize: 2 });
  });
  afterAll(async () => {
    await database.close();
    await urls.drop();
  });

  it('is given back, so that the next transactions find one', async () => {
    const dying = () => database.inTenant(newId(), (em) => em.execute('select pg_terminate_backend(pg_backend_pid())'));
    for (let time = 0; time < 5; time += 1) await expect(dying()).rejects.toThrow();
    expect(await database.inTenant(newId(), (em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});
