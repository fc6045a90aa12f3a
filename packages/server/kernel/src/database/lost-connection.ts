/** SQLSTATE of a backend that went away: the server was stopped, killed, or is starting. */
const gone = /^57P0[1-5]$|^08/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const words = /Connection terminated|connection error and is not queryable|Client has encountered a connection error/;

/** Whether an error says that the database went away, which passes, and not that something is wrong with what was asked. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && (gone.test(code) || networkCodes.has(code) || isMissingSocket(error, code))) return true;
  return words.test(error.message) || (error.cause !== undefined && isLostConnection(error.cause));
}

/** The socket's file goes with the server that listens at it. */
function isMissingSocket(error: Error, code: string): boolean {
  return code === 'ENOENT' && Reflect.get(error, 'syscall') === 'connect';
}
