import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Structured logs, one JSON line each; secrets never reach them. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.phone', 'input', 'variables'],
      censor: '[redacted]',
    },
  });
}
