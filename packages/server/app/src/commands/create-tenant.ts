import { createAccounts, createTenant } from '@weixiang/core';
import { createLogger, Kernel, StartupError, systemClock } from '@weixiang/kernel';
import { peopleIdentity } from '@weixiang/core';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { core, plugins } from '../installed.js';
import { keysOf } from '../keys.js';
import { openDatabase } from '../server.js';
import { readSettings } from '../settings.js';

const usage = `Makes a tenant and its first administrator, or says that the tenant is there already.

  npm run tenant -- --slug qiaocheng --name 亳州市谯城区 --english "Qiaocheng District" \\
    --brand 谯城区红色项目 --seal 谯 --color "#a62b23" --root 中共亳州市谯城区委员会 --kind 区委 --code QC \\
    --login admin --person 郑海宁

The administrator's first password is printed once.`;

const options = {
  slug: { type: 'string' },
  name: { type: 'string' },
  english: { type: 'string' },
  brand: { type: 'string' },
  seal: { type: 'string' },
  color: { type: 'string', default: '#a62b23' },
  root: { type: 'string' },
  kind: { type: 'string', default: '区委' },
  code: { type: 'string' },
  login: { type: 'string' },
  person: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const { slug, name, brand, seal, root, code, login, person } = values;
  if (!slug || !name || !brand || !seal || !root || !code || !login || !person) throw new StartupError(usage);
  const settings = readSettings(process.env);
  const keys = keysOf(settings);
  const database = await openDatabase(settings, () => {});
  const kernel = await Kernel.start({ ...database.urls, core, plugins, identity: peopleIdentity, clock: systemClock, log: createLogger('error'), filesDir: database.filesDir, keys });
  try {
    if (await kernel.tenants.bySlug(slug)) throw new StartupError(`The tenant ${slug} is there already.`);
    const tenant = await createTenant(kernel, {
      slug,
      name: { zh: name, en: values.english ?? name },
      brand: { name: brand, seal, color: values.color },
      plugins: [],
      root: { code, name: root, kind: values.kind },
    });
    const password = randomBytes(12).toString('base64url');
    await createAccounts(kernel, tenant, [{ login, name: person, password, role: 'tenantAdministrator' }]);
    process.stdout.write(`The tenant ${slug} is made. Its administrator signs in as ${login} with ${password}\n`);
  } finally {
    await kernel.close();
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`);
  process.exit(1);
});
