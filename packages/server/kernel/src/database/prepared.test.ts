import { newId } from '@weixiang/shared';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { Database } from './database.js';
import { withNext } from './gathered.js';
import { kernelMigrations } from './migrations.js';
import { isOfOneRow, prepared } from './prepared.js';

const tenantId = newId();
const count = prepared('insert into counter (tenant_id, name, value) values (?, ?, 1) on conflict (tenant_id, name) do update set value = counter.value + 1 returning value');
const look = prepared('select * from counter where tenant_id = ? and name = ?');

describe('a prepared statement', () => {
  let urls: TestDatabase;
  let database: Database;
  let sent: string[];

  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    sent = [];
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant], poolSize: 1, onStatement: (sql) => sent.push(sql) });
  });
  afterAll(async () => {
    await database.close();
    await urls.drop();
  });

  const counted = (name: string) => database.inTenant(tenantId, async (em) => Number((await em.execute<{ value: string }[]>(count, [tenantId, name]))[0]?.value));
  const known = () => database.inTenant(tenantId, async (em) => (await em.execute<{ statement: string }[]>('select statement from pg_prepared_statements')).map(({ statement }) => statement));

  it('is prepared once a connection, and told as the statement that it is', async () => {
    sent.length = 0;
    expect([await counted('a'), await counted('a'), await counted("a'b")]).toEqual([1, 2, 1]);
    expect((await known()).filter((statement) => statement.includes('into counter'))).toHaveLength(1);
    expect(sent.filter((sql) => sql.includes('insert into counter'))).toHaveLength(3);
  });

  it('keeps nothing of what it was first called with, nor of what went out before it', async () => {
    const told = await database.inTenant(tenantId, async (em) => {
      await em.execute(withNext(`select 'somebody’s words'`));
      return em.execute(prepared('select ?::text as told'), ['another’s words']);
    });
    expect(told).toEqual([{ told: 'another’s words' }]);
    expect((await known()).filter((statement) => statement.includes('as told'))).toEqual([expect.not.stringContaining('words')]);
  });

  it('takes values by their numbers, each once', async () => {
    const numbered = prepared('select $2 as name, $1::int + $1 as value');
    expect(numbered).toMatch(/^execute p\d+\(\?, \?\)$/);
    expect(await database.inTenant(tenantId, (em) => em.execute(numbered, [2, '$1 ? \\']))).toEqual([{ name: '$1 ? \\', value: 4 }]);
  });

  it('is there for whoever comes after a transaction that failed, or was given up before it began', async () => {
    const bad = database.inTenant(tenantId, async (em) => {
      await em.execute(withNext(look), [tenantId, 'a']);
      await em.execute('select 1 / 0');
    });
    await expect(bad).rejects.toThrow('division by zero');
    expect(await counted('b')).toBe(1);
    const given = database.inTenant(tenantId, async (em) => {
      await em.execute(withNext(look), [tenantId, 'a']);
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await database.inTenant(tenantId, (em) => em.execute(look, [tenantId, 'a']))).toMatchObject([{ name: 'a', value: '2' }]);
    expect(await counted('b')).toBe(2);
  });

  it('fails once where a migration changed its table since, and is made anew for the next try', async () => {
    const read = () => database.inTenant(tenantId, (em) => em.execute(look, [tenantId, 'b']));
    await read();
    const owner = new pg.Client({ connectionString: urls.databaseOwnerUrl });
    await owner.connect();
    await owner.query('alter table counter add column about text');
    await owner.end();
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    expect(await read()).toMatchObject([{ name: 'b', about: null }]);
  });

  it('is what the ORM asks of one row, and of nothing else', () => {
    expect(isOfOneRow('select "w0".* from "wish" as "w0" where "w0"."tenant_id" = ? and "w0"."id" = ? limit ?', ['t', 'i', 1])).toBe(true);
    expect(isOfOneRow('insert into "wish" ("id", "words") values (?, ?)', ['i', null])).toBe(true);
    expect(isOfOneRow('insert into "wish" ("id") values (?), (?)', ['i', 'j'])).toBe(false);
    expect(isOfOneRow('select "w0".* from "wish" as "w0" where "w0"."id" in (?, ?)', ['i', 'j'])).toBe(false);
    expect(isOfOneRow('select "w0".* from "wish" as "w0" where "w0"."state" = ?', ['DONE'])).toBe(false);
    expect(isOfOneRow('update "wish" set "version" = ? where "id" = ?', [{ sql: '"version" + 1' }, 'i'])).toBe(false);
  });
});
