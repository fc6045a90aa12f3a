import { newId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { besideTransaction, Database } from './database.js';
import { holdLock } from './lock.js';
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

  it('has a connection that was there before, however long ago', async () => {
    const backend = () => database.inTenant(newId(), (em) => em.execute<{ pid: number }[]>('select pg_backend_pid() as pid'));
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const before = await backend();
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(await backend()).toEqual(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it('begins beside another when that is meant', async () => {
    expect(await inTenant(() => besideTransaction(() => inTenant(async () => 'two')))).toBe('two');
    await expect(inTenant(() => besideTransaction(() => inTenant(() => inTenant(async () => 'three'))))).rejects.toThrow('inside another');
  });

  it('that is open is waited for, one that begins later or only keeps a lock is not', async () => {
    const order: string[] = [];
    let endFirst = (): void => {};
    const first = database
      .inTenant(newId(), async (em) => {
        await em.execute('select 1');
        await new Promise<void>((resolve) => (endFirst = resolve));
      })
      .then(() => order.push('first'));
    while (!(await isOpen())) await new Promise((resolve) => setTimeout(resolve, 10));
    const waited = (await database.transactionsUnderWay()).ended().then(() => order.push('waited'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(order).toEqual([]);
    endFirst();
    await Promise.all([first, waited]);
    expect(order).toEqual(['first', 'waited']);

    const kept = database.inTenant(newId(), (em) => holdLock(em, 'some work', async () => (await besideTransaction(() => database.transactionsUnderWay())).ended()));
    expect(await kept).toBe(true);
  });

  it('takes a lock that another holds not at all', async () => {
    const taken = database.inTenant(newId(), (em) =>
      holdLock(em, 'once', async () => {
        expect(await besideTransaction(() => database.inTenant(newId(), (other) => holdLock(other, 'once', async () => undefined)))).toBe(false);
      }),
    );
    expect(await taken).toBe(true);
  });

  async function isOpen(): Promise<boolean> {
    const rows = await database.outsideTenants().execute(`select pid from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`);
    return rows.length > 0;
  }
});
