// People of another tenant, in a process of their own as on machines of their own: what a flood's sender has to do is none of their wait.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '../served.mjs';
import { closedLoop, openLoop } from './load.mjs';
import { asker } from './questions.mjs';

/** Starts them; they have asked for a while when it returns. They end with this process. */
export async function startNeighbour(port, tenant) {
  const child = fork(fileURLToPath(import.meta.url), [String(port), tenant]);
  child.unref();
  child.channel.unref();
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The neighbour ended with ${code}.`);
  });
  const answer = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  await answer();
  return {
    /** So many requests a second for so long; what became of them is added to the tally. */
    async ask(perSecond, seconds, tally) {
      child.send({ perSecond, seconds });
      const { accepted, refused, wrong } = await answer();
      tally.accepted.push(...accepted);
      tally.refused.push(...refused);
      tally.wrong.push(...wrong);
    },
  };
}

if (import.meta.main) {
  process.once('disconnect', () => process.exit());
  const [port, tenant] = process.argv.slice(2);
  const ask = await asker(await new Client(Number(port), tenant, { connections: 128 }).signIn('community'));
  await closedLoop(2, 3, ask); // plans are made, functions compiled
  process.on('message', async ({ perSecond, seconds }) => process.send(await openLoop(perSecond, seconds, ask)));
  process.send('warm');
}
