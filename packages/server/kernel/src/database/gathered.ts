const unasked = '/* unasked */ ';

/**
 * A statement whose answer nobody waits for: it goes out with the next one of its transaction, at the latest with the
 * COMMIT, which fails if it does.
 * @example await tx.em.execute(withNext('insert into event …'), values)
 */
export function withNext(sql: string): string {
  return `${unasked}${sql}`;
}

/** Whether {@link withNext} made this. */
export function isUnasked(text: string): boolean {
  return text.startsWith(unasked);
}
