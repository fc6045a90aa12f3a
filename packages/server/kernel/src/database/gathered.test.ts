import { newId } from '@weixiang/shared';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { Database } from './database.js';
import { beginNow, withNext } from './gathered.js';
import { kernelMigrations } from './migrations.js';

describe('a statement whose answer nobody waits for', () => {
  let urls: TestDatabase;
  let database: Database;
  const tenantId = newId();
  const counters = () => database.inTenant(tenantId, (em) => em.execute<{ name: string }[]>('select name from counter order by name'));
  const count = (name: string): string => withNext(`insert into counter (tenant_id, name, value) values ('${tenantId}', '${name}', 1)`);

  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant], poolSize: 1 });
  });
  afterAll(async () => {
    await database.close();
    await urls.drop();
  });

  it('is there for the next one, and with the commit', async () => {
    await database.inTenant(tenantId, async (em) => {
      await em.execute(count('a'));
      expect(await em.execute('select name from counter')).toEqual([{ name: 'a' }]);
      await em.execute(count('b'));
    });
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('fails the commit when it fails, with its own reason, and nothing stays', async () => {
    const failing = database.inTenant(tenantId, async (em) => {
      await em.execute(count('c'));
      await em.execute(count('a'));
      await em.execute(count('d'));
    });
    const error = await failing.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(pg.DatabaseError);
    expect(error).toMatchObject({ code: '23505' });
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('is left out when the transaction is given up, begun or not', async () => {
    const giveUp = (work: (execute: (sql: string) => Promise<unknown>) => Promise<unknown>) =>
      database.inTenant(tenantId, async (em) => {
        await work((sql) => em.execute(sql));
        throw new Error('given up');
      });
    await expect(giveUp((execute) => execute(count('e')))).rejects.toThrow('given up');
    await expect(giveUp((execute) => execute('select 1').then(() => execute(count('e'))))).rejects.toThrow('given up');
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('goes out by itself where its answer is needed after all, if nothing went out before', async () => {
    const failing = database.inTenant(tenantId, async (em) => {
      await em.execute(count('a'));
      await em.execute(beginNow);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    await database.inTenant(tenantId, async (em) => {
      await em.execute(beginNow);
      await em.execute(count('g'));
      await em.execute(beginNow); // it was begun by then
      throw new Error('given up');
    }).catch(() => undefined);
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('fails the commit also when the failure was passed over', async () => {
    const failing = database.inTenant(tenantId, (em) => em.execute(count('a')).then(() => em.execute('select 1')).catch(() => undefined));
    await expect(failing).rejects.toThrow('nothing of it was committed');
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('of one transaction never goes out with another’s', async () => {
    await database.inTenant(tenantId, async () => undefined);
    await expect(database.inTenant(newId(), (em) => em.execute(count('f')))).rejects.toMatchObject({ code: '42501' });
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });
});
