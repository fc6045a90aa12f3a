/**
 * A start that cannot succeed for a reason the operator can mend. Its message is one line, fit for a terminal as it is:
 * the program prints it to stderr and exits with 1.
 * @example throw new StartupError('Port 4000 is already in use. Set PORT to another one.');
 */
export class StartupError extends Error {
  override readonly name: string = 'StartupError';
}

/** The first line of whatever was thrown, for use inside a `StartupError`. */
export function reasonOf(error: unknown): string {
  const text = error instanceof AggregateError && error.errors.length > 0 ? reasonOf(error.errors[0]) : error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
