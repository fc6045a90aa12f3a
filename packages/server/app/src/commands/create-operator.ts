import { peopleIdentity } from '@weixiang/core';
import { createLogger, createOperator, Kernel, Refusal, StartupError, systemClock } from '@weixiang/kernel';
import { parseArgs } from 'node:util';
import { core, plugins } from '../installed.js';
import { keysOf } from '../keys.js';
import { openDatabase } from '../server.js';
import { readSettings } from '../settings.js';

const usage = `Makes an operator of the platform, who makes tenants at /platform/graphql.

  npm run operator -- --login ops --name 沈志远

The first password is printed once.`;

const options = { login: { type: 'string' }, name: { type: 'string' } } as const;

const refusals: Record<string, string> = {
  LOGIN_TAKEN: 'There is an operator with this login already.',
  LOGIN_UNREADABLE: 'A login is 3–40 lower-case letters, digits, dots and hyphens.',
};

async function main(): Promise<void> {
  const { login, name } = parseArgs({ options }).values;
  if (!login || !name) throw new StartupError(usage);
  const settings = readSettings(process.env);
  const keys = keysOf(settings);
  const database = await openDatabase(settings, () => {});
  const kernel = await Kernel.start({ ...database.urls, core, plugins, identity: peopleIdentity, clock: systemClock, log: createLogger('error'), filesDir: database.filesDir, keys });
  try {
    const { operator, password } = await kernel.platform.run('createOperator', { requestId: 'npm run operator', operator: null }, (tx) => createOperator(tx, { login, name }));
    process.stdout.write(`${operator.name} runs the platform from now on and signs in as ${operator.login} with ${password}\n`);
  } catch (error) {
    if (error instanceof Refusal) throw new StartupError(refusals[error.code] ?? `The ${error.field ?? 'input'} was refused: ${error.code}`);
    throw error;
  } finally {
    await kernel.close();
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`);
  process.exit(1);
});
