import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Tenant } from '../tenancy/tenant.entity.js';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { arrayText } from './array-text.js';
import { Database } from './database.js';
import { kernelMigrations } from './migrations.js';

describe('an array as text', () => {
  let urls: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant] });
  });
  afterAll(async () => {
    await database.close();
    await urls.drop();
  });

  it('is read as the strings that it was made of', async () => {
    const strings = ['a', '', ' ', 'null', 'a,b', '{c}', `"d"`, `it’s 'e'`, '\\f\\\\', '心愿', 'g\nh'];
    for (const values of [strings, []]) expect(await database.outsideTenants().execute('select ?::text[] as values', [arrayText(values)])).toEqual([{ values }]);
  });

  it('is one of numbers or ids as well', async () => {
    const id = '019a0000-0000-7000-8000-000000000000';
    expect(await database.outsideTenants().execute('select ?::int[] as numbers, ?::uuid[] as ids', [arrayText(['1', '-2']), arrayText([id])])).toEqual([{ numbers: [1, -2], ids: [id] }]);
  });
});
