import type { Text } from '@weixiang/shared';

/** The import as a whole cannot go on, for a reason that people can mend. */
export class ImportError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = 'ImportError';
  }
}

/** The import stopped between two batches, or another process took it over: it goes on later, from where it is. */
export class Interrupted extends Error {
  constructor(why: string) {
    super(`The import was interrupted: ${why}.`);
    this.name = 'Interrupted';
  }
}

// Class 08: connection; 53: resources; 57P: operator intervention; 40 and 55P03: locks; the rest are the network's.
const passing = /^(08...|53...|57P..|40...|55P03|E(CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH))$/;
const connectionLost = /connection terminated|connection error|client was closed|timeout exceeded when trying to connect|driver has already been destroyed|unable to acquire a connection|cannot use a pool after/i;

/** Whether an error says nothing of the rows: the database went away, or locks were in the way. */
export function isInterruption(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause ?? Reflect.get(at, 'previous'), depth += 1) {
    if (at instanceof Interrupted || connectionLost.test(at.message)) return true;
    if (passing.test(String(Reflect.get(at, 'code')))) return true;
  }
  return false;
}
