// npm run bench:imports [-- --rows 20000] [--json]: one ledger of 100,000 wishes into one tenant, while people of another ask.
import { setTimeout as pause } from 'node:timers/promises';
import { quantile, report } from '../aims.mjs';
import { Client, serve } from '../served.mjs';
import { wishLedger } from './wish-ledger.mjs';

const rows = Number(process.argv[process.argv.indexOf('--rows') + 1]) || 100_000;
/** What the aim of 60 seconds is for so many rows. */
const mostSeconds = (60 * rows) / 100_000;
const perSecond = 20;
const question = `query { wishes(first: 20, filter: {}) { totalCount nodes { id words state wisherLabel recordedOn supporterCount isMine lastAnswer { id words answeredByLabel } } pageInfo { hasNextPage endCursor } } }`;

// A folder that is kept has the wishes of the last time.
const file = await wishLedger(rows, 'JYG', Math.floor(Date.now() / 1000));
const server = await serve();
try {
  const officer = await new Client(server.port, 'jiayuguan').signIn('organiser');
  const neighbour = await new Client(server.port, 'qiaocheng').signIn('community');
  await asking(neighbour, pause(3_000)); // warm
  const calm = await asking(neighbour, pause(10_000));
  const memoryBefore = server.memory();
  const since = performance.now();
  const processorBefore = server.processor();
  const { id } = await officer.upload('/imports/wishes', file, 'wishes.xlsx');
  let run = null;
  const meanwhile = await asking(neighbour, (async () => {
    while (run?.state !== 'done' && run?.state !== 'failed') {
      await pause(500);
      run = (await officer.data('query ($id: ID!) { import(id: $id) { state total accepted unchanged rejectedCount } }', { id })).import;
    }
  })());
  const seconds = (performance.now() - since) / 1000;
  const before = quantile(calm.ms, 0.99);
  process.exitCode = report(`${rows.toLocaleString('en')} wishes in one file (${(file.length / 1e6).toFixed(1)} MB), while another tenant asks ${perSecond} times a second`, [
    { name: 'rows accepted', value: run.accepted, unit: '', least: rows },
    { name: 'from the upload to done', value: seconds, unit: 's', most: mostSeconds },
    { name: 'processor that our processes took', value: server.processor() - processorBefore, unit: 's' },
    { name: 'memory of the server before', value: memoryBefore, unit: 'MB' },
    { name: 'memory of the server, peak', value: server.peakMemory(), unit: 'MB', most: 1_024 },
    { name: 'the other tenant’s p50 before', value: quantile(calm.ms, 0.5), unit: 'ms' },
    { name: 'the other tenant’s p50 meanwhile', value: quantile(meanwhile.ms, 0.5), unit: 'ms' },
    { name: 'the other tenant’s p99 before', value: before, unit: 'ms' },
    { name: 'the other tenant’s p99 meanwhile', value: quantile(meanwhile.ms, 0.99), unit: 'ms', most: 2 * before },
    { name: 'the other tenant’s answers that failed', value: meanwhile.failed + calm.failed, unit: '', most: 0 },
  ]);
  for (const client of [officer, neighbour]) client.close();
} finally {
  await server.stop();
}

/** Asks at a steady pace until the work is over; how long each answer took. */
async function asking(client, work) {
  let isOver = false;
  void work.finally(() => (isOver = true));
  const ms = [];
  let failed = 0;
  const under = new Set();
  for (let next = performance.now(); !isOver; next += 1000 / perSecond) {
    await pause(Math.max(0, next - performance.now()));
    const asked = noted(client, ms).then((isFine) => {
      if (!isFine) failed += 1;
      return under.delete(asked);
    });
    under.add(asked);
  }
  await work;
  await Promise.all(under);
  return { ms, failed };
}

async function noted(client, ms) {
  try {
    const answer = await client.ask(question);
    if (answer.status === 200) ms.push(answer.ms);
    return answer.status === 200;
  } catch {
    return false;
  }
}
