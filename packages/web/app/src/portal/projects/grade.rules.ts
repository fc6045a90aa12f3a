import type { Grade } from '../generated/graphql.js';

const tones = { EXCELLENT: 'grade', GOOD: 'grade', PASS: 'grade is-wait', FAIL: 'grade is-late' } as const satisfies Record<Grade, string>;

/** How a grade is coloured; its word always stands there too. */
export function gradeClass(grade: Grade): string {
  return tones[grade];
}
