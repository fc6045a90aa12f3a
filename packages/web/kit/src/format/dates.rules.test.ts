import { describe, expect, it } from 'vitest';
import { dayIn, daysBetween, standingOf, writeDay, writeMonth, writeOtherYear, weekdayStretches, writeWeekdayNumber } from './dates.rules.js';

const zh = { language: 'zh', timeZone: 'Asia/Shanghai' };
const en = { language: 'en', timeZone: 'Asia/Shanghai' };
const now = new Date('2026-05-19T02:00:00Z');

describe('a day', () => {
  it('is written without the year that is now, and with any other', () => {
    expect(writeDay('2026-05-21', zh, now)).toBe('5月21日');
    expect(writeDay('2025-05-21', zh, now)).toBe('2025年5月21日');
    expect(writeDay('2026-05-21', en, now)).toBe('May 21');
    expect(writeOtherYear('2025-05-21', zh, now)).toBe('2025年');
  });

  it('of an instant is the day in the tenant’s zone', () => {
    expect(writeDay('2026-05-20T17:00:00.000Z', zh, now)).toBe('5月21日');
    expect(dayIn('Asia/Shanghai', new Date('2026-05-20T15:59:59Z'))).toBe('2026-05-20');
  });

  it('of the calendar is not moved by any zone', () => {
    expect(writeDay('2026-05-21', { language: 'zh', timeZone: 'Pacific/Kiritimati' }, now)).toBe('5月21日');
    expect(writeDay('2026-05-21', { language: 'zh', timeZone: 'Pacific/Pago_Pago' }, now)).toBe('5月21日');
  });

  it('that cannot be read is written as nothing', () => {
    expect(writeDay('soon', zh, now)).toBe('');
  });
});

describe('a deadline', () => {
  it('counts the days that are left, today being none', () => {
    expect(standingOf('2026-05-21T09:59:00.000Z', zh, now)).toEqual({ isLate: false, days: 2 });
    expect(standingOf('2026-05-19T09:59:00.000Z', zh, now)).toEqual({ isLate: false, days: 0 });
  });

  it('is late once it is past, since today by no day', () => {
    expect(standingOf('2026-05-19T01:00:00.000Z', zh, now)).toEqual({ isLate: true, days: 0 });
    expect(standingOf('2026-05-16T09:00:00.000Z', zh, now)).toEqual({ isLate: true, days: 3 });
  });

  it('that is a whole day is met until that day has ended', () => {
    expect(standingOf('2026-05-19', zh, now)).toEqual({ isLate: false, days: 0 });
    expect(standingOf('2026-05-18', zh, now)).toEqual({ isLate: true, days: 1 });
  });
});

describe('months and weekdays', () => {
  it('are written in the reader’s language', () => {
    expect(writeMonth('2025-04', zh)).toBe('2025年4月');
    expect(writeMonth('2025-04', en)).toBe('Apr 2025');
    expect([1, 6, 7].map((day) => writeWeekdayNumber(day, zh))).toEqual(['周一', '周六', '周日']);
  });

  it('are as far apart as the calendar says', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  });
});

describe('weekdays', () => {
  it('are one stretch from three in a row on, and named one by one before', () => {
    expect(weekdayStretches([1, 2, 3, 4, 5])).toEqual([[1, 5]]);
    expect(weekdayStretches([7, 6])).toEqual([[6, 6], [7, 7]]);
    expect(weekdayStretches([1, 3, 4, 5, 7])).toEqual([[1, 1], [3, 5], [7, 7]]);
    expect(weekdayStretches([])).toEqual([]);
  });
});
