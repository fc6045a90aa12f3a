import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Structured logs, one JSON line each; secrets never reach them, nor what stood in the rows that an error was about. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutRows },
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.phone', 'input', 'variables'],
      censor: '[redacted]',
    },
  };
  // A line a request is written many at a time; what is waiting at the end of the process goes out with it.
  return pino(options, destination ?? pino.destination({ fd: 1, sync: false, minLength: 12_288, periodicFlush: 200 }));
}

/** The same log for lines of which every value is ours: nothing in them needs to be looked for and hidden, which takes a third of a line. */
export function linesOfOurs(log: Logger): Logger {
  return log.child({}, { redact: [] });
}

/** An error without PostgreSQL's details, which quote values: “Key (login)=(…)”, “Failing row contains (…)”. */
function withoutRows(error: Error): object {
  const { type, message, stack, code, constraint, table } = pino.stdSerializers.err(error);
  return { type, message: undetailed(message), stack: undetailed(stack), code, constraint, table };
}

/** The ORM writes details to the end of the message, and so into the stack; a detail ends where the stack begins. */
function undetailed(text: string): string {
  return text.replaceAll(/\n - (?:detail|hint|where): [\s\S]*?(?=\n {4}at |$)/g, '');
}
