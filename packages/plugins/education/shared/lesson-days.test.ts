import { CHINA_HOLIDAYS } from '@weixiang/shared';
import { describe, expect, it } from 'vitest';
import { lessonDays } from './lesson-days.rules.js';

describe('the days of a weekly plan', () => {
  it('are every chosen day of the week, both ends included', () => {
    expect(lessonDays({ from: '2026-05-18', to: '2026-05-27', weekdays: [1, 3], skip: new Set() })).toEqual({
      days: ['2026-05-18', '2026-05-20', '2026-05-25', '2026-05-27'],
      skipped: [],
    });
    expect(lessonDays({ from: '2026-05-24', to: '2026-05-24', weekdays: [7], skip: new Set() }).days).toEqual(['2026-05-24']);
  });

  it('leave out the public holidays', () => {
    expect(lessonDays({ from: '2026-09-28', to: '2026-10-12', weekdays: [1, 3], skip: CHINA_HOLIDAYS.daysOff })).toEqual({
      days: ['2026-09-28', '2026-09-30', '2026-10-12'],
      skipped: ['2026-10-05', '2026-10-07'],
    });
  });
});
