import type { EntityManager } from '@mikro-orm/postgresql';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '@weixiang/shared';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BelongsTo, TenantRecord, TenantTable } from '../entity/record.js';
import { createTestDatabase, type TestDatabase } from '../testkit/database.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { boundValues } from './bound.js';
import { Database } from './database.js';
import { exchangeOf } from './exchange.js';
import { lookUp } from './look-up.js';
import { kernelMigrations } from './migrations.js';

/** One of every kind of value. */
@TenantTable({ name: 'sample', prefix: 'sample' })
@Index({ properties: ['tenantId', 'text'] })
class Sample extends TenantRecord {
  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'integer', default: 7 })
  count!: number;

  @Property({ type: 'double', nullable: true })
  share: number | null = null;

  @Property({ type: 'boolean' })
  isFine: boolean = false;

  @Property({ type: 'date', nullable: true })
  day: string | null = null;

  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  at: Date | null = null;

  @Property({ type: 'json', nullable: true })
  about: object | null = null;

  @Property({ type: 'array', columnType: 'text[]', nullable: true })
  words: string[] | null = null;

  @Property({ columnType: 'bytea', type: 'blob', nullable: true })
  bytes: Buffer | null = null;

  @BelongsTo(() => Sample, 'other_id', { nullable: true })
  other: Sample | null = null;
}

const table = `create table sample (tenant_id uuid not null, id uuid not null, version int not null default 1, created_at timestamptz(3) not null,
  text text not null, count int not null default 7, share double precision, is_fine boolean not null, day date, at timestamptz(3), about jsonb, words text[], bytes bytea, other_id uuid,
  primary key (tenant_id, id), unique (tenant_id, text), foreign key (tenant_id, other_id) references sample (tenant_id, id));`;

const values = [
  { text: `it's "a" \\ 路灯`, count: 1, share: 0.1, isFine: true, day: '2026-05-19', at: new Date('2026-05-19T01:02:03.045Z'), about: { zh: "灯'", list: [1, null] }, words: ['a,b', '"', '\\', ''], bytes: Buffer.from([0, 255, 92]) },
  { text: '?', count: -1, share: -1e21, about: {}, words: [] },
  { text: '', count: 0 },
];

