import { describe, expect, it } from 'vitest';
import { EVALUATION_POLICY, evaluationPolicyProblem, settingsOf } from './evaluation-policy.rules.js';
import { EVALUATION_DEFAULTS } from './evaluation.rules.js';
import { daysAfter } from './period.rules.js';

describe('an evaluation policy', () => {
  it('is sound as it comes, with the thresholds of the domain', () => {
    expect(evaluationPolicyProblem(EVALUATION_POLICY)).toBeNull();
    expect(settingsOf(EVALUATION_POLICY)).toEqual(EVALUATION_DEFAULTS);
  });

  it.each([
    [{ quorum: 0 }, 'SETTING_OUT_OF_RANGE', 'quorum'],
    [{ daysOpen: 29 }, 'SETTING_OUT_OF_RANGE', 'daysOpen'],
    [{ residentsWeight: 12.5 }, 'SETTING_OUT_OF_RANGE', 'residentsWeight'],
    [{ goodFrom: 85 }, 'THRESHOLDS_DISORDERED', 'goodFrom'],
    [{ passFrom: 70 }, 'THRESHOLDS_DISORDERED', 'passFrom'],
    [{ residentsWeight: 0, othersWeight: 0, expertsWeight: 0 }, 'NOBODY_WEIGHS', 'residentsWeight'],
  ])('with %o is refused', (change, code, field) => {
    expect(evaluationPolicyProblem({ ...EVALUATION_POLICY, ...change })).toMatchObject({ code, field });
  });
});

describe('daysAfter', () => {
  it('counts days of the calendar over months and years', () => {
    expect([daysAfter('2026-02-27', 2), daysAfter('2025-12-31', 1), daysAfter('2026-05-19', 0)]).toEqual(['2026-03-01', '2026-01-01', '2026-05-19']);
  });
});
