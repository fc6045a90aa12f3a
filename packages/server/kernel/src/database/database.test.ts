import { newId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { besideTransaction, Database } from './database.js';
import { kernelMigrations } from './migrations.js';

describe('a transaction', () => {
  let urls: TestDatabase;
  let database: Database;
  const inTenant = <T>(work: () => Promise<T>): Promise<T> => database.inTenant(newId(), work);
  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant], poolSize: 2 });
  });
  afterAll(async () => {
    await database.close();
    await urls.drop();
  });

  it('begins inside no other, since a pool of them would wait for one another for ever', async () => {
    await expect(inTenant(() => inTenant(async () => 'two'))).rejects.toThrow('inside another');
    expect(await inTenant(async () => 'one')).toBe('one');
  });

  it('begins beside another when that is meant', async () => {
    expect(await inTenant(() => besideTransaction(() => inTenant(async () => 'two')))).toBe('two');
    await expect(inTenant(() => besideTransaction(() => inTenant(() => inTenant(async () => 'three'))))).rejects.toThrow('inside another');
  });
});
