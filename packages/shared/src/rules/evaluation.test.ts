import { describe, expect, it } from 'vitest';
import { EVALUATION_DEFAULTS, evaluate, evaluateParties, gradeOf } from './evaluation.rules.js';
import { parseFrequency } from './frequency.rules.js';

const tally = (EXCELLENT: number, GOOD: number, PASS: number, FAIL: number) => ({ EXCELLENT, GOOD, PASS, FAIL });

describe('evaluate', () => {
  it('is the weighted mean of 100/80/60/0 and the share that is not fail', () => {
    expect(evaluate(tally(20, 11, 0, 2))).toEqual({ votes: 33, score: 2880 / 33, grade: 'EXCELLENT', satisfaction: 31 / 33 });
    expect(evaluate(tally(0, 0, 1, 1))).toEqual({ votes: 2, score: 30, grade: 'FAIL', satisfaction: 0.5 });
  });

  it.each([
    [85, 'EXCELLENT'],
    [84.999, 'GOOD'],
    [70, 'GOOD'],
    [69.999, 'PASS'],
    [60, 'PASS'],
    [59.999, 'FAIL'],
    [0, 'FAIL'],
  ])('grades a mean of %s as %s', (score, grade) => {
    expect(gradeOf(score)).toBe(grade);
  });

  it('has no result when nobody rated', () => {
    expect(evaluate(tally(0, 0, 0, 0))).toBeNull();
  });

  it("obeys the tenant's own settings", () => {
    const settings = { ...EVALUATION_DEFAULTS, thresholds: { excellent: 95, good: 90, pass: 50 } };
    expect(evaluate(tally(1, 1, 0, 0), settings)?.grade).toBe('GOOD');
    expect(evaluate(tally(0, 1, 0, 0), settings)?.grade).toBe('PASS');
  });
});

describe('evaluateParties', () => {
  it('weighs each party by its setting, however many of it rated', () => {
    const residents = { tally: tally(90, 0, 0, 0), weight: 60 };
    const experts = { tally: tally(0, 0, 0, 1), weight: 40 };
    expect(evaluateParties([residents, experts])).toMatchObject({ votes: 91, score: 60, grade: 'PASS', satisfaction: 90 / 91 });
  });

  it('leaves out a party that did not rate', () => {
    expect(evaluateParties([{ tally: tally(0, 1, 0, 0), weight: 50 }, { tally: tally(0, 0, 0, 0), weight: 50 }])?.score).toBe(80);
  });

  it('does not lose a grade to the last bit of a float', () => {
    const thirds = Array.from({ length: 3 }, () => ({ tally: tally(1, 0, 1, 0), weight: 0.1 }));
    expect(evaluateParties([...thirds, { tally: tally(3, 0, 0, 1), weight: 0.3 }])?.score).toBeCloseTo(77.5, 10);
    expect(gradeOf(84.99999999999999)).toBe('EXCELLENT');
  });
});

describe('parseFrequency', () => {
  it.each([
    ['每周一次', { times: 1, per: 'week' }],
    ['每月两次', { times: 2, per: 'month' }],
    ['每季度一次', { times: 1, per: 'quarter' }],
    ['每个月 12 次', { times: 12, per: 'month' }],
    ['每半年一次', { times: 1, per: 'halfYear' }],
    ['每周０次', null],
    ['经常', null],
  ])('reads %s', (words, frequency) => {
    expect(parseFrequency(words)).toEqual(frequency);
  });
});
