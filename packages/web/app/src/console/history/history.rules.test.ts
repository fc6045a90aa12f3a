import { expect, it } from 'vitest';
import { statesEntered } from './history.rules.js';

const actor = { name: '孙春生' };

it('tells when each state was first entered, oldest first', () => {
  const entered = statesEntered([
    { at: '2026-05-12T02:00:00.000Z', actor, changes: { state: ['REVIEW', 'RESOURCING'] } },
    { at: '2026-05-06T02:00:00.000Z', actor, changes: { state: ['DRAFT', 'REVIEW'] } },
    { at: '2026-05-08T02:00:00.000Z', actor, changes: { plan: ['', '每周六'] } },
    { at: '2026-05-20T02:00:00.000Z', actor, changes: { state: ['RESOURCING', 'REVIEW'] } },
  ]);
  expect([...entered]).toEqual([
    ['REVIEW', '2026-05-06T02:00:00.000Z'],
    ['RESOURCING', '2026-05-12T02:00:00.000Z'],
  ]);
});

it('takes no day from what a ledger brought in', () => {
  expect(statesEntered([{ at: '2026-05-12T02:00:00.000Z', actor: null, changes: { state: [null, 'RUNNING'] } }]).size).toBe(0);
});
