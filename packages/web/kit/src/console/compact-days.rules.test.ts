import { expect, it } from 'vitest';
import { compactDays } from './compact-days.rules.js';

it('writes the year only where it changes', () => {
  expect(compactDays(['2025-04-28', '2025-05-06', '2026-01-02'])).toEqual(['2025.4.28', '5.6', '2026.1.2']);
});
