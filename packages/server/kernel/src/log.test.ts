import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Tenant } from './tenancy/tenant.entity.js';
import { Database } from './database/database.js';
import { kernelMigrations } from './database/migrations.js';
import { createLogger } from './log.js';
import { createTestDatabase } from './testkit/database.js';
import { newId } from '@weixiang/shared';

describe('the log', () => {
  it('says what failed in the database, and nothing of what stood in the row', async () => {
    const urls = await createTestDatabase([kernelMigrations]);
    const database = await Database.open({ url: urls.databaseUrl, entities: [Tenant] });
    let written = '';
    const log = createLogger('info', new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) }));
    const insert = `insert into failed_attempt (tenant_id, key, failures, since) values (current_setting('app.tenant_id')::uuid, ?, ?, now())`;
    const tenant = newId();
    try {
      await database.inTenant(tenant, (em) => em.execute(insert, ['199\n56207274', null])).catch((error: unknown) => log.error({ err: error }, 'one'));
      await database.inTenant(tenant, (em) => em.execute(`${insert}, ${insert.split('values ')[1]}`, ['韩文博', 1, '韩文博', 1])).catch((error: unknown) => log.error({ err: new Error('it did not work', { cause: error }) }, 'two'));
    } finally {
      await database.close();
      await urls.drop();
    }
    const [one = '', two = ''] = written.trim().split('\n');
    expect(JSON.parse(one)).toMatchObject({ msg: 'one', err: { type: 'NotNullConstraintViolationException', code: '23502', message: expect.stringContaining('null value in column "failures"') } });
    expect(JSON.parse(two)).toMatchObject({ msg: 'two', err: { type: 'Error', message: expect.stringContaining('failed_attempt_pkey') } });
    expect(written).not.toMatch(/199|56207274|韩文博/);
  });

  it('keeps secrets back', () => {
    let written = '';
    const log = createLogger('info', new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) }));
    log.info({ input: { password: 'weixiang-demo' }, session: { token: 'wx_a_b' }, person: { phone: '19956207274' } }, 'hello');
    expect(written).toContain('hello');
    expect(written).not.toMatch(/weixiang-demo|wx_a_b|19956207274/);
  });
});
