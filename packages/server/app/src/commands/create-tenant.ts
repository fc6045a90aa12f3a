import { foundTenant } from '@weixiang/core';
import { firstPassword, StartupError } from '@weixiang/kernel';
import { readFlags, runCommand, withKernel } from './command.js';

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

runCommand(async () => {
  const values = readFlags(usage, options);
  const { slug, name, brand, seal, color, root, kind, code, login, person } = values;
  if (!slug || !name || !brand || !seal || !root || !code || !login || !person) throw new StartupError(usage);
  const caller = { requestId: 'npm run tenant', operator: null };
  await withKernel(async (kernel) => {
    const password = firstPassword();
    await kernel.platform.run('createTenant', caller, (tx) => tx.note({ action: 'tenant.asked', subject: slug.slice(0, 39) }));
    const made = await foundTenant(kernel, {
      slug,
      name: { zh: name, en: values.english ?? name },
      brand: { name: brand, seal, color },
      root: { code, name: root, kind },
      administrator: { login, name: person, password },
    });
    await kernel.platform.run('createTenant', caller, (tx) => tx.note({ action: 'tenant.created', subject: made.slug, detail: { administrator: login } }));
    process.stdout.write(`The tenant ${made.slug} is made. Its administrator signs in as ${login} with ${password}\n`);
  });
});
