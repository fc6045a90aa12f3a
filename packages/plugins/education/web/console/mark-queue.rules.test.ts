import { describe, expect, it } from 'vitest';
import { queueFrom, withMark, without, type QueuedMark } from './mark-queue.rules.js';

const tap = (enrolment: string, mark: QueuedMark['mark'], at: string): QueuedMark => ({ enrolment, mark, at });

describe('marks that wait for a network', () => {
  it('keep the last tap on each learner', () => {
    const queue = withMark(withMark(withMark([], tap('a', 'PRESENT', '1')), tap('b', 'ABSENT', '2')), tap('a', null, '3'));
    expect(queue).toEqual([tap('b', 'ABSENT', '2'), tap('a', null, '3')]);
  });

  it('lose what was sent, and nothing that was tapped meanwhile', () => {
    const sent = [tap('a', 'PRESENT', '1'), tap('b', 'ABSENT', '2')];
    expect(without(withMark(sent, tap('a', 'LATE', '3')), sent)).toEqual([tap('a', 'LATE', '3')]);
  });

  it('survive a reload, and are empty when what was kept is none', () => {
    const queue = [tap('a', 'PRESENT', '1')];
    expect(queueFrom(JSON.stringify(queue))).toEqual(queue);
    expect([queueFrom(null), queueFrom('{'), queueFrom('{"a":1}'), queueFrom('[null, 1, {}]')]).toEqual([[], [], [], []]);
  });
});
