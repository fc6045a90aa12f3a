import type { HolidayCalendar } from './working-days.rules.js';

// 国务院办公厅关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号) and the one of 4 November 2025 on 2026.
// A year that is not here yet follows the week's rule, and a tenant can set days of its own.
const DAYS_OFF = [
  '2025-01-01', '2025-01-28..2025-02-04', '2025-04-04..2025-04-06', '2025-05-01..2025-05-05', '2025-05-31..2025-06-02',
  '2025-10-01..2025-10-08',
  '2026-01-01..2026-01-03', '2026-02-15..2026-02-23', '2026-04-04..2026-04-06', '2026-05-01..2026-05-05',
  '2026-06-19..2026-06-21', '2026-09-25..2026-09-27', '2026-10-01..2026-10-07',
];
const DAYS_WORKED = [
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
];

/** China's public holidays and worked weekends, as announced for 2025 and 2026. */
export const CHINA_HOLIDAYS: HolidayCalendar = {
  daysOff: new Set(DAYS_OFF.flatMap(datesOf)),
  daysWorked: new Set(DAYS_WORKED),
};

function datesOf(range: string): string[] {
  const [first = '', last = first] = range.split('..');
  const dates: string[] = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) dates.push(new Date(day).toISOString().slice(0, 10));
  return dates;
}
