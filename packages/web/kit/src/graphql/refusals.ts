/** What the server would not do and the person can mend, as every payload carries it. */
export type Refusal = { code: string; message: string; field: string | null };

/** The refusals of one answer, found by the field they speak of. */
export type Refusals = {
  /** Everything refused, in the server's order. */
  all: readonly Refusal[];
  /** The words to write at one field, or undefined: `refusals.at('words')`. */
  at: (field: string) => string | undefined;
  /** The words that belong to none of the named fields, to write above the form. */
  besides: (fields: readonly string[]) => string[];
};

/** `refusalsOf(payload.refusals).at('wisherPhone')` */
export function refusalsOf(all: readonly Refusal[]): Refusals {
  return {
    all,
    at: (field) => all.find((refusal) => refusal.field === field)?.message,
    besides: (fields) => all.filter((refusal) => refusal.field === null || !fields.includes(refusal.field)).map(({ message }) => message),
  };
}

export const noRefusals = refusalsOf([]);
