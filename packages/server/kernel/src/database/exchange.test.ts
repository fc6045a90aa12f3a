import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@weixiang/shared';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { bound, boundValues } from './bound.js';
import { Database } from './database.js';
import { exchangeOf } from './exchange.js';
import { withNext } from './gathered.js';
import { kernelMigrations } from './migrations.js';

describe('a statement whose answer nobody waits for', () => {
  let urls: TestDatabase;
  let database: Database;
  const tenantId = newId();
  const counters = () => database.inTenant(tenantId, (em) => em.execute<{ name: string }[]>('select name from counter order by name'));
  const count = (name: string): string => withNext(`insert into counter (tenant_id, name, value) values ('${tenantId}', '${name}', 1)`);

  const long = (letter: string): string => letter.repeat(30_000);

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

  it('fails with its own reason also when what follows it fails in the same moment, for want of what was to be prepared with it', async () => {
    const failing = database.inTenant(tenantId, async (em) => {
      await em.execute('select 1'); // an answer, after which node comes to what waits for its turn
      await em.execute(withNext('select 1 / 0'));
      await em.execute(withNext(bound('insert into counter (tenant_id, value, name) values ($1, $2, $3)', boundValues([tenantId, 1, 'bound']))));
      // By then both are sent; node looks at the answers once both are there.
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100));
    });
    expect(await failing.catch((each: unknown) => each)).toMatchObject({ code: '22012' });
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
      await exchangeOf(em).begin();
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    await database.inTenant(tenantId, async (em) => {
      await exchangeOf(em).begin();
      await em.execute(count('g'));
      await exchangeOf(em).begin(); // it was begun by then
      throw new Error('given up');
    }).catch(() => undefined);
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('fails the commit also when the failure was passed over', async () => {
    const failing = database.inTenant(tenantId, (em) => em.execute(count('a')).then(() => em.execute('select 1')).catch(() => undefined));
    await expect(failing).rejects.toThrow('nothing of it was committed');
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('is sent together with all that is asked at once, as one message', async () => {
    const at = 'select statement_timestamp() as at';
    const [first, second] = await database.inTenant(tenantId, (em) => Promise.all([em.execute(at), em.execute(at)]));
    expect(first).toEqual(second);
  });

  it('is refused once the transaction is over, however it ended', async () => {
    const managers: EntityManager[] = [];
    await database.inTenant(tenantId, async (em) => void managers.push(em));
    const failing = database.inTenant(tenantId, async (em) => {
      managers.push(em);
      const unused = em.execute(`select 'unused'`);
      unused.catch(() => undefined);
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    for (const em of managers) await expect(em.execute(count('z'))).rejects.toThrow('over');
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('of one transaction never goes out with another’s', async () => {
    await database.inTenant(tenantId, async () => undefined);
    await expect(database.inTenant(newId(), (em) => em.execute(count('f')))).rejects.toMatchObject({ code: '42501' });
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('is waited for by who has to know, who pays nothing where there is none', async () => {
    const failing = database.inTenant(tenantId, async (em) => {
      await exchangeOf(em).settle();
      await em.execute(count('g'));
      await exchangeOf(em).settle();
      await em.execute(count('a'));
      await expect(exchangeOf(em).settle()).rejects.toMatchObject({ code: '23505' });
    });
    await expect(failing).rejects.toThrow('nothing of it was committed');
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('is left out when the transaction goes back to before it', async () => {
    await database.inTenant(tenantId, async (em) => {
      await em.execute('savepoint here');
      for (const name of ['a', 'h', long('a'), long('i')]) await em.execute(count(name));
      await em.execute('rollback to savepoint here');
      await em.execute(count('j'));
    });
    expect(await counters()).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'j' }]);
  });

  it('goes out at once where it is long, and fails what comes next all the same', async () => {
    await database.inTenant(tenantId, async (em) => {
      await em.execute(count(long('k')));
      expect(await em.execute('select length(name) as length from counter where value = 1 and length(name) > 1')).toEqual([{ length: 30_000 }]);
      await em.execute(count(long('l')));
    });
    const failing = database.inTenant(tenantId, async (em) => {
      await em.execute(count('m'));
      await em.execute(count(long('k')));
      await em.execute(count('n'));
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect((await counters()).map(({ name }) => name[0])).toEqual(['a', 'b', 'j', 'k', 'l']);
  });
});
