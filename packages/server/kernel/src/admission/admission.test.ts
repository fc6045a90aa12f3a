import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Admission, type NoPlace, type Place } from './admission.js';
import { Turns } from './turns.js';

const limits = { places: 4, rushMs: 100, rushLastsMs: 100, usualMs: 10 };

/** An admission at a time of the test's own, in which every request takes 10 ms. */
function desk(places = limits.places) {
  let now = 0;
  const admission = new Admission({ ...limits, places }, () => now);
  const inside: { tenant: string; place: Place }[] = [];
  const answers: { tenant: string; client: string; answer: 'in' | NoPlace; at: number }[] = [];
  return {
    answers,
    inside,
    come(tenant: string, client = 'one', count = 1) {
      for (let each = 0; each < count; each += 1) {
        const told = (answer: Place | NoPlace): void => {
          answers.push({ tenant, client, answer: typeof answer === 'string' ? answer : 'in', at: now });
          if (typeof answer !== 'string') inside.push({ tenant, place: answer });
        };
        const answer = admission.enter(tenant, client);
        if (answer instanceof Promise) void answer.then(told);
        else told(answer);
      }
    },
    /** Ten milliseconds pass, and all that are inside are done. */
    async turn() {
      now += 10;
      for (const { place } of inside.splice(0)) place.release();
      await Promise.resolve();
      await Promise.resolve();
    },
    /** Those of a tenant that are inside are done. */
    async leave(tenant: string) {
      const done = inside.filter((each) => each.tenant === tenant);
      inside.splice(0, inside.length, ...inside.filter((each) => each.tenant !== tenant));
      for (const { place } of done) place.release();
      await Promise.resolve();
      await Promise.resolve();
    },
    /** So many milliseconds pass, and nobody is done. */
    async stall(ms: number) {
      now += ms;
      await vi.advanceTimersByTimeAsync(ms);
    },
    came: (tenant: string, answer: 'in' | NoPlace = 'in') => answers.filter((each) => each.tenant === tenant && each.answer === answer).length,
  };
}

describe('admission', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets in at once where there is room, and gives a place back once', async () => {
    const { come, came, inside, turn } = desk();
    come('a', 'one', 4);
    expect(came('a')).toBe(4);
    const [first] = inside;
    first?.place.release();
    first?.place.release();
    come('a', 'one', 2);
    expect(came('a')).toBe(5);
    await turn();
    expect(came('a')).toBe(6);
  });

  it('lets a rush wait a little, and tells whoever would wait too long at once', async () => {
    const { come, came, turn } = desk();
    come('a', 'one', 200);
    expect(came('a')).toBe(4);
    expect(came('a', 'overloaded')).toBeGreaterThan(100);
    const waiting = 200 - came('a') - came('a', 'overloaded');
    expect(waiting).toBeGreaterThan(4);
    for (let time = 0; time < 20; time += 1) await turn();
    expect(came('a') + came('a', 'overloaded')).toBe(200);
  });

  it('keeps waiting short while a queue does not end, and works on as many as before', async () => {
    const { come, came, answers, turn } = desk();
    for (let time = 0; time < 100; time += 1) {
      come('a', 'one', 8);
      await turn();
    }
    expect(came('a')).toBeGreaterThan(4 * 90);
    expect(answers.slice(-100).filter(({ answer }) => answer === 'overloaded').length).toBeGreaterThan(30);
  });

  it('takes a queue that is empty for a moment for the same one as long as some are refused', async () => {
    const { come, answers, turn } = desk();
    const waiting = [];
    for (let time = 0; time < 300; time += 1) {
      come('a', 'one', 8); // four get in, four wait and are in with the next turn
      waiting.push(8 * (time + 1) - answers.length);
      await turn();
    }
    expect(Math.max(...waiting.slice(50))).toBeLessThanOrEqual(4);
  });

  it('remembers a queue for a second after its last request', async () => {
    const { come, answers, turn } = desk();
    const waiting = [];
    for (const pause of [20, 20, 120, 0]) {
      const before = answers.length;
      come('a', 'one', 60);
      waiting.push(60 - (answers.length - before));
      for (let time = 0; time < pause; time += 1) await turn();
    }
    expect(waiting).toEqual([40, 4, 4, 40]);
  });

  it('goes on as before once those are gone who waited too long', async () => {
    const { come, came, turn, stall } = desk();
    come('a', 'one', 8);
    await stall(90);
    come('a', 'one', 2);
    await stall(60); // four are late now, and two are not
    expect([came('a'), came('a', 'overloaded')]).toEqual([4, 4]);
    await turn();
    expect(came('a')).toBe(6);
    for (let time = 0; time < 20; time += 1) {
      await turn();
      come('a', 'one', 4);
    }
    expect(came('a')).toBe(6 + 4 * 20);
  });

  it('leaves most of the places to others while they are about, and says whose share is used up', async () => {
    const { come, came, inside, turn } = desk();
    come('b');
    await turn();
    come('a', 'one', 50);
    expect(inside.filter(({ tenant }) => tenant === 'a')).toHaveLength(2);
    expect(came('a', 'overShare')).toBeGreaterThan(10);
    come('b', 'one', 2);
    expect(came('b')).toBe(3);
  });

  it('leaves a flood one place while others are about, also between two of their requests, and all places five seconds later', async () => {
    const { come, inside, turn } = desk(6);
    const held = () => inside.filter(({ tenant }) => tenant === 'a').length;
    const flood = async (turns: number) => {
      for (let time = 0; time < turns; time += 1) {
        await turn();
        come('a', 'one', 20);
      }
    };
    come('b');
    await flood(20);
    expect(held()).toBe(1);
    come('b');
    expect(held()).toBe(1);
    await flood(400);
    expect(held()).toBe(1);
    await flood(100);
    expect(held()).toBe(6);
  });

  it('leaves a tenant its two places beside others as long as it does not ask too much', async () => {
    const { come, inside, turn, leave } = desk(6);
    for (let time = 0; time < 20; time += 1) {
      come('b');
      come('a', 'one', 2);
      await turn();
    }
    come('b');
    come('a', 'one', 4);
    await leave('a');
    expect(inside.filter(({ tenant }) => tenant === 'a')).toHaveLength(2);
  });

  it('lets the light tenant in time after time beside a flood', async () => {
    const { come, came, turn } = desk();
    for (let time = 0; time < 50; time += 1) {
      come('a', 'one', 20);
      come('b');
      await turn();
    }
    expect(came('b')).toBe(50);
    expect(came('b', 'overShare') + came('b', 'overloaded')).toBe(0);
  });
});

