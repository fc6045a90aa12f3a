// People of another tenant, in a process of their own as on machines of their own: what a flood's sender has to do is none of their wait.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '../served.mjs';
import { closedLoop, openLoop } from './load.mjs';
import { asker } from './questions.mjs';

/** Starts them; they have asked for a while when it returns. */
export async function startNeighbour(port, tenant) {
  const process = fork(fileURLToPath(import.meta.url), [String(port), tenant], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(process, 'message');
  return {
    /** So many requests a second for so long; what became of them is added to the tally. */
    async ask(perSecond, seconds, tally) {
      process.send({ perSecond, seconds });
      const [answer] = await once(process, 'message');
      for (const key of ['accepted', 'refused', 'wrong']) tally[key].push(...answer[key]);
    },
    stop: () => process.kill(),
  };
}

if (process.send) {
  const [port, tenant] = process.argv.slice(2);
  const ask = await asker(await new Client(Number(port), tenant, { connections: 128 }).signIn('community'));
  await closedLoop(2, 3, ask); // plans are made, functions compiled
  process.on('message', async ({ perSecond, seconds }) => process.send({ ...(await openLoop(perSecond, seconds, ask)) }));
  process.send('warm');
}
