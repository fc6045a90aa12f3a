import { expect, it } from 'vitest';
import { weekOf } from './this-week.rules.js';

it.each([
  ['2026-05-18', '2026-05-18', '2026-05-24'],
  ['2026-05-24', '2026-05-18', '2026-05-24'],
  ['2027-01-01', '2026-12-28', '2027-01-03'],
])('begins the week of %s on Monday %s and ends it on %s', (day, first, last) => {
  const week = weekOf(day);
  expect([week.length, week[0], week.at(-1)]).toEqual([7, first, last]);
});
