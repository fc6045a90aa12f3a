import { expect, it } from 'vitest';
import { customPeriod, type Figure, monthsOf, nothingHappened } from './report.rules.js';

it('names the months of a period from its first day on', () => {
  expect(monthsOf('2025-11-01', 4)).toEqual(['11', '12', '1', '2']);
});

it('takes two days for a period only when they make one', () => {
  expect(customPeriod('2025-02-01', '2025-03-31')).toEqual({ from: '2025-02-01', to: '2025-03-31' });
  expect(customPeriod('2025-03-31', '2025-02-01')).toBeUndefined();
  expect(customPeriod('', '2025-02-01')).toBeUndefined();
});

it('knows a period in which nothing happened, whatever existed', () => {
  const figure = (value: number, months: number[] | null) => ({ value, months }) as Figure; // the rest does not matter here
  expect(nothingHappened([figure(0, [0, 0]), figure(235, null)])).toBe(true);
  expect(nothingHappened([figure(0, [0, 0]), figure(1, [1, 0])])).toBe(false);
  expect(nothingHappened([figure(235, null)])).toBe(false);
});
