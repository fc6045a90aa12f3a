import { expect, it } from 'vitest';
import { masked } from './mask.js';

it.each([
  ['phone', '19956207274', '199****7274'],
  ['phone', '05583221', '055****3221'],
  ['phone', '110', '****'],
  ['phone', null, null],
  ['name', '沈一', '沈**'],
  ['name', '𠮷野家', '𠮷**'],
  ['name', '', '**'],
  ['hide', 'anything', null],
] as const)('masks a %s: %s → %s', (mask, value, shown) => {
  expect(masked(mask, value)).toBe(shown);
});
