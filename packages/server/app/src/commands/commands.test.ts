import { migrationsOf } from '@weixiang/kernel';
import { createTestDatabase, type TestDatabase } from '@weixiang/kernel/testkit';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core, plugins } from '../installed.js';

const flags = { slug: 'walk', name: '测试区', brand: '测试', seal: '测', root: '中共测试区委员会', code: 'W', login: 'admin', person: '郑海宁' };

describe('the commands of production', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-commands-'));
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase(migrationsOf([...core, ...plugins]));
  }, 60_000);
  afterAll(async () => {
    rmSync(dataDir, { recursive: true });
    await database.drop();
  });

  /** How it ended, and what it said: its answer, or what is wrong. */
  function run(command: string, given: readonly string[]): [number | null, string] {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATA_DIR: dataDir, NODE_ENV: 'production', WEIXIANG_KEYS: `k1:${'A'.repeat(43)}=`, DATABASE_URL: database.databaseUrl, DATABASE_OWNER_URL: database.databaseOwnerUrl };
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL(`../../dist/commands/${command}.js`, import.meta.url)), ...given], { env, encoding: 'utf8', timeout: 60_000 });
    return [status, (status === 0 ? stdout : stderr).trim()];
  }
  const tenant = (change: Partial<typeof flags> & { color?: string } = {}) => run('create-tenant', Object.entries({ ...flags, ...change }).flatMap(([flag, value]) => [`--${flag}`, value]));
  const operator = (...given: string[]) => run('create-operator', given);

  it('make an operator once, and say in one line what is wrong with one', () => {
    expect(operator('--login', 'ops', '--name', '沈志远')).toEqual([0, expect.stringMatching(/^沈志远 runs the platform from now on and signs in as ops with \S{16}$/)]);
    expect(operator('--login', 'ops', '--name', '沈志远')).toEqual([1, 'login: This login is taken.']);
    expect(operator('--login', 'O P S', '--name', '沈志远')).toEqual([1, 'login: A login is 3–40 lower-case letters, digits, dots and hyphens.']);
    expect(operator('--login', 'ops')).toEqual([1, expect.stringContaining('npm run operator -- --login')]);
    expect(operator('--nonsense')).toEqual([1, expect.stringMatching(/^Unknown option '--nonsense'[^]*npm run operator -- --login/)]);
  }, 60_000);

  it('refuse a tenant that the platform’s own page would refuse, and leave nothing of it', () => {
    expect(tenant({ slug: 'Bad_slug' })).toEqual([1, 'slug: A slug is 2–39 lower-case letters, digits and hyphens, beginning with a letter.']);
    expect(tenant({ color: 'red' })).toEqual([1, expect.stringMatching(/^brand\.color: /)]);
    expect(tenant({ seal: '测试' })).toEqual([1, 'brand.seal: The seal is one character.']);
    expect(tenant({ login: 'A B' })).toEqual([1, expect.stringMatching(/^administrator\.login: /)]);
    expect(tenant()).toEqual([0, expect.stringMatching(/^The tenant walk is made\. Its administrator signs in as admin with \S{16}$/)]);
    expect(tenant()).toEqual([1, 'slug: A tenant has this slug already.']);
  }, 60_000);
});
