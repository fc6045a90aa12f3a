import { isDate } from '@weixiang/shared';
import type { Cell } from './row.js';

// A time of day behind the date is left out: ledgers date by day.
const WRITTEN = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:号)?(?:[T ].*)?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * The day that a cell means, or null: an Excel date (read as YYYY-MM-DD already), or text like `2025-03-04`,
 * `2025/3/4`, `2025.3.4`, `2025年3月4日`, `20250304`.
 * @example asDate('2025年3月4日') // '2025-03-04'; asDate('2025-13-40') // null
 */
export function asDate(cell: Cell): string | null {
  if (typeof cell === 'boolean') return null;
  const words = String(cell).normalize('NFKC').trim().replace(/\s*([-/.年月])\s*/g, '$1');
  const [, year, month, day] = WRITTEN.exec(words) ?? EIGHT_DIGITS.exec(words) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