it('lets one of each wait where many tenants ask too much', async () => {
  const { come, came, turn } = desk();
  const tenants = Array.from({ length: 20 }, (_, at) => `tenant ${at}`);
  for (let time = 0; time < 200; time += 1) {
    for (const tenant of tenants) come(tenant, 'one', 3);
    await turn();
  }
  const each = tenants.map((tenant) => came(tenant));
  expect(each.reduce((sum, count) => sum + count)).toBeGreaterThan(4 * 190);
  expect(Math.min(...each)).toBeGreaterThan(0.8 * Math.max(...each));
});

describe('turns', () => {
  it('are shared by time and not by number, within what one turn takes', () => {
    const turns = new Turns<number>();
    for (let at = 0; at < 200; at += 1) for (const key of ['slow', 'quick']) turns.add(key, at);
    const used = { slow: 0, quick: 0 };
    for (let time = 0; time < 100; time += 1) {
      const key = turns.next(5)?.[0] === 'slow' ? 'slow' : 'quick';
      const ms = key === 'slow' ? 20 : 2;
      turns.charge(key, ms - 5);
      used[key] += ms;
    }
    expect(Math.abs(used.slow - used.quick)).toBeLessThanOrEqual(20);
  });

  it('take out one of the same name and leave the others in line', () => {
    const turns = new Turns<string>();
    for (let at = 0; at < 3; at += 1) turns.add('a', 'same');
    let out = 1;
    turns.takeOut(() => out-- > 0, () => undefined);
    expect([turns.size, turns.next(1), turns.next(1), turns.next(1)]).toEqual([2, ['a', 'same'], ['a', 'same'], null]);
  });

  it('give no credit for idle days', () => {
    const turns = new Turns<number>();
    for (let at = 0; at < 100; at += 1) turns.add('busy', at);
    for (let at = 0; at < 50; at += 1) turns.next(10);
    for (let at = 0; at < 100; at += 1) turns.add('late', at);
    const next = Array.from({ length: 10 }, () => turns.next(10)?.[0]);
    expect(next.filter((key) => key === 'late')).toHaveLength(5);
  });
});
