import { createOperator, StartupError } from '@weixiang/kernel';
import { readFlags, runCommand, withKernel } from './command.js';

const usage = `Makes an operator of the platform, who makes tenants at /platform/graphql.

  npm run operator -- --login ops --name 沈志远

The first password is printed once.`;

runCommand(async () => {
  const { login, name } = readFlags(usage, { login: { type: 'string' }, name: { type: 'string' } });
  if (!login || !name) throw new StartupError(usage);
  await withKernel(async ({ platform }) => {
    const { operator, password } = await platform.run('createOperator', { requestId: 'npm run operator', operator: null }, (tx) => createOperator(tx, { login, name }));
    process.stdout.write(`${operator.name} runs the platform from now on and signs in as ${operator.login} with ${password}\n`);
  });
});
