import { describe, expect, it } from 'vitest';
import { CHINA_HOLIDAYS } from './china-holidays.js';
import { dateIn, isDate, isMonth, monthIn, monthsBetween, periodOf, periodOfMonth, todayIn, wholeMonthsOf } from './period.rules.js';
import { deadlineAfterWorkingDays, isWorkingDay, workingDaysAfter } from './working-days.rules.js';

const SHANGHAI = 'Asia/Shanghai';

describe('working days', () => {
  it('skips weekends and does not count the day on which it begins', () => {
    expect(workingDaysAfter('2025-03-07', 3)).toBe('2025-03-12');
    expect(workingDaysAfter('2025-03-08', 1)).toBe('2025-03-10');
    expect(workingDaysAfter('2025-03-08', 0)).toBe('2025-03-08');
  });

  it('skips holidays and counts the weekends that are worked instead', () => {
    expect(isWorkingDay('2025-09-28', CHINA_HOLIDAYS)).toBe(true);
    expect(workingDaysAfter('2025-09-26', 3, CHINA_HOLIDAYS)).toBe('2025-09-30');
    expect(workingDaysAfter('2025-09-30', 1, CHINA_HOLIDAYS)).toBe('2025-10-09');
    expect(workingDaysAfter('2026-02-13', 2, CHINA_HOLIDAYS)).toBe('2026-02-24');
  });

  it('has every announced day: 28 off in 2025 and 33 in 2026', () => {
    const inYear = (year: string) => [...CHINA_HOLIDAYS.daysOff].filter((date) => date.startsWith(year)).length;
    expect([inYear('2025'), inYear('2026')]).toEqual([28, 33]);
    expect([...CHINA_HOLIDAYS.daysWorked].every((date) => !isWorkingDay(date))).toBe(true);
  });

  it('ends at the last millisecond of the last day in the zone, not in UTC', () => {
    const fridayEvening = new Date('2025-03-07T15:59:00Z');
    expect(deadlineAfterWorkingDays(fridayEvening, 3, SHANGHAI).toISOString()).toBe('2025-03-12T15:59:59.999Z');
    // A minute later it is Saturday in Shanghai; Monday is still the first day that counts.
    const saturday = new Date('2025-03-07T16:00:00Z');
    expect(deadlineAfterWorkingDays(saturday, 3, SHANGHAI).toISOString()).toBe('2025-03-12T15:59:59.999Z');
  });

  it('gives up on a calendar that never works', () => {
    const never = { daysOff: { has: () => true } as unknown as Set<string>, daysWorked: new Set<string>() }; // only has() is asked
    expect(() => workingDaysAfter('2025-01-01', 1, never)).toThrow(RangeError);
  });
});

describe('whole months of a period', () => {
  const monthsOf = (from: string, to: string, today = '2026-06-01') => {
    const found = wholeMonthsOf(from, to, today);
    return found && [...found.months, ...found.ends.map(({ days, isAdded }) => `${isAdded ? '+' : '-'}${days.join('…')}`)];
  };

  it('leave the days of their ends to be added, or taken away where these are fewer', () => {
    expect(monthsOf('2025-01-01', '2025-03-31')).toEqual(['2025-01-01', '2025-03-01']);
    expect(monthsOf('2025-01-20', '2025-03-10')).toEqual(['2025-02-01', '2025-02-01', '+2025-01-20…2025-01-31', '+2025-03-01…2025-03-10']);
    expect(monthsOf('2025-01-03', '2025-03-25')).toEqual(['2025-01-01', '2025-03-01', '-2025-01-01…2025-01-02', '-2025-03-26…2025-03-31']);
    expect(monthsOf('2025-03-03', '2025-03-29')).toEqual(['2025-03-01', '2025-03-01', '-2025-03-01…2025-03-02', '-2025-03-30…2025-03-31']);
  });

  it('go from the first day of the first to the last of the last', () => {
    expect(wholeMonthsOf('2024-01-20', '2024-03-10', '2026-06-01')?.days).toEqual(['2024-02-01', '2024-02-29']);
    expect(wholeMonthsOf('2025-01-03', '2025-03-25', '2026-06-01')?.days).toEqual(['2025-01-01', '2025-03-31']);
  });

  it('have days of the future taken away, however many: they are nearly empty', () => {
    expect(monthsOf('2026-01-01', '2026-06-01')).toEqual(['2026-01-01', '2026-06-01', '-2026-06-02…2026-06-30']);
    expect(monthsOf('2026-01-01', '2026-06-01', '2026-06-02')).toEqual(['2026-01-01', '2026-05-01', '+2026-06-01…2026-06-01']);
  });

  it('are none of a few days', () => {
    expect(monthsOf('2025-01-20', '2025-02-05')).toBeNull();
    expect(monthsOf('2025-01-20', '2025-01-31')).toBeNull();
    expect(monthsOf('2025-01-05', '2025-01-10')).toBeNull();
  });
});

describe('periods', () => {
  it('includes both days, in the zone', () => {
    const { start, end } = periodOf('2025-01-01', '2025-12-31', SHANGHAI);
    expect([start.toISOString(), end.toISOString()]).toEqual(['2024-12-31T16:00:00.000Z', '2025-12-31T16:00:00.000Z']);
  });

  it('follows a zone with summer time through its short day', () => {
    const { start, end } = periodOf('2025-03-30', '2025-03-30', 'Europe/Berlin');
    expect(end.getTime() - start.getTime()).toBe(23 * 3_600_000);
  });

  it('refuses dates that are none or stand the wrong way round', () => {
    expect(() => periodOf('2025-02-29', '2025-03-01', SHANGHAI)).toThrow('no period');
    expect(() => periodOf('2025-03-02', '2025-03-01', SHANGHAI)).toThrow('ends before it begins');
  });

  it('knows days and months of the calendar', () => {
    expect(['2024-02-29', '2025-02-29', '2025-13-40', '2025-1-1', '0000-01-01'].map(isDate)).toEqual([true, false, false, false, true]);
    expect(['2025-12', '2025-13', '2025-00', '2025-1'].map(isMonth)).toEqual([true, false, false, false]);
  });

  it('dates an instant where the tenant lives', () => {
    const newYear = new Date('2024-12-31T16:00:00Z');
    expect([dateIn(newYear, SHANGHAI), dateIn(newYear, 'UTC'), monthIn(newYear, SHANGHAI)]).toEqual(['2025-01-01', '2024-12-31', '2025-01']);
    expect(todayIn(SHANGHAI, { now: () => newYear })).toBe('2025-01-01');
  });

  it('lists the months it touches, and the instants of one', () => {
    expect(monthsBetween('2025-11-30', '2026-01-01')).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(periodOfMonth('2025-12', SHANGHAI)).toEqual(periodOf('2025-12-01', '2025-12-31', SHANGHAI));
  });
});
