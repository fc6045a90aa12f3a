import { expect, it } from 'vitest';
import { ranked } from './units-compared.rules.js';

it('puts the units that fall behind first and those with too few records apart', () => {
  const parts = [
    { key: 'a', value: 0.9, recordCount: 40 },
    { key: 'b', value: 0, recordCount: 4 },
    { key: 'c', value: 0.5, recordCount: 5 },
    { key: null, value: 0.1, recordCount: 90 },
    { key: 'd', value: 0.5, recordCount: 12 },
  ];
  const { behind, tooFew } = ranked(parts);
  expect(behind.map(({ key }) => key)).toEqual(['d', 'c', 'a']);
  expect(tooFew.map(({ key }) => key)).toEqual(['b']);
});