describe('a new record', () => {
  let urls: TestDatabase;
  let database: Database;
  const sent: string[] = [];

  beforeAll(async () => {
    urls = await createTestDatabase([kernelMigrations]);
    const owner = new pg.Client({ connectionString: urls.databaseOwnerUrl });
    await owner.connect();
    await owner.query(`${table} grant select, insert, update on sample to ${owner.escapeIdentifier(new URL(urls.databaseUrl).username)}`);
    await owner.end();
    database = await Database.open({ url: urls.databaseUrl, entities: [Tenant, Sample], poolSize: 2, onStatement: (sql) => sent.push(sql) });
  });
  afterAll(async () => {
    await database.close();
    await urls.drop();
  });

  const sampleOf = (tenantId: string, data: Partial<Sample>): Sample => Object.assign(new Sample(), { tenantId, id: newId(), createdAt: new Date('2026-05-01T00:00:00.001Z') }, data);
  const plain = ({ other, ...own }: Sample): object => ({ ...own, other: other?.id ?? null });

  it.each([['alone', 1], ['with others', values.length]])('is read as it was written, %s', async (_, most) => {
    const tenantId = newId();
    const written = values.slice(0, most).map((data) => sampleOf(tenantId, data));
    await database.inTenant(tenantId, async (em) => {
      em.persist(written);
      await em.flush();
      for (const one of written) em.persist(sampleOf(tenantId, { text: `after ${one.text}`, count: 2, other: one }));
      await em.flush();
    });
    const read = await database.inTenant(tenantId, (em) => em.find(Sample, {}, { orderBy: { id: 'asc' } }));
    expect(read.slice(0, most).map(plain)).toEqual(written.map(plain));
    expect(read.slice(most).map(plain)).toMatchObject(written.map(({ id, text }) => ({ other: id, text: `after ${text}`, version: 1 })));
  });

  it('is read as it was written, among thousands', async () => {
    const tenantId = newId();
    const texts = ['\u0001', '\u0001\u0001a', `'`, '\\', 'null', '路灯', '?', '$1'];
    const written = Array.from({ length: 1_000 }, (_, at) => sampleOf(tenantId, { ...values[at % values.length], text: `${texts[at % texts.length] ?? ''}${at >= texts.length ? at : ''}`, share: at % 2 === 0 ? null : at }));
    await database.inTenant(tenantId, async (em) => {
      em.persist(written);
      await em.flush();
    });
    const read = await database.inTenant(tenantId, (em) => em.find(Sample, {}, { orderBy: { id: 'asc' } }));
    expect(read.map(plain)).toEqual(written.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(plain));
    await expect(database.inTenant(tenantId, async (em) => {
      em.persist(Array.from({ length: 1_000 }, (_, at) => sampleOf(tenantId, { text: at === 700 ? `a\u0000b` : `more ${at}`, count: 1 })));
      await em.flush();
    })).rejects.toThrow('the character 0');
    expect(await database.inTenant(tenantId, (em) => em.count(Sample))).toBe(1_000);
    expect(() => boundValues(['a\u0000b'])).toThrow(expect.objectContaining({ code: '22021' })); // which a client is told as a value that cannot be read
  });

  it('goes out with the statement after it, and is changed as one that was read', async () => {
    const tenantId = newId();
    sent.length = 0;
    await database.inTenant(tenantId, async (em) => {
      const sample = sampleOf(tenantId, { text: 'a', count: 1 });
      em.persist(sample);
      await em.flush();
      await em.flush();
      expect(sample.version).toBe(1);
      sample.count = 2;
      await em.flush();
      expect(sample.version).toBe(2);
      expect(await em.execute('select count, version from sample where tenant_id = ?', [tenantId])).toEqual([{ count: 2, version: 2 }]);
    });
    expect(sent.filter((sql) => sql.includes('insert into "sample"'))).toHaveLength(1);
    expect(sent.filter((sql) => sql.includes('update "sample"'))).toHaveLength(1);
  });

  it('is looked up by its key as the ORM finds it, and changed like that', async () => {
    const tenantId = newId();
    const [first, ...others] = values.map((data) => sampleOf(tenantId, data));
    const written = [first, ...others].filter((sample) => sample !== undefined);
    for (const other of others) other.other = first ?? null;
    await database.inTenant(tenantId, (em) => em.persist(written).flush());
    const found = await database.inTenant(tenantId, (em) => em.find(Sample, {}, { orderBy: { id: 'asc' } }));
    sent.length = 0;
    await database.inTenant(tenantId, async (em) => {
      const known: (Sample | null)[] = [];
      for (const { id } of written) known.push(await lookUp(em, Sample, { tenantId, id }, 'locking'));
      expect(known.map((sample) => sample && plain(sample))).toEqual(found.map(plain));
      expect(known[1]?.other).toBe(known[0]);
      await em.flush(); // nothing
      for (const sample of known) if (sample) sample.isFine = !sample.isFine;
      await em.flush();
      expect(known.map((sample) => sample?.version)).toEqual(found.map(({ version }) => version + 1));
      expect(await lookUp(em, Sample, { tenantId, id: newId() }, 'plain')).toBe(null);
    });
    expect(sent.filter((sql) => sql.includes('update "sample"'))).toHaveLength(1);
  });

  it('leaves to the ORM what it leaves to the table', async () => {
    const tenantId = newId();
    await database.inTenant(tenantId, async (em) => {
      const sample = sampleOf(tenantId, { text: 'a' });
      em.persist([sample, Object.assign(sampleOf(tenantId, { text: 'b' }), { share: undefined })]);
      await em.flush();
      expect(sample.count).toBe(7);
    });
    expect(await database.inTenant(tenantId, (em) => em.find(Sample, {}, { orderBy: { text: 'asc' } }))).toMatchObject([{ text: 'a', count: 7 }, { text: 'b', share: null }]);
  });

  it('that the database refuses fails whatever comes next, and nothing stays', async () => {
    const tenantId = newId();
    const twice = (then: (em: EntityManager) => Promise<unknown>): Promise<unknown> =>
      database.inTenant(tenantId, async (em) => {
        for (const count of [1, 2]) em.persist(sampleOf(tenantId, { text: 'same', count }));
        await em.flush();
        await then(em);
      });
    await expect(twice(async () => undefined)).rejects.toMatchObject({ code: '23505' });
    await expect(twice((em) => expect(exchangeOf(em).settle()).rejects.toMatchObject({ code: '23505' }))).rejects.toThrow('nothing of it was committed');
    expect(await database.inTenant(tenantId, (em) => em.count(Sample))).toBe(0);
  });

  it('among thousands that the database refuses fails the same way, and the next thousands are written', async () => {
    const tenantId = newId();
    const write = (textOf: (at: number) => string): Promise<void> =>
      database.inTenant(tenantId, async (em) => {
        em.persist(Array.from({ length: 1_000 }, (_, at) => sampleOf(tenantId, { text: textOf(at), count: at })));
        await em.flush();
      });
    for (let attempt = 0; attempt < 2; attempt += 1) await expect(write((at) => `${at % 999}`)).rejects.toMatchObject({ code: '23505' });
    await write(String);
    expect(await database.inTenant(tenantId, (em) => em.count(Sample))).toBe(1_000);
  });
});
