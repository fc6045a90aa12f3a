// npm run bench:overload [-- --json]: what happens at twice what the process can do, when one tenant floods it, and when
// somebody sends documents made to keep it busy. Below three minutes, over loopback alone.
import { quantile, report } from '../aims.mjs';
import { wishLedger } from '../imports/wish-ledger.mjs';
import { Client, serve } from '../served.mjs';
import { hostileBodies } from './hostile.mjs';
import { closedLoop, openLoop, Tally } from './load.mjs';
import { startNeighbour } from './neighbour.mjs';
import { asker } from './questions.mjs';

const seconds = 12;
const turns = 8;
const secondsOfTurn = 4;
const figures = [];
const tell = (name, value, unit, aim = {}) => figures.push({ name, value, unit, ...aim });
const p = (numbers, share) => quantile(numbers, share);

const server = await serve();
try {
  const large = await new Client(server.port, 'qiaocheng', { connections: 512 }).signIn('community');
  await someWishes(new Client(server.port, 'jiayuguan'));
  const ofLarge = await asker(large);
  await closedLoop(4, 15, ofLarge); // plans are made, functions compiled
  const small = await startNeighbour(server.port, 'jiayuguan');

  const full = await closedLoop(6, 8, ofLarge);
  const capacity = full.accepted.length / 8;
  tell('capacity, six at once', capacity, '/s');

  const half = await openLoop(capacity / 2, seconds, ofLarge);
  const halfP99 = p(half.accepted, 0.99);
  tell('half of it: p50', p(half.accepted, 0.5), 'ms');
  tell('half of it: p99', halfP99, 'ms');
  tell('half of it: refused', half.refused.length / half.sent, '', { most: 0.01 });

  const twice = await openLoop(2 * capacity, seconds, ofLarge);
  tell('twice: sent', twice.sent / seconds, '/s');
  tell('twice: accepted', twice.accepted.length / seconds, '/s', { least: 0.6 * capacity });
  tell('twice: accepted p50', p(twice.accepted, 0.5), 'ms');
  tell('twice: accepted p99', p(twice.accepted, 0.99), 'ms', { most: 3 * halfP99 });
  tell('twice: refused', twice.refused.length / twice.sent, '');
  tell('twice: refused p50', p(twice.refused.map(({ ms }) => ms), 0.5), 'ms');
  tell('twice: refused p99', p(twice.refused.map(({ ms }) => ms), 0.99), 'ms');

  // By turns, so that what else the machine does meets both alike.
  const light = capacity / 20;
  const [usual, beside, withUsual, flood] = [new Tally(), new Tally(), new Tally(), new Tally()];
  for (let turn = 0; turn < turns; turn += 1) {
    await Promise.all([small.ask(light, secondsOfTurn, usual), openLoop(capacity / 2, secondsOfTurn, ofLarge, withUsual)]);
    await Promise.all([small.ask(light, secondsOfTurn, beside), openLoop(2 * capacity, secondsOfTurn, ofLarge, flood)]);
  }
  tell('another tenant, usual load beside it: p50', p(usual.accepted, 0.5), 'ms');
  tell('another tenant, usual load beside it: p99', p(usual.accepted, 0.99), 'ms');
  tell('another tenant, flood beside it: p50', p(beside.accepted, 0.5), 'ms');
  tell('another tenant, flood beside it: p99', p(beside.accepted, 0.99), 'ms', { most: 1.5 * p(usual.accepted, 0.99) });
  tell('another tenant, flood beside it: refused', beside.refused.length / beside.sent, '', { most: 0.01 });
  tell('the flood: accepted', flood.accepted.length / (turns * secondsOfTurn), '/s');
  tell('the flood: refused with 429', flood.refused.filter(({ status }) => status === 429).length / Math.max(1, flood.refused.length), '');

  for (const [name, body] of Object.entries(hostileBodies)) {
    const slowest = await slowestOf(large, body);
    tell(`hostile: ${name}`, slowest.ms, 'ms', { most: 200 });
    if (slowest.status >= 500) tell(`hostile: ${name} answered ${slowest.status}`, 1, '', { most: 0 });
  }

  const wrong = [full, half, twice, usual, withUsual, beside, flood].flatMap((tally) => tally.wrong);
  tell('answers that are neither right nor refused as they should be', wrong.length, '', { most: 0 });
  process.exitCode = report('A process under load', figures, { wrong: wrong.slice(0, 5) });
  if (wrong.length > 0) console.error(wrong.slice(0, 5).join('\n'));
  large.close();
} finally {
  await server.stop();
}

/** The longest of three times: the first compiles, the others find what was kept. */
async function slowestOf(client, body) {
  const answers = [];
  for (let time = 0; time < 3; time += 1) answers.push(await answerTo(client, body));
  return answers.reduce((slowest, answer) => (answer.ms > slowest.ms ? answer : slowest));
}

/** What is refused by its length is answered before all of it has arrived; who still writes by then finds the connection closed. */
async function answerTo(client, body) {
  const since = performance.now();
  try {
    return await client.send('/graphql', body);
  } catch (error) {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
    return { status: 413, ms: performance.now() - since };
  }
}

/** The second example begins with nothing; here it has wishes to show. */
async function someWishes(client) {
  const officer = await client.signIn('organiser');
  const { id } = await officer.upload('/imports/wishes', await wishLedger(300, 'JYG'), 'wishes.xlsx');
  for (;;) {
    const { import: run } = await officer.data('query ($id: ID!) { import(id: $id) { state } }', { id });
    if (run.state === 'done' || run.state === 'failed') break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  client.close();
}
