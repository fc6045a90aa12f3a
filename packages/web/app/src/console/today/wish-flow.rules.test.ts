import { expect, it } from 'vitest';
import { flowOf } from './wish-flow.rules.js';

it('counts a wish at every stage that it came through', () => {
  const { stages } = flowOf([
    { key: 'SUBMITTED', count: 6 },
    { key: 'ACCEPTED', count: 7 },
    { key: 'FULFILLED', count: 2 },
    { key: 'CONFIRMED', count: 15 },
  ]);
  expect(stages.map(({ reached }) => reached)).toEqual([30, 24, 17, 17, 17, 15]);
  expect(stages.map(({ before }) => before)).toEqual([30, 30, 24, 17, 17, 17]);
});

it('counts merged and declined wishes as answered and no further', () => {
  const { stages, merged, declined } = flowOf([
    { key: 'MERGED', count: 2 },
    { key: 'DECLINED', count: 3 },
  ]);
  expect(stages.map(({ reached }) => reached)).toEqual([5, 5, 0, 0, 0, 0]);
  expect([merged, declined]).toEqual([2, 3]);
});
