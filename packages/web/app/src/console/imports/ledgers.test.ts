import { expect, it } from 'vitest';
import { ledgerOf } from './ledgers.js';

const known = ['org-units', 'wishes', 'projects'];

it.each([
  ['wishes.xlsx', 'wishes'],
  ['Wishes (1).XLSX', 'wishes'],
  ['2025-wishes.xlsx', 'wishes'],
  ['org_units.xlsx', 'org-units'],
  ['花名册.xlsx', ''],
])('takes %s for %s', (fileName, ledger) => {
  expect(ledgerOf(fileName, known)).toBe(ledger);
});
