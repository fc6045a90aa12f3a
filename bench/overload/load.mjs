import { setTimeout as pause } from 'node:timers/promises';

/** What became of the requests of one phase. */
export class Tally {
  accepted = [];
  refused = [];
  /** Refusals without word of when to come again, other statuses, broken connections. */
  wrong = [];

  note({ status, headers, ms, text }) {
    if (status === 200) {
      this.accepted.push(ms);
      if (text.includes('"errors"')) this.wrong.push(text.slice(0, 300));
    } else if ((status === 503 || status === 429) && Number(headers['retry-after']) >= 1) this.refused.push({ ms, status });
    else this.wrong.push(`${status} ${text.slice(0, 300)}`);
  }

  get sent() {
    return this.accepted.length + this.refused.length + this.wrong.length;
  }
}

/** As many at once as there are hands, each asking again as soon as it has its answer. */
export async function closedLoop(hands, seconds, ask) {
  const tally = new Tally();
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: hands }, async () => {
    while (performance.now() < end) await ask().then((answer) => tally.note(answer), (error) => tally.wrong.push(String(error)));
  }));
  return tally;
}

/** So many a second whatever comes back, at random moments, as many people do who do not know of each other. */
export async function openLoop(perSecond, seconds, ask, tally = new Tally()) {
  const under = new Set();
  const begin = performance.now();
  for (let next = begin; next < begin + seconds * 1000; next += (-Math.log(1 - Math.random()) * 1000) / perSecond) {
    const wait = next - performance.now();
    if (wait > 1) await pause(wait);
    const asked = ask().then((answer) => tally.note(answer), (error) => tally.wrong.push(String(error))).finally(() => under.delete(asked));
    under.add(asked);
  }
  await Promise.all(under);
  return tally;
}
