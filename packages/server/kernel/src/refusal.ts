/** A value inside a refusal's message: `{limit}`. */
export type MessageValues = Record<string, string | number>;

/**
 * What a user can mend. Thrown inside a write it rolls the write back and comes back as data in the payload;
 * its message is found by its code in the features' messages, in the person's language.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly field: string | null = null,
    readonly values: MessageValues = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/**
 * Refuses what a user can mend.
 * @example `if (seatsLeft === 0) throw refuse('COURSE_FULL', 'term');`
 */
export function refuse(code: string, field?: string | null, values?: MessageValues): Refusal {
  return new Refusal(code, field ?? null, values);
}

/** What is forbidden: thrown, never data. The client sees `FORBIDDEN` and nothing else. */
export class Forbidden extends Error {
  constructor(readonly action: string) {
    super(`Not allowed: ${action}`);
    this.name = 'Forbidden';
  }
}
