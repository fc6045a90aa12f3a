import { describe, expect, it } from 'vitest';
import { daysAfter, instantAt, mondayOf } from './week.rules.js';

describe('a week of the timetable', () => {
  it('begins on its Monday, Sundays and turns of the year included', () => {
    expect([mondayOf('2026-05-18'), mondayOf('2026-05-24'), mondayOf('2027-01-01')]).toEqual(['2026-05-18', '2026-05-18', '2026-12-28']);
    expect([daysAfter('2026-05-31', 1), daysAfter('2026-05-18', -7)]).toEqual(['2026-06-01', '2026-05-11']);
  });

  it('tells the instant of a local time, summer time included', () => {
    expect(instantAt('2026-05-20', '16:30', 'Asia/Shanghai')).toBe('2026-05-20T08:30:00.000Z');
    expect(instantAt('2026-07-01', '09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z');
    expect(instantAt('2026-01-01', '00:30', 'America/New_York')).toBe('2026-01-01T05:30:00.000Z');
  });
});
