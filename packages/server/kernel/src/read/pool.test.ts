import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './fixture/world.fixture.js';
import { ReadPool } from './pool.js';

let world: World;
let here: string;
beforeAll(async () => {
  world = await openWorld();
  here = world.here.tenantId;
});
afterAll(() => world?.close());

const count = { name: 'count', text: 'select count(*)::text from wish', values: [] };

/** Runs with a pool of one connection, so that a test knows whose state it sees. */
async function withPool<T>(work: (pool: ReadPool) => Promise<T>, statementTimeoutMs = 5_000): Promise<T> {
  const pool = new ReadPool({ connectionString: world.databaseUrl, size: 1, statementTimeoutMs });
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

describe('a read', () => {
  it('sees its tenant’s rows and no others', async () => {
    const elsewhere = { text: 'select count(*)::text from wish where tenant_id = $1', values: [world.elsewhere.tenantId] };
    expect(await world.pool.run(here, [count, elsewhere])).toEqual(['70', '0']);
    expect(await world.pool.run('00000000-0000-0000-0000-000000000000', [count])).toEqual(['0']);
  });

  it('leaves nothing of its tenant on the connection', async () => {
    await withPool(async (pool) => {
      await pool.run(here, [count]);
      expect(await pool.run(world.elsewhere.tenantId, [{ text: `select current_setting('app.tenant_id')`, values: [] }])).toEqual([world.elsewhere.tenantId]);
    });
  });

  it.each(["'; drop table wish; --", '', 'here'])('refuses a tenant that is no UUID: %s', async (tenant) => {
    await expect(world.pool.run(tenant, [count])).rejects.toThrow('A tenant id is a UUID.');
  });

  it('cannot write', async () => {
    await expect(world.pool.run(here, [{ text: `update wish set words = ''`, values: [] }])).rejects.toThrow('cannot execute UPDATE in a read-only transaction');
  });

  it('may use one prepared statement twice, also the first time', async () => {
    const same = { name: 'same', text: 'select $1::text', values: ['a'] };
    await withPool(async (pool) => expect(await pool.run(here, [same, { ...same, values: ['b'] }])).toEqual(['a', 'b']));
  });

  it('is planned once, or as the first of its transaction asks that asks for another planning', async () => {
    const mode = { text: `select current_setting('plan_cache_mode')`, values: [] };
    const [anew, byCost] = [{ ...mode, planning: 'anew' }, { ...mode, planning: 'byCost' }] as const;
    await withPool(async (pool) => {
      expect(await pool.run(here, [mode, anew, mode])).toEqual(['force_generic_plan', 'force_custom_plan', 'force_custom_plan']);
      expect(await pool.run(here, [mode, byCost])).toEqual(['force_generic_plan', 'auto']);
      expect(await pool.run(here, [mode, byCost, anew])).toEqual(['force_generic_plan', 'force_custom_plan', 'force_custom_plan']);
      expect(await pool.run(here, [mode])).toEqual(['force_generic_plan']);
    });
  });

  it('of several statements sees one moment', async () => {
    const slow = { text: `select count(*)::text from wish, pg_sleep(0.3)`, values: [] };
    const reading = world.pool.run(here, [slow, count]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await world.admin.query(`insert into wish select w.* from (select (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid()))).* from wish w where tenant_id = $1 limit 1) w`, [here]);
    expect(await reading).toEqual(['70', '70']);
    await world.admin.query('delete from wish where ctid = (select max(ctid) from wish)');
  });
});

describe('a read that fails', () => {
  it('says the statement’s own error and leaves the connection usable', async () => {
    await withPool(async (pool) => {
      const backend = { text: 'select pg_backend_pid()::text', values: [] };
      const [before] = await pool.run(here, [backend]);
      await expect(pool.run(here, [count, { text: 'select 1/0', values: [] }, count])).rejects.toThrow('division by zero');
      expect(await pool.run(here, [backend, count])).toEqual([before, '70']);
    });
  });

  it('is ended by the server when it takes too long', async () => {
    await withPool(async (pool) => {
      await expect(pool.run(here, [{ text: `select pg_sleep(5)::text`, values: [] }])).rejects.toThrow('canceling statement due to statement timeout');
      expect(await pool.run(here, [count])).toEqual(['70']);
    }, 100);
  });

  it('for want of its connection takes another one for the next', async () => {
    await withPool(async (pool) => {
      await expect(pool.run(here, [{ text: 'select pg_terminate_backend(pg_backend_pid())::text', values: [] }, count])).rejects.toThrow();
      expect(await pool.run(here, [count])).toEqual(['70']);
    });
  });

  it('keeps nothing of what was to be recorded, nor answers', async () => {
    const record = (texts: readonly string[]) => [
      { text: `insert into read_record (tenant_id, id, at, person_id, subject, subject_id, fields, purpose, request_id) values ($1, $1, now(), $1, $2, $1, '{}', '', '')`, values: [here, texts[0]] },
      { text: 'select 1/0', values: [] },
    ];
    await expect(world.pool.run(here, [count], record)).rejects.toThrow('division by zero');
    expect((await world.admin.query('select from read_record')).rowCount).toBe(0);
    expect(await world.pool.run(here, [count], (texts) => record(texts).slice(0, 1))).toEqual(['70']);
    expect((await world.admin.query('delete from read_record returning subject')).rows).toEqual([{ subject: '70' }]);
  });
});

describe('a thousand reads of two tenants, interleaved, with failing ones between', () => {
  it('each see their own tenant', async () => {
    const tenants = [world.here, world.elsewhere];
    const reads = Array.from({ length: 1_000 }, async (_, at) => {
      const town = tenants[at % 2] ?? world.here;
      const own = { name: 'own', text: `select concat(min(tenant_id::text), ' ', max(tenant_id::text)) from wish`, values: [] };
      const failing = { text: at % 3 === 0 ? 'select 1/0' : `select 'fine'`, values: [] };
      const [answer] = await world.pool.run(town.tenantId, at % 6 === 5 ? [own] : [own, failing]).catch(() => []);
      return answer === undefined || answer === `${town.tenantId} ${town.tenantId}` ? 'its own' : answer;
    });
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['its own']));
  });
});
